/** Where a number ends, and what CPython says of one that ends badly.   [mirrors Parser/lexer/lexer.c] */

/** A number that cannot be read: the message and the offset of the character it blames. */
export interface NumberError {
  readonly message: string;
  readonly at: number;
  /** Exclusive end where CPython marks more than one character. */
  readonly to?: number;
  /** Where the whole literal ends. */
  readonly end?: number;
  /** Where the number would end if what follows were another token. */
  readonly endsNumber?: number;
}

const zero = 48;
const nine = 57;
const underscore = 95;

/**
 * The offset after the number that starts at `start`. To 3.9 whatever follows it is a token of its own, and other
 * characters are blamed.
 */
export function scanNumber(source: string, start: number, isOld: boolean): number | NumberError {
  const end = scanStrictly(source, start);
  if (!isOld || typeof end === "number") return end;
  if (end.endsNumber !== undefined) return end.endsNumber;
  if (end.end !== undefined) return { message: end.message, at: end.end - 1 };
  return end.message.startsWith("invalid digit") ? { message: end.message, at: end.at - 1 } : end;
}

function scanStrictly(source: string, start: number): number | NumberError {
  if (source.charCodeAt(start) === zero) {
    const mark = source.charCodeAt(start + 1) | 32;
    if (mark === 120) return scanRadix(source, start + 2, 16, "hexadecimal");
    if (mark === 111) return scanRadix(source, start + 2, 8, "octal");
    if (mark === 98) return scanRadix(source, start + 2, 2, "binary");
    return scanZero(source, start);
  }
  if (source.charCodeAt(start) === 46) return scanFraction(source, start + 1);
  const end = scanDigits(source, start);
  return typeof end === "number" ? scanAfterInteger(source, end) : end;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

/** The value of `code` as a digit, 16 where it is none. */
function digitValue(code: number): number {
  if (isDigit(code)) return code - zero;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 16;
}

function scanRadix(source: string, from: number, radix: number, name: string): number | NumberError {
  let pos = from;
  do {
    if (source.charCodeAt(pos) === underscore) pos++;
    const first = source.charCodeAt(pos);
    if (digitValue(first) >= radix) {
      if (isDigit(first)) return wrongDigit(source, pos, name);
      return { message: `invalid ${name} literal`, at: pos - 1 };
    }
    while (digitValue(source.charCodeAt(pos)) < radix) pos++;
  } while (source.charCodeAt(pos) === underscore);
  if (isDigit(source.charCodeAt(pos))) return wrongDigit(source, pos, name);
  return verifyEnd(source, pos, name);
}

function wrongDigit(source: string, pos: number, name: string): NumberError {
  return { message: `invalid digit '${source[pos]}' in ${name} literal`, at: pos };
}

/** A decimal that starts with 0: only zero may, unless it turns out to be a float or imaginary. */
function scanZero(source: string, start: number): number | NumberError {
  let pos = start + 1;
  for (;;) {
    if (source.charCodeAt(pos) === underscore) {
      pos++;
      if (!isDigit(source.charCodeAt(pos))) return { message: "invalid decimal literal", at: pos - 1 };
    }
    if (source.charCodeAt(pos) !== zero) break;
    pos++;
  }
  const zerosEnd = pos;
  if (isDigit(source.charCodeAt(pos))) {
    const end = scanDigits(source, pos);
    if (typeof end !== "number") return end;
    pos = end;
  }
  const next = source.charCodeAt(pos);
  if (next !== 46 && (next | 32) !== 101 && (next | 32) !== 106 && pos > zerosEnd) {
    return {
      message:
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      at: start,
      to: zerosEnd,
      end: pos,
    };
  }
  return scanAfterInteger(source, pos);
}

/** Digits with single underscores between them. */
function scanDigits(source: string, from: number): number | NumberError {
  let pos = from;
  for (;;) {
    while (isDigit(source.charCodeAt(pos))) pos++;
    if (source.charCodeAt(pos) !== underscore) return pos;
    pos++;
    if (!isDigit(source.charCodeAt(pos))) return { message: "invalid decimal literal", at: pos - 1 };
  }
}

function scanAfterInteger(source: string, pos: number): number | NumberError {
  return source.charCodeAt(pos) === 46 ? scanFraction(source, pos + 1) : scanExponent(source, pos);
}

function scanFraction(source: string, pos: number): number | NumberError {
  if (!isDigit(source.charCodeAt(pos))) return scanExponent(source, pos);
  const end = scanDigits(source, pos);
  return typeof end === "number" ? scanExponent(source, end) : end;
}

function scanExponent(source: string, pos: number): number | NumberError {
  if ((source.charCodeAt(pos) | 32) !== 101) return scanSuffix(source, pos);
  const sign = source.charCodeAt(pos + 1);
  if (sign === 43 || sign === 45) {
    if (!isDigit(source.charCodeAt(pos + 2))) return { message: "invalid decimal literal", at: pos + 1 };
    return scanExponentDigits(source, pos + 2);
  }
  // `1else` is a number and a keyword.
  if (!isDigit(sign)) return verifyEnd(source, pos, "decimal");
  return scanExponentDigits(source, pos + 1);
}

function scanExponentDigits(source: string, pos: number): number | NumberError {
  const end = scanDigits(source, pos);
  return typeof end === "number" ? scanSuffix(source, end) : end;
}

function scanSuffix(source: string, pos: number): number | NumberError {
  if ((source.charCodeAt(pos) | 32) === 106) return verifyEnd(source, pos + 1, "imaginary");
  return verifyEnd(source, pos, "decimal");
}

/** The words that may follow a number without a space, told from their beginnings as CPython does. */
function keywordFollows(source: string, pos: number): boolean {
  switch (source.charCodeAt(pos)) {
    case 97:
      return endsWord(source, pos, "and");
    case 101:
      return endsWord(source, pos, "else");
    case 102:
      return endsWord(source, pos, "for");
    case 105:
      return "fns".includes(source.charAt(pos + 1)) && pos + 1 < source.length;
    case 110:
      return endsWord(source, pos, "not");
    case 111:
      return endsWord(source, pos, "or");
    default:
      return false;
  }
}

function endsWord(source: string, pos: number, word: string): boolean {
  return source.startsWith(word, pos) && !isIdentifierChar(source.charCodeAt(pos + word.length));
}

function isIdentifierChar(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || isDigit(code) || code === underscore || code >= 128;
}

function verifyEnd(source: string, pos: number, name: string): number | NumberError {
  const code = source.charCodeAt(pos);
  // A character beyond ASCII is left to the identifier check of the next token.
  if (code < 128 && isIdentifierChar(code) && !keywordFollows(source, pos)) {
    return { message: `invalid ${name} literal`, at: pos - 1, endsNumber: pos };
  }
  return pos;
}

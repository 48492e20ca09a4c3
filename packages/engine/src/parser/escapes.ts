/** Backslash escapes in string and bytes literals.   [mirrors _PyUnicode_DecodeUnicodeEscape, _PyBytes_DecodeEscape] */
import { isAsciiText } from "./scanner.ts";
import { characterByName } from "./unicode-names.ts";

/** An escape that cannot be read. `unsupported`: a character name this engine does not know. */
export interface EscapeError {
  readonly message: string;
  readonly isUnsupported: boolean;
}

const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The str that `body`, the text between the quotes, stands for. Unknown escapes stay as they are. */
export function decodeEscapes(body: string): string | EscapeError {
  let result = "";
  let done = 0;
  for (let at = body.indexOf("\\"); at >= 0; at = body.indexOf("\\", done)) {
    result += body.slice(done, at);
    const char = body.charAt(at + 1);
    const plain = simple[char];
    if (plain !== undefined) {
      result += plain;
      done = at + 2;
    } else if (char >= "0" && char <= "7") {
      done = octalEnd(body, at + 1);
      result += String.fromCharCode(Number.parseInt(body.slice(at + 1, done), 8));
    } else if (char === "x" || char === "u" || char === "U") {
      const count = hexDigits[char]!;
      const end = hexEnd(body, at + 2, count);
      if (end < at + 2 + count) return truncated(body, at, end, char, count);
      const code = Number.parseInt(body.slice(at + 2, end), 16);
      if (code > 0x10ffff) return unicodeError(body, at, end, "illegal Unicode character");
      if (isLowSurrogate(code) && isHighSurrogate(result.charCodeAt(result.length - 1))) return pairOfHalves;
      result += String.fromCodePoint(code);
      done = end;
    } else if (char === "N") {
      const close = body.charAt(at + 2) === "{" ? body.indexOf("}", at + 3) : -1;
      if (close <= at + 3) return malformedName(body, at, close);
      const name = body.slice(at + 3, close);
      const isName = /^[A-Za-z0-9 -]+$/.test(name);
      if (!isName) return unicodeError(body, at, close + 1, "unknown Unicode character name");
      const named = characterByName(name);
      if (named === undefined) {
        const message = `the character name \\N{${name}} is not known to this engine`;
        return { message, isUnsupported: true };
      }
      result += named;
      done = close + 1;
    } else {
      result += "\\";
      done = at + 1;
      // An escaped character that is none: both stay, and the second must not start an escape.
      if (char !== "") {
        result += char;
        done = at + 2;
      }
    }
  }
  return result + body.slice(done);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** In Python these stay two characters, which our strings could not tell from one. */
const pairOfHalves: EscapeError = {
  message: "a surrogate pair written as two escapes is not supported by this engine",
  isUnsupported: true,
};

function octalEnd(body: string, from: number): number {
  let end = from + 1;
  while (end < from + 3 && body.charAt(end) >= "0" && body.charAt(end) <= "7") end++;
  return end;
}

function hexEnd(body: string, from: number, count: number): number {
  let end = from;
  while (end < from + count && /[0-9a-fA-F]/.test(body.charAt(end))) end++;
  return end;
}

function truncated(body: string, at: number, end: number, char: string, count: number): EscapeError {
  return unicodeError(body, at, end, `truncated \\${char}${"X".repeat(count)} escape`);
}

function malformedName(body: string, at: number, close: number): EscapeError {
  // CPython reads up to the closing brace, or only past the letter where no brace follows.
  let end = at + 2;
  if (body.charAt(at + 2) === "{") end = close < 0 ? body.length : close + 1;
  return unicodeError(body, at, end, "malformed \\N character escape");
}

function unicodeError(body: string, at: number, end: number, reason: string): EscapeError {
  const first = escapedLength(body.slice(0, at));
  const last = first + escapedLength(body.slice(at, end)) - 1;
  const where = first === last ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`;
  return {
    message: `(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`,
    isUnsupported: false,
  };
}

/** CPython counts in a buffer where every character beyond ASCII is written as ten bytes. */
function escapedLength(text: string): number {
  if (isAsciiText(text)) return text.length;
  let length = 0;
  for (const char of text) length += char.charCodeAt(0) > 127 ? 10 : 1;
  return length;
}

/** The bytes that `body`, which is ASCII, stands for. */
export function decodeByteEscapes(body: string): Uint8Array | EscapeError {
  const bytes: number[] = [];
  for (let at = 0; at < body.length; ) {
    if (body.charAt(at) !== "\\") {
      bytes.push(body.charCodeAt(at++));
      continue;
    }
    const char = body.charAt(at + 1);
    const plain = simple[char];
    if (plain !== undefined) {
      if (plain !== "") bytes.push(plain.charCodeAt(0));
      at += 2;
    } else if (char >= "0" && char <= "7") {
      const end = octalEnd(body, at + 1);
      bytes.push(Number.parseInt(body.slice(at + 1, end), 8) & 255);
      at = end;
    } else if (char === "x") {
      const end = hexEnd(body, at + 2, 2);
      if (end < at + 4) {
        return { message: `(value error) invalid \\x escape at position ${at}`, isUnsupported: false };
      }
      bytes.push(Number.parseInt(body.slice(at + 2, end), 16));
      at = end;
    } else {
      bytes.push(92);
      at += 1;
    }
  }
  return Uint8Array.from(bytes);
}

/** Reading one plain string literal to its closing quotes.   [mirrors tok_get_normal_mode, letter_quote] */
import { type Scanner, TokenError } from "./scanner.ts";
import { T } from "./tokens.ts";

const newline = 10;
const backslash = 92;

/** Adds the String token whose prefix starts at `start` and whose first quote is at `open`. */
export function scanString(scanner: Scanner, start: number, open: number): void {
  const { source } = scanner;
  const quote = source.charCodeAt(open);
  const line = scanner.line;
  const col = scanner.column(start);
  const isTriple = source.charCodeAt(open + 1) === quote && source.charCodeAt(open + 2) === quote;
  const end = isTriple
    ? scanTriple(scanner, start, open + 3, quote)
    : scanSingle(scanner, start, open, quote);
  scanner.pushFrom(T.String, start, line, col, end);
}

/** The offset after the closing quote. A backslash may hide a line end, so the line can change here too. */
function scanSingle(scanner: Scanner, start: number, open: number, quote: number): number {
  const { source } = scanner;
  const line = scanner.line;
  const lineStart = scanner.lineStart;
  let hasEscapedQuote = false;
  let pos = open + 1;
  for (;;) {
    const code = source.charCodeAt(pos);
    if (code === quote) return pos + 1;
    if (code === backslash) {
      const escaped = source.charCodeAt(pos + 1);
      if (escaped === quote) hasEscapedQuote = true;
      if (escaped === newline) scanner.nextLine(pos + 2);
      pos += 2;
    } else if (code === newline || pos >= source.length) {
      throw unterminated(scanner, { start, open, line, lineStart, quote, isTriple: false, hasEscapedQuote });
    } else {
      pos++;
    }
  }
}

function scanTriple(scanner: Scanner, start: number, from: number, quote: number): number {
  const { source } = scanner;
  const line = scanner.line;
  const lineStart = scanner.lineStart;
  let pos = from;
  while (pos < source.length) {
    const code = source.charCodeAt(pos);
    if (code === quote && source.charCodeAt(pos + 1) === quote && source.charCodeAt(pos + 2) === quote) {
      return pos + 3;
    }
    if (code === newline) {
      scanner.nextLine(pos + 1);
    } else if (code === backslash) {
      pos++;
      if (source.charCodeAt(pos) === newline) scanner.nextLine(pos + 1);
    }
    pos++;
  }
  const open = from - 3;
  throw unterminated(scanner, {
    start,
    open,
    line,
    lineStart,
    quote,
    isTriple: true,
    hasEscapedQuote: false,
  });
}

interface OpenString {
  readonly start: number;
  readonly open: number;
  readonly line: number;
  readonly lineStart: number;
  readonly quote: number;
  readonly isTriple: boolean;
  readonly hasEscapedQuote: boolean;
}

function unterminated(scanner: Scanner, string: OpenString): TokenError {
  const detected = lastLine(scanner);
  const mode = scanner.modes.at(-1);
  scanner.line = string.line;
  scanner.lineStart = string.lineStart;
  if (mode !== undefined && mode.quote === string.quote && mode.quoteSize === (string.isTriple ? 3 : 1)) {
    return scanner.error(
      `${mode.isTemplate ? "t" : "f"}-string: expecting '}'${opened(scanner)}`,
      string.start,
    );
  }
  if (scanner.minor < 10) return unterminatedBefore310(scanner, string, detected);
  const kind = string.isTriple ? "triple-quoted string" : "string";
  const hint = string.hasEscapedQuote && scanner.minor >= 13 ? "; perhaps you escaped the end quote?" : "";
  return scanner.error(`unterminated ${kind} literal (detected at line ${detected})${hint}`, string.start);
}

/** From 3.15 the message names the bracket that is open if it stands on another line. */
function opened(scanner: Scanner): string {
  const open = scanner.brackets.at(-1);
  if (scanner.minor < 15 || open === undefined || open.line === scanner.line) return "";
  return ` to close '${open.char}' on line ${open.line}`;
}

/** To 3.9: at the line where it was noticed, in a column counted from the line where the string begins. */
function unterminatedBefore310(scanner: Scanner, string: OpenString, detected: number): TokenError {
  const message = string.isTriple
    ? "EOF while scanning triple-quoted string literal"
    : "EOL while scanning string literal";
  const lineEnd = string.isTriple ? -1 : scanner.source.indexOf("\n", stringEnd(scanner.source, string));
  const end = lineEnd < 0 ? scanner.source.length - 1 : lineEnd;
  const error = scanner.error(message, end);
  const range = { ...error.diagnostic.range, lineno: detected, endLineno: detected };
  return new TokenError({ ...error.diagnostic, range }, "raised");
}

/** Where a string of one line is given up, behind its escaped line ends. */
function stringEnd(source: string, string: OpenString): number {
  let pos = string.open + 1;
  while (pos < source.length && source.charCodeAt(pos) !== newline) {
    pos += source.charCodeAt(pos) === backslash ? 2 : 1;
  }
  return Math.min(pos, source.length - 1);
}

/** The line CPython says it noticed at: the end of the text is on the last line that has any. */
function lastLine(scanner: Scanner): number {
  return scanner.lineStart >= scanner.source.length ? scanner.line - 1 : scanner.line;
}

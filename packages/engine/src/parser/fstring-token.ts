/**
 * f-strings and t-strings as tokens, 3.12 and later (PEP 701, PEP 750).   [mirrors tok_get_fstring_mode]
 *
 * A string becomes Start, then Middle tokens with the literal text, then End; between the braces of a replacement
 * field stand ordinary tokens. The innermost FStringMode says whether literal text or an expression comes next.
 */
import type { FStringMode, Scanner, TokenError } from "./scanner.ts";
import { T } from "./tokens.ts";

const newline = 10;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

const maxNestedStrings = 150;
const maxNestedFields = 3;

/** Adds the Start token and enters the string; `open` is the offset of its first quote. */
export function startFString(scanner: Scanner, start: number, open: number): void {
  const { source } = scanner;
  const quote = source.charCodeAt(open);
  const isTriple = source.charCodeAt(open + 1) === quote && source.charCodeAt(open + 2) === quote;
  const prefix = source.slice(start, open).toLowerCase();
  const isTemplate = prefix.includes("t");
  if (scanner.modes.length + 1 >= maxNestedStrings) {
    throw scanner.error("too many nested f-strings", open);
  }
  scanner.push(isTemplate ? T.TStringStart : T.FStringStart, start, open + (isTriple ? 3 : 1));
  scanner.modes.push({
    quote,
    quoteSize: isTriple ? 3 : 1,
    isRaw: prefix.includes("r"),
    isTemplate,
    start,
    line: scanner.line,
    lineStart: scanner.lineStart,
    bracketDepth: 0,
    fieldDepth: -1,
    isLiteral: true,
    inFormatSpec: false,
  });
}

/** Adds the next token of the string's literal text: a Middle, or the End. */
export function scanLiteral(scanner: Scanner, mode: FStringMode): void {
  const { source, pos: start } = scanner;
  if (source.charCodeAt(start) === openBrace && source.charCodeAt(start + 1) !== openBrace) {
    enterField(scanner, mode, start);
    return;
  }
  if (closes(source, start, mode)) {
    scanner.modes.pop();
    scanner.push(mode.isTemplate ? T.TStringEnd : T.FStringEnd, start, start + mode.quoteSize);
    return;
  }
  scanMiddle(scanner, mode, start);
}

function closes(source: string, pos: number, mode: FStringMode): boolean {
  if (source.charCodeAt(pos) !== mode.quote) return false;
  if (mode.quoteSize === 1) return true;
  return source.charCodeAt(pos + 1) === mode.quote && source.charCodeAt(pos + 2) === mode.quote;
}

/** From here on an expression: the main loop reads the brace and what follows. */
function enterField(scanner: Scanner, mode: FStringMode, at: number): void {
  mode.fieldDepth += 1;
  if (mode.fieldDepth >= maxNestedFields) {
    throw scanner.error(`${stringName(mode)}: expressions nested too deeply`, at - 1, at);
  }
  mode.isLiteral = false;
  mode.inFormatSpec = false;
}

export function stringName(mode: FStringMode): string {
  return mode.isTemplate ? "t-string" : "f-string";
}

function scanMiddle(scanner: Scanner, mode: FStringMode, start: number): void {
  const kind = mode.isTemplate ? T.TStringMiddle : T.FStringMiddle;
  const line = scanner.line;
  const col = scanner.column(start);
  const [end, next] = middleEnd(scanner, mode, start);
  scanner.pushFrom(kind, start, line, col, end);
  // A doubled brace is one character of text and two of the source.
  if (next > end) scanner.stream.endCol[scanner.stream.length - 1]! += 1;
  scanner.pos = next;
}

/** Where the literal text ends, and where reading goes on: the second of two doubled braces is skipped. */
function middleEnd(scanner: Scanner, mode: FStringMode, start: number): readonly [number, number] {
  const { source } = scanner;
  const inFormatSpec = mode.inFormatSpec && mode.fieldDepth >= 0;
  let inName = false;
  let pos = start;
  for (;;) {
    const code = source.charCodeAt(pos);
    if (pos >= source.length || (code === newline && mode.quoteSize === 1)) {
      if (inFormatSpec && pos < source.length) {
        if (scanner.minor >= 13) {
          const name = stringName(mode);
          throw scanner.error(
            `${name}: newlines are not allowed in format specifiers for single quoted ${name}s`,
            pos,
          );
        }
        mode.isLiteral = false;
        mode.inFormatSpec = false;
        return [pos, pos];
      }
      throw unterminated(scanner, mode);
    }
    if (code === mode.quote && closes(source, pos, mode)) return [pos, pos];
    if (code === newline) {
      scanner.nextLine(pos + 1);
    } else if (code === openBrace) {
      if (source.charCodeAt(pos + 1) === openBrace && !inFormatSpec) return [pos + 1, pos + 2];
      enterField(scanner, mode, pos);
      return [pos, pos];
    } else if (code === closeBrace) {
      if (inName) return [pos + 1, pos + 1];
      if (source.charCodeAt(pos + 1) === closeBrace && !inFormatSpec && mode.bracketDepth === 0) {
        return [pos + 1, pos + 2];
      }
      mode.isLiteral = false;
      mode.inFormatSpec = false;
      return [pos, pos];
    } else if (code === backslash) {
      const next = source.charCodeAt(pos + 1);
      if (next === newline) scanner.nextLine(pos + 2);
      // A backslash does not escape a brace.
      if (next !== openBrace && next !== closeBrace) pos++;
      if (!mode.isRaw && next === 78 && source.charCodeAt(pos + 1) === openBrace) {
        inName = true;
        pos++;
      }
    }
    pos++;
  }
}

function unterminated(scanner: Scanner, mode: FStringMode): TokenError {
  const atEnd = scanner.lineStart >= scanner.source.length;
  const detected = atEnd ? scanner.line - 1 : scanner.line;
  scanner.line = mode.line;
  scanner.lineStart = mode.lineStart;
  const kind = `${mode.quoteSize === 3 ? "triple-quoted " : ""}${stringName(mode)}`;
  return scanner.error(`unterminated ${kind} literal (detected at line ${detected})`, mode.start);
}

/**
 * The state of reading a source text, shared by the parts of the tokenizer.   [mirrors struct tok_state]
 *
 * Columns are bytes of UTF-8. For a text beyond ASCII they are counted on from the last column asked for on the
 * same line, so that a long line costs linear time.
 */
import type { Diagnostic, SourceRange } from "./diagnostics.ts";
import { TokenStream } from "./token-stream.ts";
import type { TokenKind } from "./tokens.ts";

/** Thrown inside the tokenizer only: it ends the stream with an Error token. */
export class TokenError {
  readonly diagnostic: Diagnostic;
  readonly kind: TokenStream["errorKind"];
  constructor(diagnostic: Diagnostic, kind: TokenStream["errorKind"]) {
    this.diagnostic = diagnostic;
    this.kind = kind;
  }
}

/** An open bracket, for the message about the one that does not match. */
export interface OpenBracket {
  readonly char: string;
  readonly line: number;
  readonly col: number;
}

/** An f-string (or t-string) being read: CPython's tokenizer_mode. */
export interface FStringMode {
  readonly quote: number;
  readonly quoteSize: 1 | 3;
  readonly isRaw: boolean;
  readonly isTemplate: boolean;
  readonly start: number;
  readonly line: number;
  readonly lineStart: number;
  /** Brackets open inside this string, replacement fields included. */
  bracketDepth: number;
  /** The bracket depth of the innermost replacement field; -1 outside of any. */
  fieldDepth: number;
  /** Reading the literal text (or a format spec) rather than an expression. */
  isLiteral: boolean;
  inFormatSpec: boolean;
}

export class Scanner {
  readonly source: string;
  readonly minor: number;
  readonly stream: TokenStream;
  pos = 0;
  line = 1;
  lineStart = 0;
  readonly brackets: OpenBracket[] = [];
  readonly modes: FStringMode[] = [];
  private lastOffset = 0;
  private lastColumn = 0;

  constructor(source: string, minor: number) {
    this.source = source;
    this.minor = minor;
    this.stream = new TokenStream(source, isAsciiText(source));
  }

  /** The UTF-8 column of `offset`, which lies on the current line. */
  column(offset: number): number {
    if (this.stream.isAscii) return offset - this.lineStart;
    if (this.lastOffset < this.lineStart || this.lastOffset > offset) {
      this.lastOffset = this.lineStart;
      this.lastColumn = 0;
    }
    this.lastColumn += utf8Length(this.source, this.lastOffset, offset);
    this.lastOffset = offset;
    return this.lastColumn;
  }

  /** Goes to the line that starts at `lineStart`. */
  nextLine(lineStart: number): void {
    this.line += 1;
    this.lineStart = lineStart;
  }

  /** Adds a token that lies on the current line. */
  push(kind: TokenKind, start: number, end: number): void {
    const col = this.column(start);
    this.pushFrom(kind, start, this.line, col, end);
  }

  /** Adds a token that began at (`line`, `col`) and ends on the current line. */
  pushFrom(kind: TokenKind, start: number, line: number, col: number, end: number): void {
    const stream = this.stream;
    const index = stream.length;
    if (index === stream.kind.length) stream.grow();
    stream.kind[index] = kind;
    stream.start[index] = start;
    stream.end[index] = end;
    stream.line[index] = line;
    stream.col[index] = col;
    stream.endLine[index] = this.line;
    stream.endCol[index] = this.column(end);
    stream.length = index + 1;
    this.pos = end;
  }

  /** A SyntaxError at the characters [from, to) of the current line; CPython mostly gives no end. */
  error(message: string, from: number, to = from): TokenError {
    return new TokenError({ code: "syntax-error", message, range: this.range(from, to) }, "raised");
  }

  /** An error that the parser gives its message. */
  codedError(code: Diagnostic["code"], message: string, from: number, to: number): TokenError {
    return new TokenError({ code, message, range: this.range(from, to) }, "coded");
  }

  private range(from: number, to: number): SourceRange {
    const colOffset = this.column(from);
    const endColOffset = this.column(Math.max(to, from));
    return { lineno: this.line, colOffset, endLineno: this.line, endColOffset };
  }
}

export function isAsciiText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Bytes of `text[from:to]` in UTF-8; each half of a surrogate pair counts two of its four. */
export function utf8Length(text: string, from: number, to: number): number {
  let bytes = to - from;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

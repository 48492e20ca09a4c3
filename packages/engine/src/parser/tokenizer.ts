/**
 * From source text to tokens, all at once.   [mirrors Parser/lexer/lexer.c]
 *
 * An error ends the stream with an Error token, so that it counts only if the parser gets that far: what comes
 * first in the text is reported first, as in CPython.
 */
import { scanLiteral, startFString, stringName } from "./fstring-token.ts";
import { identifierEnd, identifierError, isPrintable } from "./identifier.ts";
import { scanNumber } from "./number-token.ts";
import { operatorAt, singleKind } from "./operators.ts";
import { type OpenBracket, Scanner, TokenError, utf8Length } from "./scanner.ts";
import { scanString } from "./string-token.ts";
import type { TokenStream } from "./token-stream.ts";
import { T, wordKind } from "./tokens.ts";

const maxIndents = 100;
const maxBrackets = 200;
const tabSize = 8;

const space = 32;
const tab = 9;
const newline = 10;
const formFeed = 12;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const dot = 46;
const colon = 58;
const backslash = 92;
const exclamation = 33;
const closeBrace = 125;

/** In the order in which CPython looks for them. */
const incompatiblePrefixes = ["ub", "ur", "uf", "ut", "bf", "bt", "ft"].map(
  (pair) => [pair[0]!, pair[1]!] as const,
);

/** Letters, underscore: 1; digits: 2. Everything beyond ASCII counts as a letter until it is looked at. */
const wordClass = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const lower = code | 32;
  if ((lower >= 97 && lower <= 122) || code === 95) wordClass[code] = 1;
  else if (code >= 48 && code <= 57) wordClass[code] = 2;
}

/** Line ends become "\n", a byte order mark goes, and the last line gets its end: what CPython tokenizes. */
export function normalizeSource(source: string): string {
  let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  if (text.includes("\r")) text = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  return text.length > 0 && !text.endsWith("\n") ? `${text}\n` : text;
}

/** All tokens of a source text that `normalizeSource` has seen. */
export function tokenize(source: string, minor: number): TokenStream {
  const tokenizer = new Tokenizer(source, minor);
  tokenizer.run();
  return tokenizer.stream;
}

class Tokenizer extends Scanner {
  private atLineStart = true;
  private readonly indents = [0];
  /** The same indents with tabs counted as one column: the two must agree. */
  private readonly altIndents = [0];

  run(): void {
    try {
      while (this.next());
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      this.fail(error);
    }
  }

  private fail(error: TokenError): void {
    this.push(T.Error, this.pos, this.pos);
    this.stream.error = error.diagnostic;
    this.stream.errorKind = error.kind;
    this.stream.isErrorInFString = this.modes.length > 0;
  }

  /** Adds the next token; false after the last. */
  private next(): boolean {
    const mode = this.modes.at(-1);
    if (mode?.isLiteral) {
      scanLiteral(this, mode);
      return true;
    }
    if (this.atLineStart && !this.startLine()) return false;
    const { source } = this;
    let pos = this.pos;
    let code = source.charCodeAt(pos);
    while (code === space || code === tab || code === formFeed) code = source.charCodeAt(++pos);
    this.pos = pos;
    if (code < 128) {
      const cls = wordClass[code]!;
      if (cls === 1) {
        this.word(pos);
        return true;
      }
      if (cls === 2) {
        this.number(pos);
        return true;
      }
    }
    return this.other(pos, code);
  }

  private other(pos: number, code: number): boolean {
    const { source } = this;
    switch (code) {
      case newline:
        this.endLine(pos, pos);
        return true;
      case hash:
        this.comment(pos);
        return true;
      case doubleQuote:
      case singleQuote:
        scanString(this, pos, pos);
        return true;
      case backslash:
        this.continuation(pos);
        return true;
      case dot:
        if (wordClass[source.charCodeAt(pos + 1)] === 2) this.number(pos);
        else this.operator(pos, code);
        return true;
      default:
        if (pos >= source.length) return this.finish();
        if (code >= 128) this.word(pos);
        else this.operator(pos, code);
        return true;
    }
  }

  private comment(pos: number): void {
    const end = this.source.indexOf("\n", pos);
    // Only an expression of an f-string that is read from its own text has no line end.
    this.endLine(pos, end < 0 ? this.source.length : end);
  }

  /** The line end at `end`; the Newline token also covers a comment that starts before it. */
  private endLine(start: number, end: number): void {
    if (this.brackets.length === 0) {
      this.push(T.Newline, start, end);
      this.atLineStart = true;
    }
    this.pos = end + 1;
    this.nextLine(end + 1);
  }

  private continuation(pos: number): void {
    if (this.source.charCodeAt(pos + 1) !== newline) {
      const message = "unexpected character after line continuation character";
      throw this.codedError("syntax-error", message, pos + 1, pos + 2);
    }
    this.nextLine(pos + 2);
    this.pos = pos + 2;
    if (this.pos < this.source.length) return;
    const open = this.brackets.at(-1);
    throw open === undefined ? this.unexpectedEnd() : this.neverClosed(open);
  }

  private unexpectedEnd(): TokenError {
    if (this.line > 1) {
      this.line -= 1;
      this.lineStart = this.lastLineStart();
      this.pos = this.source.length - 1;
    }
    return this.codedError("syntax-error", "unexpected EOF while parsing", this.pos, this.pos);
  }

  private neverClosed({ char, line, col }: OpenBracket): TokenError {
    if (this.minor < 10) return this.unexpectedEnd();
    const range = { lineno: line, colOffset: col, endLineno: line, endColOffset: col };
    return new TokenError({ code: "syntax-error", message: `'${char}' was never closed`, range }, "end");
  }

  private word(start: number): void {
    const { source } = this;
    let pos = start;
    let code = source.charCodeAt(pos);
    while (code < 128 && wordClass[code]! !== 0) code = source.charCodeAt(++pos);
    if (code >= 128) {
      pos = identifierEnd(source, pos);
      this.verifyIdentifier(start, pos);
      this.push(T.Name, start, pos);
    } else if ((code === doubleQuote || code === singleQuote) && pos - start <= 5) {
      this.prefixedString(start, pos);
    } else {
      this.push(wordKind(source, start, pos), start, pos);
    }
  }

  /** A string if the letters before the quote are a prefix; else a name, and the string comes next. */
  private prefixedString(start: number, open: number): void {
    switch (this.source.slice(start, open).toLowerCase()) {
      case "r":
      case "u":
      case "b":
      case "br":
      case "rb":
        scanString(this, start, open);
        return;
      case "f":
      case "fr":
      case "rf":
        if (this.minor >= 12) startFString(this, start, open);
        else scanString(this, start, open);
        return;
      case "t":
      case "tr":
      case "rt":
        if (this.minor >= 14) {
          startFString(this, start, open);
          return;
        }
    }
    if (this.minor >= 14) this.verifyPrefix(start, open);
    this.push(wordKind(this.source, start, open), start, open);
  }

  /** From 3.14 letters before a quote that are prefixes, but not together, are told apart from a name. */
  private verifyPrefix(start: number, open: number): void {
    const seen = new Set<string>();
    for (const letter of this.source.slice(start, open).toLowerCase()) {
      if (!"bfrtu".includes(letter) || seen.has(letter)) return;
      seen.add(letter);
    }
    for (const [a, b] of incompatiblePrefixes) {
      if (!seen.has(a) || !seen.has(b)) continue;
      throw this.error(`'${a}' and '${b}' prefixes are incompatible`, start, open);
    }
  }

  private verifyIdentifier(start: number, end: number): void {
    const wrong = identifierError(this.source.slice(start, end));
    if (wrong === null) return;
    if (this.minor < 9) throw this.error("invalid character in identifier", end - 1);
    const at = start + wrong.at;
    throw this.error(wrong.message, at);
  }

  private number(start: number): void {
    const end = scanNumber(this.source, start, this.minor < 10);
    if (typeof end !== "number") throw this.error(end.message, end.at, end.to);
    this.push(T.Number, start, end);
  }

  private operator(pos: number, code: number): void {
    const mode = this.modes.at(-1);
    if (mode !== undefined && code === colon && mode.bracketDepth - 1 === mode.fieldDepth) {
      // The colon before a format spec, never the start of `:=`.
      mode.isLiteral = true;
      mode.inFormatSpec = true;
      this.push(T.Colon, pos, pos + 1);
      return;
    }
    const single = singleKind(code, this.source.charCodeAt(pos + 1));
    if (single === 0) {
      const [kind, length] = operatorAt(this.source, pos);
      this.push(kind, pos, pos + length);
      return;
    }
    if (single >= T.LParen && single <= T.RBrace) this.bracket(pos, code);
    else if (single === T.Unknown) this.verifyPrintable(pos);
    this.push(code === exclamation && this.minor < 12 ? T.Unknown : single, pos, pos + 1);
  }

  private verifyPrintable(pos: number): void {
    const char = this.source.charAt(pos);
    if (isPrintable(char)) return;
    const code = char.charCodeAt(0);
    if (code === 0) throw this.error("source code cannot contain null bytes", pos);
    throw this.error(
      `invalid non-printable character U+${code.toString(16).toUpperCase().padStart(4, "0")}`,
      pos,
    );
  }

  private bracket(pos: number, code: number): void {
    const mode = this.modes.at(-1);
    const char = this.source.charAt(pos);
    if (char === "(" || char === "[" || char === "{") {
      if (this.brackets.length >= maxBrackets) throw this.error("too many nested parentheses", pos);
      this.brackets.push({ char, line: this.line, col: this.column(pos) });
      if (mode !== undefined) mode.bracketDepth += 1;
      return;
    }
    this.closeBracket(pos, char);
    if (mode === undefined) return;
    mode.bracketDepth -= 1;
    if (mode.bracketDepth < 0) throw this.error(`${stringName(mode)}: unmatched '${char}'`, pos);
    if (code === closeBrace && mode.bracketDepth === mode.fieldDepth) {
      mode.fieldDepth -= 1;
      mode.isLiteral = true;
      // A field inside a format spec ends inside that spec.
      mode.inFormatSpec = mode.fieldDepth >= 0;
    }
  }

  private closeBracket(pos: number, char: string): void {
    const mode = this.modes.at(-1);
    if (mode !== undefined && mode.bracketDepth === 0 && char === "}") {
      throw this.error(`${stringName(mode)}: single '}' is not allowed`, pos);
    }
    const open = this.brackets.pop();
    if (open === undefined) throw this.error(`unmatched '${char}'`, pos);
    if ("([{".indexOf(open.char) === ")]}".indexOf(char)) return;
    if (mode !== undefined && open.char === "{" && mode.bracketDepth - 1 === mode.fieldDepth) {
      throw this.error(`${stringName(mode)}: unmatched '${char}'`, pos);
    }
    const where = open.line === this.line ? "" : ` on line ${open.line}`;
    throw this.error(
      `closing parenthesis '${char}' does not match opening parenthesis '${open.char}'${where}`,
      pos,
    );
  }

  // ---- lines and indentation ---------------------------------------------------------------------------------

  /** Reads the indentation of a logical line, skipping lines without code; false where the text ends. */
  private startLine(): boolean {
    const { source } = this;
    for (;;) {
      let col = 0;
      let altCol = 0;
      let continuedCol = 0;
      let pos = this.pos;
      for (; ; pos++) {
        const code = source.charCodeAt(pos);
        if (code === space) {
          col++;
          altCol++;
        } else if (code === tab) {
          col = (Math.floor(col / tabSize) + 1) * tabSize;
          altCol++;
        } else if (code === formFeed) {
          col = 0;
          altCol = 0;
        } else if (code === backslash && this.minor >= 9 && source.charCodeAt(pos + 1) === newline) {
          // The indentation is what stands before the first backslash.
          continuedCol = continuedCol || col;
          this.nextLine(pos + 2);
          pos++;
          if (pos + 1 >= source.length) throw this.unexpectedEnd();
        } else break;
      }
      this.pos = pos;
      const code = source.charCodeAt(pos);
      if (code === newline || code === hash) {
        const end = code === newline ? pos : source.indexOf("\n", pos);
        this.pos = end + 1;
        this.nextLine(end + 1);
        continue;
      }
      if (pos >= source.length) return this.finish();
      this.atLineStart = false;
      this.indentTo(continuedCol || col, continuedCol || altCol);
      return true;
    }
  }

  private indentTo(col: number, altCol: number): void {
    const current = this.indents.at(-1)!;
    if (col === current) {
      if (altCol !== this.altIndents.at(-1)) throw this.tabError();
    } else if (col > current) {
      if (this.indents.length >= maxIndents) {
        throw this.codedError("indentation-error", "too many levels of indentation", this.pos, this.pos);
      }
      if (altCol <= this.altIndents.at(-1)!) throw this.tabError();
      this.indents.push(col);
      this.altIndents.push(altCol);
      this.pushLayout(T.Indent);
    } else {
      this.dedentTo(col, altCol);
    }
  }

  private dedentTo(col: number, altCol: number): void {
    let dedents = 0;
    while (this.indents.length > 1 && col < this.indents.at(-1)!) {
      this.indents.pop();
      this.altIndents.pop();
      dedents++;
    }
    if (col !== this.indents.at(-1)) {
      throw this.codedError(
        "indentation-error",
        "unindent does not match any outer indentation level",
        ...this.lineEnd(),
      );
    }
    if (altCol !== this.altIndents.at(-1)) throw this.tabError();
    for (; dedents > 0; dedents--) this.pushLayout(T.Dedent);
  }

  /** Where CPython's tokenizer stands when it has given up on a line. */
  private lineEnd(): [number, number] {
    const end = this.source.indexOf("\n", this.pos);
    return [end, end];
  }

  private tabError(): TokenError {
    const message = "inconsistent use of tabs and spaces in indentation";
    if (this.minor === 8) return this.codedError("tab-error", message, ...this.lineEnd());
    return this.codedError("tab-error", message, this.lineStart, this.lineStart);
  }

  /** Indent, Dedent and EndMarker have no column of their own. */
  private pushLayout(kind: number): void {
    this.push(kind, this.pos, this.pos);
    const index = this.stream.length - 1;
    this.stream.col[index] = -1;
    if (this.pos < this.source.length || this.pos === 0) return;
    // At the end CPython still stands behind the last line.
    const start = this.lastLineStart();
    this.stream.line[index]! -= 1;
    this.stream.endLine[index]! -= 1;
    this.stream.endCol[index] = utf8Length(this.source, start, this.pos);
  }

  private lastLineStart(): number {
    return this.source.lastIndexOf("\n", this.source.length - 2) + 1;
  }

  private finish(): boolean {
    this.pos = this.source.length;
    const open = this.brackets.at(-1);
    if (open !== undefined) throw this.neverClosed(open);
    if (!this.atLineStart) {
      // Only the text of a single expression has no line end.
      this.push(T.Newline, this.pos, this.pos);
    }
    for (let i = this.indents.length; i > 1; i--) this.pushLayout(T.Dedent);
    this.pushLayout(T.EndMarker);
    return false;
  }
}

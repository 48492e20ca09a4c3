/**
 * From source text to tokens, all at once.   [mirrors Parser/lexer/lexer.c]
 *
 * An error ends the stream with an Error token, so that it counts only if the parser gets that far: what comes
 * first in the text is reported first, as in CPython.
 */
import { scanLiteral, startFString, stringName } from "./fstring-token.ts";
import { identifierEnd, identifierError, isPrintable } from "./identifier.ts";
import { LineScanner } from "./line-scanner.ts";
import { scanNumber } from "./number-token.ts";
import { operatorAt, singleKind } from "./operators.ts";
import { TokenError } from "./scanner.ts";
import { scanString } from "./string-token.ts";
import type { TokenStream } from "./token-stream.ts";
import { T, wordKind } from "./tokens.ts";

const maxBrackets = 200;

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

class Tokenizer extends LineScanner {
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
    throw open === undefined || this.minor < 10 ? this.unexpectedEnd() : this.neverClosed(open);
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
}

/**
 * f-strings to 3.11: one string token, read by hand.   [mirrors Parser/string_parser.c of 3.11]
 *
 * The text of each expression is put in parentheses and parsed on its own. Where CPython places it depends on the
 * version: 3.8 searches the text in the literal and may find it too early, or not at all.
 */
import type { Expr, FormattedValue, JoinedStr, Location } from "./ast.ts";
import { decodeEscapes, type EscapeError } from "./escapes.ts";
import { utf8Length } from "./scanner.ts";
import type { LiteralParts } from "./string-literal.ts";

/** What the reader needs of the parser around it. */
export interface FStringHost {
  readonly minor: number;
  /** All the literals in a row. */
  readonly whole: Location;
  /** The literal from which places are counted, and the text in which 3.8 searches. */
  readonly token: Location;
  readonly searchText: string;
  /** The position a format spec takes. */
  readonly spec: Location;
  newBuilder(span: Location): Builder;
  parseNested(text: string, lines: number, cols: number): Expr;
  fail(message: string): never;
  failEscape(error: EscapeError): never;
}

interface Builder {
  isFString: boolean;
  addText(text: string): void;
  addField(field: Expr): void;
  finish(span: Location): Expr;
}

/** Adds the parts of the f-string `token` to `builder`. */
export function parseLegacyFString(
  host: FStringHost,
  builder: Builder,
  token: string,
  parts: LiteralParts,
): void {
  const reader = new FStringReader(host, token, parts);
  reader.read(builder, 0);
}

const maxBrackets = 200;

class FStringReader {
  private readonly host: FStringHost;
  private readonly text: string;
  private readonly isRaw: boolean;
  private readonly end: number;
  private pos: number;

  constructor(host: FStringHost, token: string, parts: LiteralParts) {
    this.host = host;
    this.text = token;
    this.isRaw = parts.isRaw;
    this.pos = parts.bodyStart;
    this.end = parts.bodyEnd;
  }

  /** Reads literal text and fields; level 0 is the string itself, deeper ones are format specs. */
  read(builder: Builder, level: number): void {
    for (;;) {
      const more = this.readText(builder, level);
      if (more) continue;
      if (this.pos >= this.end || this.text[this.pos] === "}") break;
      this.readField(builder, level);
    }
    if (level > 0 && this.text[this.pos] !== "}") this.host.fail("f-string: expecting '}'");
  }

  /** Literal text up to a brace; true where a doubled brace ended it and more text may follow. */
  private readText(builder: Builder, level: number): boolean {
    const start = this.pos;
    let at = start;
    for (; at < this.end; at++) {
      const char = this.text[at];
      if (char === "\\" && !this.isRaw && at + 1 < this.end) {
        at = this.afterBackslash(at);
      } else if (char === "{" || char === "}") {
        if (level === 0 && at + 1 < this.end && this.text[at + 1] === char) {
          this.addText(builder, start, at + 1);
          this.pos = at + 2;
          return true;
        }
        if (level === 0 && char === "}") this.host.fail("f-string: single '}' is not allowed");
        break;
      }
    }
    this.addText(builder, start, Math.min(at, this.end));
    this.pos = Math.min(at, this.end);
    return false;
  }

  /** The offset of the last character that the backslash at `at` takes along; it does not escape a brace. */
  private afterBackslash(at: number): number {
    const next = this.text[at + 1];
    if (next === "{" || next === "}") return at;
    if (next === "N" && this.text[at + 2] === "{" && at + 2 < this.end) {
      const close = this.text.indexOf("}", at + 3);
      return close < 0 || close >= this.end ? this.end - 1 : close;
    }
    return at + 1;
  }

  private addText(builder: Builder, start: number, end: number): void {
    const text = this.text.slice(start, end);
    const value = this.isRaw || !text.includes("\\") ? text : decodeEscapes(text);
    if (typeof value !== "string") this.host.failEscape(value);
    builder.addText(value);
  }

  /** One replacement field, from its opening to its closing brace. */
  private readField(builder: Builder, level: number): void {
    const { host, text, end } = this;
    if (level >= 2) host.fail("f-string: expressions nested too deeply");
    const start = this.pos + 1;
    this.pos = this.expressionEnd(start);
    if (this.pos >= end) host.fail("f-string: expecting '}'");
    const value = this.parseField(start, this.pos);
    let isDebug = false;
    if (text[this.pos] === "=") {
      isDebug = true;
      this.pos++;
      while (/[ \t\n\r\f\v]/.test(text.charAt(this.pos))) this.pos++;
      builder.addText(text.slice(start, this.pos));
    }
    let conversion = this.readConversion();
    const formatSpec = this.readFormatSpec(level);
    if (this.pos >= end || text[this.pos] !== "}") host.fail("f-string: expecting '}'");
    this.pos++;
    if (isDebug && formatSpec === null && conversion === "") conversion = "r";
    builder.addField({ type: "FormattedValue", ...host.whole, value, conversion, formatSpec });
  }

  private readConversion(): FormattedValue["conversion"] {
    if (this.text[this.pos] !== "!") return "";
    this.pos++;
    if (this.pos >= this.end) this.host.fail("f-string: expecting '}'");
    const letter = this.text[this.pos++];
    if (letter === "s" || letter === "r" || letter === "a") return letter;
    return this.host.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }

  private readFormatSpec(level: number): JoinedStr | null {
    if (this.pos >= this.end) this.host.fail("f-string: expecting '}'");
    if (this.text[this.pos] !== ":") return null;
    this.pos++;
    if (this.pos >= this.end) this.host.fail("f-string: expecting '}'");
    const builder = this.host.newBuilder(this.host.whole);
    builder.isFString = true;
    this.read(builder, level + 1);
    const spec = builder.finish(this.host.spec);
    return spec.type === "JoinedStr" ? spec : null;
  }

  /** Where the expression that starts at `start` ends: at a `!`, `:`, `=` or `}` outside strings and brackets. */
  private expressionEnd(start: number): number {
    const { host, text, end } = this;
    const brackets: string[] = [];
    let quote = "";
    let at = start;
    for (; at < end; at++) {
      const char = text.charAt(at);
      if (char === "\\") host.fail("f-string expression part cannot include a backslash");
      if (quote !== "") {
        if (text.startsWith(quote, at)) {
          at += quote.length - 1;
          quote = "";
        }
      } else if (char === "'" || char === '"') {
        quote = at + 2 < end && text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
        at += quote.length - 1;
      } else if (char === "[" || char === "{" || char === "(") {
        if (brackets.length >= maxBrackets) host.fail("f-string: too many nested parenthesis");
        brackets.push(char);
      } else if (char === "#") {
        host.fail("f-string expression part cannot include '#'");
      } else if (brackets.length === 0 && "!:}=<>".includes(char)) {
        if (at + 1 < end) {
          if ("!=<>".includes(char) && text[at + 1] === "=") {
            at++;
            continue;
          }
          if (char === "<" || char === ">") continue;
        }
        break;
      } else if (char === "]" || char === "}" || char === ")") {
        const open = brackets.pop();
        if (open === undefined) return host.fail(`f-string: unmatched '${char}'`);
        if ("([{".indexOf(open) !== ")]}".indexOf(char)) {
          host.fail(`f-string: closing parenthesis '${char}' does not match opening parenthesis '${open}'`);
        }
      }
    }
    if (quote !== "") host.fail("f-string: unterminated string");
    const open = brackets.at(-1);
    if (open !== undefined) host.fail(`f-string: unmatched '${open}'`);
    return at;
  }

  private parseField(start: number, end: number): Expr {
    const expression = this.text.slice(start, end);
    if (/^[ \t\n\f\r]*$/.test(expression)) this.failEmpty(this.text.charAt(end));
    const { lines, cols } = this.place(start, expression);
    return this.host.parseNested(`(${expression})`, lines, cols);
  }

  private failEmpty(next: string): never {
    if (this.host.minor === 11 && next !== "}")
      this.host.fail(`f-string: expression required before '${next}'`);
    return this.host.fail("f-string: empty expression not allowed");
  }

  /** Lines and columns to add to what is found in `(expression)`. */
  private place(start: number, expression: string): { lines: number; cols: number } {
    const { host } = this;
    const line = host.token.lineno - 1;
    const text = host.minor === 8 ? host.searchText : this.text;
    const brace = host.minor === 8 ? text.indexOf(`{${expression}}`) : start - 1;
    if (brace < 0) return { lines: line, cols: host.token.colOffset };
    const lines = countLines(text, brace);
    // 3.10 counts from the start of the brace's line; before, the literal's own column is added on every line.
    const base = lines > 0 && host.minor >= 10 ? -1 : host.token.colOffset;
    return { lines: line + lines, cols: base + this.shift(text, brace, expression) };
  }

  /** What CPython adds to the columns of an expression whose opening brace is at `brace`. */
  private shift(text: string, brace: number, expression: string): number {
    // An expression that begins on the next line has no columns to shift.
    if (/^[ \t\f]*\n/.test(expression)) return 0;
    return utf8Length(text, Math.max(0, text.lastIndexOf("\n", brace)), brace);
  }
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

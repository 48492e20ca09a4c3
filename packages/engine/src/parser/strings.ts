/**
 * String literals that stand side by side, and what they become together.   [mirrors _PyPegen_concatenate_strings]
 *
 * To 3.11 an f-string is one token whose expressions are parsed as texts of their own, and every part takes the
 * position of the whole; from 3.12 its parts are tokens and keep their own.
 */
import type { Constant, Expr, JoinedStr, Location } from "./ast.ts";
import { Cursor } from "./cursor.ts";
import type { EscapeError } from "./escapes.ts";
import { type FStringHost, parseLegacyFString } from "./fstring-legacy.ts";
import { bytesValue, type LiteralParts, literalParts, stringValue } from "./string-literal.ts";
import { T } from "./tokens.ts";

export abstract class StringParser extends Cursor {
  /** Parses the text of an older f-string's expression; lines and columns as `Origin` has them. */
  protected abstract parseNested(text: string, lines: number, cols: number): Expr;
  protected abstract parseFString(): Expr;

  /** One or more literals in a row. */
  protected parseStrings(): Expr {
    const start = this.index;
    if (this.minor < 12) this.rejectBeforeError();
    if (this.kind === T.String && this.peek() !== T.String && this.peek() !== T.FStringStart) {
      const text = this.stream.text(start);
      const parts = literalParts(text);
      if (!parts.isFString) {
        this.advance();
        return this.literal(start, text, parts);
      }
    }
    return this.minor >= 12 ? this.parseParts(start) : this.parseLegacyParts(start);
  }

  /** To 3.11 the token behind the literals is read before they are looked into. */
  private rejectBeforeError(): void {
    let next = this.index;
    while (this.kinds[next] === T.String) next++;
    if (this.kinds[next] === T.Error) this.reject();
  }

  /** Where the tokens from `start` to the last read lie. */
  protected spanFrom(start: number): Location {
    return {
      lineno: this.line(start),
      colOffset: this.col(start),
      endLineno: this.endLine(),
      endColOffset: this.endCol(),
    };
  }

  private literal(token: number, text: string, parts: LiteralParts): Constant {
    const span = this.rangeOf(token);
    if (parts.isBytes) {
      const value = bytesValue(text, parts);
      if (!(value instanceof Uint8Array)) this.failEscape(value, token);
      return { type: "Constant", ...span, value: { kind: "bytes", value } };
    }
    const value = stringValue(text, parts);
    if (typeof value !== "string") this.failEscape(value, token);
    return { type: "Constant", ...span, value: { kind: "str", value, prefixU: parts.hasU } };
  }

  protected failEscape(error: EscapeError, token: number): never {
    const isAscii = error.message.startsWith("bytes can");
    // From 3.9 to 3.11 CPython has read the token after the literals when it notices.
    let at = token;
    if (this.minor > 8 && (this.minor < 11 || (this.minor < 12 && !isAscii)))
      while (this.kinds[at] === T.String) at++;
    const message = isAscii && this.minor < 10 ? `${error.message}.` : error.message;
    this.fail(message, this.rangeOf(at), error.isUnsupported ? "unsupported" : "syntax-error");
  }

  // ---- from 3.12 ---------------------------------------------------------------------------------------------

  private parseParts(start: number): Expr {
    const parts: Expr[] = [];
    for (;;) {
      if (this.kind === T.String) {
        const text = this.stream.text(this.index);
        parts.push(this.literal(this.index, text, literalParts(text)));
        this.advance();
      } else if (this.kind === T.FStringStart || this.kind === T.TStringStart) {
        parts.push(this.parseFString());
      } else break;
    }
    return this.concatenate(parts, this.spanFrom(start));
  }

  /** Joins neighbours: constants melt together, and one f-string (t-string) makes the whole one. */
  protected concatenate(parts: readonly Expr[], span: Location): Expr {
    const templates = parts.filter((part) => part.type === "TemplateStr").length;
    if (templates > 0 && templates < parts.length) this.reject();
    const isFString = parts.some((part) => part.type !== "Constant");
    const first = parts[0]!;
    if (!isFString && parts.length === 1) return first;
    const bytes = parts.filter(isBytesConstant);
    if (bytes.length > 0) {
      if (bytes.length < parts.length) this.failMixed(this.index);
      return { type: "Constant", ...span, value: { kind: "bytes", value: joinBytes(bytes) } };
    }
    const flat = parts.flatMap((part) =>
      part.type === "JoinedStr" || part.type === "TemplateStr" ? part.values : [part],
    );
    const values = foldConstants(flat, isFString);
    if (!isFString) return values[0]!;
    return { type: templates > 0 ? "TemplateStr" : "JoinedStr", ...span, values };
  }

  /** CPython has read one token further when it notices. */
  private failMixed(first: number): never {
    this.fail("cannot mix bytes and nonbytes literals", this.rangeOf(this.minor === 8 ? first : this.index));
  }

  // ---- to 3.11 -----------------------------------------------------------------------------------------------

  private parseLegacyParts(start: number): Expr {
    while (this.kind === T.String) this.advance();
    const span = this.spanFrom(start);
    const tokens = Array.from({ length: this.index - start }, (_, i) => start + i);
    const texts = tokens.map((token) => this.stream.text(token));
    const parts = texts.map(literalParts);
    const isBytes = parts[0]!.isBytes;
    if (isBytes && parts.every((part) => part.isBytes)) {
      const bytes = tokens.map((token, i) => this.literal(token, texts[i]!, parts[i]!));
      return { type: "Constant", ...span, value: { kind: "bytes", value: joinBytes(bytes) } };
    }
    const prefixU = parts[0]!.hasU;
    const builder = new JoinedBuilder(span, prefixU);
    for (const [i, token] of tokens.entries()) {
      const part = parts[i]!;
      // What is wrong with an earlier literal comes first.
      if (part.isBytes !== isBytes) this.failMixed(start);
      if (part.isFString) {
        builder.isFString = true;
        parseLegacyFString(this.legacyHost(start, token), builder, texts[i]!, part);
      } else {
        const value = stringValue(texts[i]!, part);
        if (typeof value !== "string") this.failEscape(value, token);
        builder.addText(value);
      }
    }
    return builder.finish(span);
  }

  private legacyHost(first: number, token: number): FStringHost {
    const whole = this.spanFrom(first);
    const own = this.rangeOf(token);
    return {
      minor: this.minor,
      whole,
      // 3.8 knows only the node of all the strings, and searches in the first of them.
      token: this.minor === 8 ? { ...own, lineno: whole.lineno, colOffset: whole.colOffset } : own,
      searchText: this.stream.text(this.minor === 8 ? first : token),
      spec: this.minor === 8 ? whole : own,
      newBuilder: (span) => new JoinedBuilder(span, this.stream.source[this.stream.start[first]!] === "u"),
      parseNested: (text, lines, cols) => this.parseNested(text, lines, cols),
      fail: (message) =>
        this.fail(message, this.minor === 8 ? this.rangeOf(first) : this.rangeOf(this.index)),
      failEscape: (error) => this.failEscape(error, token),
    };
  }
}

function isBytesConstant(expr: Expr): expr is Constant {
  return expr.type === "Constant" && expr.value.kind === "bytes";
}

function joinBytes(parts: readonly Constant[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (part.value.kind === "bytes" ? [...part.value.value] : [])));
}

/** Melts neighbouring str constants; in an f-string, empty ones disappear. */
function foldConstants(parts: readonly Expr[], isFString: boolean): Expr[] {
  const folded: Expr[] = [];
  for (let i = 0; i < parts.length; ) {
    const first = parts[i]!;
    if (first.type !== "Constant" || first.value.kind !== "str") {
      folded.push(first);
      i++;
      continue;
    }
    let text = "";
    let last: Constant = first;
    for (; i < parts.length; i++) {
      const part = parts[i]!;
      if (part.type !== "Constant" || part.value.kind !== "str") break;
      text += part.value.value;
      last = part;
    }
    if (isFString && text === "") continue;
    folded.push({
      type: "Constant",
      lineno: first.lineno,
      colOffset: first.colOffset,
      endLineno: last.endLineno,
      endColOffset: last.endColOffset,
      value: { kind: "str", value: text, prefixU: first.value.prefixU },
    });
  }
  return folded;
}

/** Collects the parts of an older f-string: CPython's FstringParser. Text gets the span of all the literals. */
export class JoinedBuilder {
  isFString = false;
  private readonly values: Expr[] = [];
  private text = "";
  private readonly span: Location;
  private readonly prefixU: boolean;

  constructor(span: Location, prefixU: boolean) {
    this.span = span;
    this.prefixU = prefixU;
  }

  addText(text: string): void {
    this.text += text;
  }

  addField(field: Expr): void {
    this.flush(this.span);
    this.values.push(field);
  }

  private flush(span: Location): void {
    if (this.text === "") return;
    this.values.push(this.constant(span));
    this.text = "";
  }

  private constant(span: Location): Constant {
    return { type: "Constant", ...span, value: { kind: "str", value: this.text, prefixU: this.prefixU } };
  }

  finish(span: Location): Constant | JoinedStr {
    if (!this.isFString) return this.constant(span);
    this.flush(span);
    return { type: "JoinedStr", ...span, values: this.values };
  }
}

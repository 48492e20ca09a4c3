/** f-strings and t-strings from their tokens, 3.12 and later.   [mirrors _PyPegen_joined_str, _PyPegen_formatted_value] */
import type { Constant, Expr, FormattedValue, Interpolation, JoinedStr } from "./ast.ts";
import { decodeEscapes } from "./escapes.ts";
import { StringParser } from "./strings.ts";
import { T } from "./tokens.ts";

export abstract class FStringParser extends StringParser {
  protected override parseFString(): Expr {
    const start = this.index;
    const isTemplate = this.kind === T.TStringStart;
    const isRaw = /r/i.test(this.stream.text(start));
    this.advance();
    const values: Expr[] = [];
    for (;;) {
      if (this.kind === T.FStringMiddle || this.kind === T.TStringMiddle) values.push(this.middle(isRaw));
      else if (this.kind === T.LBrace) values.push(...this.field(isTemplate, isRaw));
      else break;
    }
    this.expect(isTemplate ? T.TStringEnd : T.FStringEnd);
    const type = isTemplate ? "TemplateStr" : "JoinedStr";
    return { type, ...this.spanFrom(start), values };
  }

  private middle(isRaw: boolean): Constant {
    const token = this.index;
    const text = this.stream.text(token);
    const value = isRaw || !text.includes("\\") ? text : decodeEscapes(text);
    if (typeof value !== "string") this.failEscape(value, token);
    this.advance();
    return { type: "Constant", ...this.rangeOf(token), value: { kind: "str", value, prefixU: false } };
  }

  /** A replacement field; with `=` the text of the expression comes before it. */
  private field(isTemplate: boolean, isRaw: boolean): Expr[] {
    this.enter();
    const start = this.index;
    this.advance();
    const value = this.kind === T.Yield ? this.parseYield() : this.parseStarExpressions();
    const valueEnd = this.index;
    const isDebug = this.eat(T.Equal);
    const textEnd = this.index;
    const given = this.kind === T.Exclamation ? this.conversion() : "";
    const formatSpec = this.kind === T.Colon ? this.formatSpec(isRaw) : null;
    this.expect(T.RBrace);
    const conversion = given === "" && isDebug && formatSpec === null ? "r" : given;
    const span = this.spanFrom(start);
    const node: FormattedValue | Interpolation = isTemplate
      ? {
          type: "Interpolation",
          ...span,
          value,
          str: this.textBetween(start, valueEnd),
          conversion,
          formatSpec,
        }
      : { type: "FormattedValue", ...span, value, conversion, formatSpec };
    this.leave();
    return isDebug ? [this.debugText(start, textEnd), node] : [node];
  }

  /** The source after the brace up to token `end`. */
  private textBetween(brace: number, end: number): string {
    const { stream } = this;
    const whole = stream.source.slice(stream.end[brace]!, stream.start[end]!);
    // 3.12 takes any # for a comment, even in a string.
    if (this.minor === 12 || !whole.includes("#")) return withoutComments(whole);
    let text = "";
    for (let token = brace; token < end; token++) {
      if (token > brace) text += stream.text(token);
      text += withoutComments(stream.source.slice(stream.end[token]!, stream.start[token + 1]!));
    }
    return text;
  }

  private debugText(start: number, end: number): Constant {
    return {
      type: "Constant",
      lineno: this.line(start),
      colOffset: this.col(start) + 1,
      endLineno: this.line(end),
      endColOffset: this.col(end),
      value: { kind: "str", value: this.textBetween(start, end), prefixU: false },
    };
  }

  private conversion(): FormattedValue["conversion"] {
    const { stream } = this;
    const mark = this.index;
    this.advance();
    if (this.kind !== T.Name || stream.start[this.index] !== stream.end[mark]) this.reject();
    const name = this.nameAt(this.index);
    if (name !== "s" && name !== "r" && name !== "a") this.reject();
    this.advance();
    return name;
  }

  /** Inside a format spec even a template has ordinary fields. */
  private formatSpec(isRaw: boolean): JoinedStr {
    const start = this.index;
    this.advance();
    const parts: Expr[] = [];
    for (;;) {
      if (this.kind === T.FStringMiddle || this.kind === T.TStringMiddle)
        parts.push(this.middle(isRaw && this.minor > 12));
      else if (this.kind === T.LBrace) parts.push(...this.field(false, isRaw));
      else break;
    }
    const span = this.spanFrom(start);
    const values = parts.filter(
      (part) => part.type !== "Constant" || part.value.kind !== "str" || part.value.value !== "",
    );
    // 3.12 neither joins the parts of a format spec nor reads it as raw, and keeps empty ones beside others.
    if (this.minor === 12) return { type: "JoinedStr", ...span, values: parts.length === 1 ? values : parts };
    if (values.length === 0 || (values.length === 1 && values[0]!.type === "Constant")) {
      return { type: "JoinedStr", ...span, values };
    }
    const joined = this.concatenate(values, span);
    return joined.type === "JoinedStr" ? joined : { type: "JoinedStr", ...span, values: [joined] };
  }
}

/** The text of an expression as `=` shows it: comments go, their line ends stay. */
function withoutComments(text: string): string {
  return text.includes("#") ? text.replace(/#[^\n]*/g, "") : text;
}

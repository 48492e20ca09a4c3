/** Patterns of `match` statements, 3.10 and later. */
import type { Attribute, ConstantValue, Expr, MatchClass, MatchMapping, Name, Pattern } from "./ast.ts";
import { ExpressionParser } from "./expression.ts";
import { T } from "./tokens.ts";

export abstract class PatternParser extends ExpressionParser {
  /** What stands after `case`: one pattern, or a sequence without brackets. */
  protected parsePatterns(): Pattern {
    const start = this.index;
    const first = this.parseMaybeStarPattern();
    if (this.kind !== T.Comma) {
      if (first.type === "MatchStar") this.reject();
      return first;
    }
    const patterns = [first];
    while (this.eat(T.Comma)) {
      if (this.kind === T.Colon || this.kind === T.If) break;
      patterns.push(this.parseMaybeStarPattern());
    }
    return { type: "MatchSequence", ...this.spanFrom(start), patterns };
  }

  private parseMaybeStarPattern(): Pattern {
    if (this.kind !== T.Star) return this.parsePattern();
    const start = this.index;
    this.advance();
    const name = this.expectName();
    return { type: "MatchStar", ...this.spanFrom(start), name: name === "_" ? null : name };
  }

  private parsePattern(): Pattern {
    this.enter();
    const start = this.index;
    const pattern = this.parseOrPattern();
    this.leave();
    if (!this.eat(T.As)) return pattern;
    const name = this.parseCaptureName();
    return { type: "MatchAs", ...this.spanFrom(start), pattern, name };
  }

  /** A name to bind: not `_`, and not the beginning of something longer. */
  private parseCaptureName(): string {
    const name = this.expectName();
    if (name === "_" || this.kind === T.Dot || this.kind === T.LParen || this.kind === T.Equal) this.reject();
    return name;
  }

  private parseOrPattern(): Pattern {
    const start = this.index;
    const first = this.parseClosedPattern();
    if (this.kind !== T.VBar) return first;
    const patterns = [first];
    while (this.eat(T.VBar)) patterns.push(this.parseClosedPattern());
    return { type: "MatchOr", ...this.spanFrom(start), patterns };
  }

  private parseClosedPattern(): Pattern {
    const start = this.index;
    switch (this.kind) {
      case T.None:
        return this.singleton({ kind: "none" });
      case T.True:
        return this.singleton({ kind: "true" });
      case T.False:
        return this.singleton({ kind: "false" });
      case T.Name:
        return this.parseNamePattern();
      case T.LBracket:
        return this.parseSequence(T.RBracket);
      case T.LParen:
        return this.parseSequence(T.RParen);
      case T.LBrace:
        return this.parseMappingPattern();
      default: {
        const value = this.parseLiteral();
        return { type: "MatchValue", ...this.spanFrom(start), value };
      }
    }
  }

  private singleton(value: ConstantValue): Pattern {
    const token = this.index;
    this.advance();
    return { type: "MatchSingleton", ...this.rangeOf(token), value };
  }

  // ---- values ------------------------------------------------------------------------------------------------

  /** A string, or a number that may have a sign and an imaginary part. */
  private parseLiteral(): Expr {
    if (this.kind !== T.Number && !this.atSign()) {
      if (this.kind !== T.String && this.kind !== T.FStringStart && this.kind !== T.TStringStart)
        this.reject();
      return this.parseStrings();
    }
    const start = this.index;
    const left = this.parseSignedNumber();
    if (this.kind !== T.Plus && this.kind !== T.Minus) return left;
    const op = this.kind === T.Plus ? "Add" : "Sub";
    if (isImaginary(left)) this.reject();
    this.advance();
    if (this.kind !== T.Number) this.reject();
    const right = this.parseNumber();
    if (!isImaginary(right)) this.reject();
    return { type: "BinOp", ...this.spanFrom(start), left, op, right };
  }

  /** A plus sign before a number came with 3.15. */
  private atSign(): boolean {
    return this.kind === T.Minus || (this.kind === T.Plus && this.minor >= 15);
  }

  private parseSignedNumber(): Expr {
    if (!this.atSign()) return this.parseNumber();
    const start = this.index;
    const op = this.kind === T.Minus ? "USub" : "UAdd";
    this.advance();
    if (this.kind !== T.Number) this.reject();
    const operand = this.parseNumber();
    return { type: "UnaryOp", ...this.spanFrom(start), op, operand };
  }

  // ---- names, values and classes -----------------------------------------------------------------------------

  private parseNamePattern(): Pattern {
    const start = this.index;
    const next = this.peek();
    if (next !== T.Dot && next !== T.LParen) {
      const name = this.expectName();
      if (this.kind === T.Equal) this.reject();
      const bound = name === "_" ? null : name;
      return { type: "MatchAs", ...this.spanFrom(start), pattern: null, name: bound };
    }
    const value = this.parseNameOrAttribute();
    if (this.kind === T.LParen) return this.parseClass(start, value);
    return { type: "MatchValue", ...this.spanFrom(start), value };
  }

  private parseNameOrAttribute(): Name | Attribute {
    const start = this.index;
    let value: Name | Attribute = this.parseName("Load");
    while (this.eat(T.Dot)) {
      const attr = this.expectName();
      value = { type: "Attribute", ...this.spanFrom(start), value, attr, ctx: "Load" };
    }
    return value;
  }

  private parseClass(start: number, cls: Expr): MatchClass {
    this.advance();
    const patterns: Pattern[] = [];
    const kwdAttrs: string[] = [];
    const kwdPatterns: Pattern[] = [];
    while (this.kind !== T.RParen) {
      if (this.kind === T.Name && this.peek() === T.Equal) {
        kwdAttrs.push(this.expectName());
        this.advance();
        kwdPatterns.push(this.parsePattern());
      } else {
        if (kwdAttrs.length > 0) this.reject();
        patterns.push(this.parsePattern());
      }
      if (!this.eat(T.Comma)) break;
    }
    this.expect(T.RParen);
    return { type: "MatchClass", ...this.spanFrom(start), cls, patterns, kwdAttrs, kwdPatterns };
  }

  // ---- sequences and mappings --------------------------------------------------------------------------------

  /** `[…]` is always a sequence; `(p)` without a comma is just `p`. */
  private parseSequence(close: number): Pattern {
    const start = this.index;
    this.advance();
    const patterns: Pattern[] = [];
    let hasComma = false;
    while (this.kind !== close) {
      patterns.push(this.parseMaybeStarPattern());
      if (!this.eat(T.Comma)) break;
      hasComma = true;
    }
    this.expect(close);
    const only = patterns[0];
    if (close === T.RParen && only !== undefined && !hasComma) {
      if (only.type === "MatchStar") this.reject();
      return only;
    }
    return { type: "MatchSequence", ...this.spanFrom(start), patterns };
  }

  private parseMappingPattern(): MatchMapping {
    const start = this.index;
    this.advance();
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.kind !== T.RBrace) {
      if (rest !== null) this.reject();
      if (this.eat(T.DoubleStar)) {
        rest = this.parseCaptureName();
      } else {
        keys.push(this.parseMappingKey());
        this.expect(T.Colon);
        patterns.push(this.parsePattern());
      }
      if (!this.eat(T.Comma)) break;
    }
    this.expect(T.RBrace);
    return { type: "MatchMapping", ...this.spanFrom(start), keys, patterns, rest };
  }

  private parseMappingKey(): Expr {
    switch (this.kind) {
      case T.None:
      case T.True:
      case T.False:
        return this.parseAtom();
      case T.Name: {
        const key = this.parseNameOrAttribute();
        return key.type === "Attribute" ? key : this.reject();
      }
      default:
        return this.parseLiteral();
    }
  }
}

function isImaginary(expr: Expr): boolean {
  const value: Expr = expr.type === "UnaryOp" ? expr.operand : expr;
  return value.type === "Constant" && value.value.kind === "complex";
}

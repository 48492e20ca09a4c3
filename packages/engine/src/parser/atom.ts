/** Atoms: names, literals, and everything in brackets, comprehensions included. */
import type { Comprehension, Constant, ConstantValue, Expr, Starred } from "./ast.ts";
import { FStringParser } from "./fstring.ts";
import { numberValue } from "./number-literal.ts";
import { asTarget } from "./target.ts";
import { T } from "./tokens.ts";

export abstract class AtomParser extends FStringParser {
  protected parseAtom(): Expr {
    switch (this.kind) {
      case T.Name:
        return this.parseName("Load");
      case T.Number:
        return this.parseNumber();
      case T.String:
      case T.FStringStart:
      case T.TStringStart:
        return this.parseStrings();
      case T.LParen:
        return this.parseParenthesized();
      case T.LBracket:
        return this.parseList();
      case T.LBrace:
        return this.parseBraces();
      case T.None:
        return this.constant({ kind: "none" });
      case T.True:
        return this.constant({ kind: "true" });
      case T.False:
        return this.constant({ kind: "false" });
      case T.Ellipsis:
        return this.constant({ kind: "ellipsis" });
      default:
        return this.reject();
    }
  }

  private constant(value: ConstantValue): Constant {
    const token = this.index;
    this.advance();
    return {
      type: "Constant",
      lineno: this.line(token),
      colOffset: this.col(token),
      endLineno: this.endLine(),
      endColOffset: this.endCol(),
      value,
    };
  }

  protected parseNumber(): Constant {
    const value = numberValue(this.stream.text(this.index));
    if (typeof value === "string") this.fail(value, this.rangeOf(this.index));
    return this.constant(value);
  }

  /** `*a` or an expression that may be a `:=`: an element of a display. */
  protected parseStarNamedExpression(): Expr {
    return this.kind === T.Star ? this.parseStarred() : this.parseNamedExpression();
  }

  /** `*` and what it may take apart outside of calls. */
  protected parseStarred(): Starred {
    const start = this.index;
    this.advance();
    const value = this.parseBitwiseOr();
    return { type: "Starred", ...this.spanFrom(start), value, ctx: "Load" };
  }

  protected atComprehension(): boolean {
    return this.kind === T.For || (this.kind === T.Async && this.peek() === T.For);
  }

  // ---- parentheses and brackets ------------------------------------------------------------------------------

  /** `()`, `(a, b)`, `(a for a in b)`, `(yield)`, or an expression in parentheses, which keeps its own place. */
  private parseParenthesized(): Expr {
    this.enter();
    const start = this.index;
    this.advance();
    const node = this.parseInParentheses(start);
    this.leave();
    return node;
  }

  private parseInParentheses(start: number): Expr {
    if (this.eat(T.RParen)) return { type: "Tuple", ...this.spanFrom(start), elts: [], ctx: "Load" };
    if (this.kind === T.Yield) {
      const value = this.parseYield();
      this.expect(T.RParen);
      return value;
    }
    const first = this.reparsedStar(start + 1, this.parseStarNamedExpression(), T.RParen);
    if (this.kind === T.Comma) {
      const elts = this.parseElements(first, T.RParen);
      return { type: "Tuple", ...this.spanFrom(start), elts, ctx: "Load" };
    }
    if (this.atComprehension()) {
      const generators = this.parseGenerators(first);
      this.expect(T.RParen);
      return { type: "GeneratorExp", ...this.spanFrom(start), elt: first, generators };
    }
    this.expect(T.RParen);
    // 3.8 leaves `(*a)` to the compiler.
    if (first.type === "Starred" && this.minor > 8) this.reject();
    return first;
  }

  /**
   * `*a or b`, which a display cannot hold: from 3.15 it may head a generator expression. `first` is what was read at
   * `start`, without the `or`.
   */
  private reparsedStar(start: number, first: Expr, close: number): Expr {
    if (first.type !== "Starred" || this.minor < 15) return first;
    if (this.kind === T.Comma || this.kind === close || this.atComprehension()) return first;
    this.goTo(start + 1);
    const value = this.parseExpression();
    if (!this.atComprehension()) this.reject();
    return { type: "Starred", ...this.spanFrom(start), value, ctx: "Load" };
  }

  private parseList(): Expr {
    this.enter();
    const start = this.index;
    this.advance();
    const node = this.parseInBrackets(start);
    this.leave();
    return node;
  }

  private parseInBrackets(start: number): Expr {
    if (this.eat(T.RBracket)) return { type: "List", ...this.spanFrom(start), elts: [], ctx: "Load" };
    const first = this.parseStarNamedExpression();
    if (this.atComprehension()) {
      const generators = this.parseGenerators(first);
      this.expect(T.RBracket);
      return { type: "ListComp", ...this.spanFrom(start), elt: first, generators };
    }
    const elts = this.parseElements(first, T.RBracket);
    return { type: "List", ...this.spanFrom(start), elts, ctx: "Load" };
  }

  /** The elements after `first`, up to and with the closing bracket. */
  private parseElements(first: Expr, close: number): Expr[] {
    const elts = [first];
    while (this.eat(T.Comma)) {
      if (this.kind === close) break;
      elts.push(this.parseStarNamedExpression());
    }
    this.expect(close);
    return elts;
  }

  // ---- braces ------------------------------------------------------------------------------------------------

  private parseBraces(): Expr {
    this.enter();
    const start = this.index;
    this.advance();
    const node = this.parseInBraces(start);
    this.leave();
    return node;
  }

  private parseInBraces(start: number): Expr {
    if (this.eat(T.RBrace)) return { type: "Dict", ...this.spanFrom(start), keys: [], values: [] };
    if (this.kind === T.DoubleStar) return this.parseDict(start, null);
    const first = this.parseSetElement();
    if (this.kind === T.Colon) {
      if (
        first.type === "Starred" ||
        (first.type === "NamedExpr" && this.kinds[start + 2] === T.ColonEqual)
      ) {
        this.reject();
      }
      return this.parseDict(start, first);
    }
    if (this.atComprehension()) {
      const generators = this.parseGenerators(first);
      this.expect(T.RBrace);
      return { type: "SetComp", ...this.spanFrom(start), elt: first, generators };
    }
    const elts = [first];
    while (this.eat(T.Comma)) {
      if (this.kind === T.RBrace) break;
      elts.push(this.parseSetElement());
    }
    this.expect(T.RBrace);
    return { type: "Set", ...this.spanFrom(start), elts };
  }

  /** An unparenthesized `:=` in a set came with 3.9. */
  private parseSetElement(): Expr {
    if (this.minor < 9 && this.kind !== T.Star) return this.parseExpression();
    return this.parseStarNamedExpression();
  }

  /** A dict or its comprehension; `key` is its first key, already read, or null before `**`. */
  private parseDict(start: number, key: Expr | null): Expr {
    const keys: (Expr | null)[] = [key];
    const values: Expr[] = [this.parseDictValue(key)];
    if (this.atComprehension()) {
      if (key === null) this.since(15);
      const generators = this.parseGenerators(null);
      this.expect(T.RBrace);
      const span = this.spanFrom(start);
      return key === null
        ? { type: "DictComp", ...span, key: values[0]!, value: null, generators }
        : { type: "DictComp", ...span, key, value: values[0]!, generators };
    }
    while (this.eat(T.Comma)) {
      if (this.kind === T.RBrace) break;
      const next = this.kind === T.DoubleStar ? null : this.parseExpression();
      keys.push(next);
      values.push(this.parseDictValue(next));
    }
    this.expect(T.RBrace);
    return { type: "Dict", ...this.spanFrom(start), keys, values };
  }

  private parseDictValue(key: Expr | null): Expr {
    if (key === null) return this.parseUnpacked();
    this.expect(T.Colon);
    return this.parseExpression();
  }

  /** The mapping behind `**`: in a comprehension (3.15) it may be more than a display takes. */
  private parseUnpacked(): Expr {
    this.expect(T.DoubleStar);
    const start = this.index;
    const value = this.parseBitwiseOr();
    const isOver = this.kind === T.Comma || this.kind === T.RBrace || this.atComprehension();
    if (isOver || this.minor < 15) return value;
    this.goTo(start);
    const longer = this.parseExpression();
    return this.atComprehension() ? longer : this.reject();
  }

  // ---- comprehensions ----------------------------------------------------------------------------------------

  /** The `for` and `if` clauses; `elt` is what stands before them (null: a dict's pair). */
  protected parseGenerators(elt: Expr | null): Comprehension[] {
    if (elt?.type === "Starred") this.since(15);
    const generators: Comprehension[] = [];
    while (this.atComprehension()) {
      const isAsync = this.eat(T.Async);
      this.expect(T.For);
      const target = this.parseTargets();
      this.expect(T.In);
      const iter = this.parseDisjunction();
      const ifs: Expr[] = [];
      while (this.eat(T.If)) ifs.push(this.parseCondition());
      generators.push({ target, iter, ifs, isAsync });
    }
    return generators;
  }

  /** 3.8 lets a bare lambda be a condition. */
  private parseCondition(): Expr {
    if (this.minor === 8 && this.kind === T.Lambda) return this.parseLambda();
    return this.parseDisjunction();
  }

  /** What stands between `for` and `in`. */
  protected parseTargets(): Expr {
    const start = this.index;
    const first = this.parseTarget();
    if (this.kind !== T.Comma) return first;
    const elts = [first];
    while (this.eat(T.Comma)) {
      if (this.kind === T.In) break;
      elts.push(this.parseTarget());
    }
    return { type: "Tuple", ...this.spanFrom(start), elts, ctx: "Store" };
  }

  private parseTarget(): Expr {
    const expr = this.kind === T.Star ? this.parseStarred() : this.parseBitwiseOr();
    return asTarget(expr, "Store") ?? this.reject();
  }
}

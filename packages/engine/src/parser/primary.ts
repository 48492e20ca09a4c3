/** What may follow an atom: attributes, subscripts and calls. */
import type { Expr, Keyword } from "./ast.ts";
import { AtomParser } from "./atom.ts";
import { T } from "./tokens.ts";

export abstract class PrimaryParser extends AtomParser {
  protected parsePrimary(): Expr {
    const start = this.index;
    let node = this.parseAtom();
    for (;;) {
      if (this.kind === T.Dot) node = this.parseAttribute(start, node);
      else if (this.kind === T.LParen) node = this.parseCall(start, node);
      else if (this.kind === T.LBracket) node = this.parseSubscript(start, node);
      else return node;
    }
  }

  private parseAttribute(start: number, value: Expr): Expr {
    this.advance();
    const attr = this.expectName();
    return {
      type: "Attribute",
      lineno: this.line(start),
      colOffset: this.col(start),
      endLineno: this.endLine(),
      endColOffset: this.endCol(),
      value,
      attr,
      ctx: "Load",
    };
  }

  // ---- calls -------------------------------------------------------------------------------------------------

  private parseCall(start: number, func: Expr): Expr {
    this.enter();
    const { args, keywords } = this.parseArguments(true);
    this.leave();
    return {
      type: "Call",
      lineno: this.line(start),
      colOffset: this.col(start),
      endLineno: this.endLine(),
      endColOffset: this.endCol(),
      func,
      args,
      keywords,
    };
  }

  /** Arguments in parentheses; only a call (not a class) takes a generator expression without its own. */
  protected parseArguments(isCall: boolean): { args: Expr[]; keywords: Keyword[] } {
    const open = this.index;
    this.advance();
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    let hasMapping = false;
    while (this.kind !== T.RParen) {
      if (this.kind === T.DoubleStar) {
        hasMapping = true;
        keywords.push(this.parseMapping());
      } else if (this.kind === T.Name && this.peek() === T.Equal) {
        keywords.push(this.parseKeyword());
      } else if (this.kind === T.Star) {
        if (hasMapping) this.reject();
        args.push(this.parseStarredArgument());
      } else {
        if (keywords.length > 0) this.reject();
        args.push(this.parseNamedExpression());
      }
      if (this.atComprehension()) {
        if (!isCall || args.length !== 1 || keywords.length > 0) this.reject();
        args[0] = this.parseBareGenerator(open, args[0]!);
        return { args, keywords };
      }
      if (!this.eat(T.Comma)) break;
    }
    this.expect(T.RParen);
    return { args, keywords };
  }

  /** `f(x for x in y)`: the parentheses of the call are those of the generator expression. */
  private parseBareGenerator(open: number, elt: Expr): Expr {
    const generators = this.parseGenerators(elt);
    this.expect(T.RParen);
    return { type: "GeneratorExp", ...this.spanFrom(open), elt, generators };
  }

  private parseMapping(): Keyword {
    const start = this.index;
    this.advance();
    const value = this.parseExpression();
    return { type: "keyword", ...this.spanFrom(start), arg: null, value };
  }

  private parseKeyword(): Keyword {
    const start = this.index;
    const arg = this.nameAt(start);
    this.advance();
    this.advance();
    const value = this.parseExpression();
    return { type: "keyword", ...this.spanFrom(start), arg, value };
  }

  private parseStarredArgument(): Expr {
    const start = this.index;
    this.advance();
    const value = this.parseExpression();
    const span = this.spanFrom(start);
    // 3.8 leaves out parentheses around the value.
    const { endLineno, endColOffset } = this.minor === 8 ? value : span;
    return { type: "Starred", ...span, endLineno, endColOffset, value, ctx: "Load" };
  }

  // ---- subscripts --------------------------------------------------------------------------------------------

  private parseSubscript(start: number, value: Expr): Expr {
    this.enter();
    this.advance();
    const slice = this.parseSlices();
    this.expect(T.RBracket);
    this.leave();
    return {
      type: "Subscript",
      lineno: this.line(start),
      colOffset: this.col(start),
      endLineno: this.endLine(),
      endColOffset: this.endCol(),
      value,
      slice,
      ctx: "Load",
    };
  }

  private parseSlices(): Expr {
    const start = this.index;
    const first = this.parseSlice();
    if (this.kind !== T.Comma && first.type !== "Starred") return first;
    const elts = [first];
    while (this.eat(T.Comma)) {
      if (this.kind === T.RBracket) break;
      elts.push(this.parseSlice());
    }
    return { type: "Tuple", ...this.spanFrom(start), elts, ctx: "Load" };
  }

  private parseSlice(): Expr {
    if (this.kind === T.Star) {
      this.since(11);
      return this.parseStarredArgument();
    }
    const start = this.index;
    let lower: Expr | null = null;
    if (this.kind !== T.Colon) {
      lower = this.minor < 10 ? this.parseExpression() : this.parseNamedExpression();
      if (this.kind !== T.Colon) return lower;
      if (lower.type === "NamedExpr" && this.kinds[start + 1] === T.ColonEqual) this.reject();
    }
    this.advance();
    const upper = this.atSliceEnd() || this.kind === T.Colon ? null : this.parseExpression();
    const step = this.eat(T.Colon) && !this.atSliceEnd() ? this.parseExpression() : null;
    return { type: "Slice", ...this.spanFrom(start), lower, upper, step };
  }

  private atSliceEnd(): boolean {
    return this.kind === T.Comma || this.kind === T.RBracket;
  }
}

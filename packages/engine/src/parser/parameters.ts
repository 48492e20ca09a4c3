/** Parameters of functions and lambdas, and type parameters (3.12). */
import type { Arg, Arguments, Expr, TypeParam } from "./ast.ts";
import { PrimaryParser } from "./primary.ts";
import { T } from "./tokens.ts";

/** Parameters as they are read, before they are sorted into an Arguments node. */
interface ParameterList {
  posonlyargs: Arg[];
  args: Arg[];
  defaults: Expr[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kwDefaults: (Expr | null)[];
  kwarg: Arg | null;
  hasStar: boolean;
}

export abstract class ParameterParser extends PrimaryParser {
  protected override parseLambda(): Expr {
    this.enter();
    const start = this.index;
    this.advance();
    const args = this.parseParameters(T.Colon, false);
    this.expect(T.Colon);
    const body = this.parseExpression();
    this.leave();
    return { type: "Lambda", ...this.spanFrom(start), args, body };
  }

  /** Parameters up to `close`, which is not read. */
  protected parseParameters(close: number, hasAnnotations: boolean): Arguments {
    const list: ParameterList = {
      posonlyargs: [],
      args: [],
      defaults: [],
      vararg: null,
      kwonlyargs: [],
      kwDefaults: [],
      kwarg: null,
      hasStar: false,
    };
    while (this.kind !== close) {
      if (list.kwarg !== null) this.reject();
      this.parseParameter(list, close, hasAnnotations);
      if (!this.eat(T.Comma)) break;
    }
    if (this.kind !== close) this.reject();
    const { hasStar, ...node } = list;
    if (hasStar && node.vararg === null && node.kwonlyargs.length === 0) this.reject();
    return node;
  }

  private parseParameter(list: ParameterList, close: number, hasAnnotations: boolean): void {
    if (this.eat(T.Slash)) {
      if (list.hasStar || list.posonlyargs.length > 0 || list.args.length === 0) this.reject();
      list.posonlyargs = list.args;
      list.args = [];
    } else if (this.eat(T.DoubleStar)) {
      list.kwarg = this.parseArg(hasAnnotations, false);
    } else if (this.eat(T.Star)) {
      if (list.hasStar) this.reject();
      list.hasStar = true;
      if (this.kind === T.Comma) {
        // A bare star needs a name after it.
        if (this.peek() !== T.Name) this.reject();
      } else {
        if (this.kind === close) this.reject();
        list.vararg = this.parseArg(hasAnnotations, true);
      }
    } else {
      this.parsePlainParameter(list, hasAnnotations);
    }
  }

  private parsePlainParameter(list: ParameterList, hasAnnotations: boolean): void {
    const token = this.index;
    let arg = this.parseArg(hasAnnotations, false);
    // 3.8 places a keyword-only parameter at its name.
    if (this.minor === 8 && list.hasStar) arg = { ...arg, ...this.rangeOf(token) };
    const value = this.eat(T.Equal) ? this.parseExpression() : null;
    if (list.hasStar) {
      list.kwonlyargs.push(arg);
      list.kwDefaults.push(value);
      return;
    }
    list.args.push(arg);
    if (value !== null) list.defaults.push(value);
    else if (list.defaults.length > 0) this.reject();
  }

  private parseArg(hasAnnotations: boolean, isVararg: boolean): Arg {
    const start = this.index;
    const arg = this.expectName();
    let annotation: Expr | null = null;
    if (hasAnnotations && this.eat(T.Colon)) {
      annotation = isVararg && this.kind === T.Star ? this.parseStarAnnotation() : this.parseExpression();
    }
    return { type: "arg", ...this.spanFrom(start), arg, annotation };
  }

  private parseStarAnnotation(): Expr {
    this.since(11);
    return this.parseStarred();
  }

  // ---- type parameters ---------------------------------------------------------------------------------------

  /** `[T: int, *Ts, **P]` after the name of a function, class or type alias; none is an empty list. */
  protected parseTypeParams(): TypeParam[] {
    if (this.kind !== T.LBracket) return [];
    this.since(12);
    this.advance();
    const params = [this.parseTypeParam()];
    while (this.eat(T.Comma)) {
      if (this.kind === T.RBracket) break;
      params.push(this.parseTypeParam());
    }
    this.expect(T.RBracket);
    return params;
  }

  private parseTypeParam(): TypeParam {
    const start = this.index;
    const isTuple = this.eat(T.Star);
    const isSpec = !isTuple && this.eat(T.DoubleStar);
    const type = isTuple ? "TypeVarTuple" : isSpec ? "ParamSpec" : "TypeVar";
    const name = this.expectName();
    const bound = type === "TypeVar" && this.eat(T.Colon) ? this.parseExpression() : null;
    let defaultValue: Expr | null = null;
    if (this.minor >= 13 && this.eat(T.Equal)) {
      defaultValue = isTuple && this.kind === T.Star ? this.parseStarred() : this.parseExpression();
    }
    return { type, ...this.spanFrom(start), name, bound, defaultValue };
  }
}

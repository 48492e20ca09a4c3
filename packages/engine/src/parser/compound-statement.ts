/** Statements with blocks. */
import type { ExceptHandler, Expr, If, MatchCase, Stmt, WithItem } from "./ast.ts";
import { Rejected } from "./cursor.ts";
import { SimpleStatementParser } from "./simple-statement.ts";
import { asTarget } from "./target.ts";
import { T } from "./tokens.ts";

export abstract class CompoundStatementParser extends SimpleStatementParser {
  /** Adds one compound statement, or the simple statements of one line. */
  protected override parseStatement(into: Stmt[]): void {
    const compound = this.parseCompound();
    if (compound === null) this.parseSimpleStatements(into);
    else into.push(compound);
  }

  private parseCompound(): Stmt | null {
    const start = this.index;
    switch (this.kind) {
      case T.Def:
        return this.parseFunction(start, [], false);
      case T.If:
        return this.parseIf();
      case T.Class:
        return this.parseClassDefinition([]);
      case T.With:
        return this.parseWith(start, false);
      case T.For:
        return this.parseFor(start, false);
      case T.Try:
        return this.parseTry();
      case T.While:
        return this.parseWhile();
      case T.At:
        return this.parseDecorated();
      case T.Async:
        return this.parseAsync(start);
      case T.Name:
        return this.minor >= 10 && this.atWord("match") && this.atMatch() ? this.parseMatch() : null;
      default:
        return null;
    }
  }

  private parseAsync(start: number): Stmt {
    this.advance();
    if (this.kind === T.Def) return this.parseFunction(start, [], true);
    if (this.kind === T.With) return this.parseWith(start, true);
    if (this.kind === T.For) return this.parseFor(start, true);
    return this.reject();
  }

  /** `:` and what belongs to it: the rest of the line, or an indented block. */
  private parseBlock(): Stmt[] {
    this.expect(T.Colon);
    const body: Stmt[] = [];
    if (this.kind !== T.Newline) {
      this.parseSimpleStatements(body);
      return body;
    }
    this.enter();
    this.skipLayout(T.Newline);
    this.skipLayout(T.Indent);
    do this.parseStatement(body);
    while (this.kind !== T.Dedent);
    this.skipLayout(T.Dedent);
    this.leave();
    return body;
  }

  private parseElse(): Stmt[] {
    return this.eat(T.Else) ? this.parseBlock() : [];
  }

  // ---- functions and classes ---------------------------------------------------------------------------------

  private parseDecorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.eat(T.At)) {
      decorators.push(this.minor < 9 ? this.parseOldDecorator() : this.parseNamedExpression());
      this.skipLayout(T.Newline);
    }
    const start = this.index;
    if (this.kind === T.Class) return this.parseClassDefinition(decorators);
    const isAsync = this.eat(T.Async);
    return this.parseFunction(start, decorators, isAsync);
  }

  /** 3.8: a dotted name and at most one call. */
  private parseOldDecorator(): Expr {
    const start = this.index;
    const node = this.parsePrimary();
    const callee = node.type === "Call" ? node.func : node;
    for (let part = callee; part.type !== "Name"; part = part.value) {
      if (part.type !== "Attribute") this.reject();
    }
    if (this.kinds[start] !== T.Name) this.reject();
    return node;
  }

  private parseFunction(start: number, decoratorList: readonly Expr[], isAsync: boolean): Stmt {
    this.expect(T.Def);
    const name = this.expectName();
    const typeParams = this.parseTypeParams();
    this.expect(T.LParen);
    const args = this.parseParameters(T.RParen, true);
    this.expect(T.RParen);
    const returns = this.eat(T.Arrow) ? this.parseExpression() : null;
    const body = this.parseBlock();
    const type = isAsync ? "AsyncFunctionDef" : "FunctionDef";
    return { type, ...this.spanFrom(start), name, args, body, decoratorList, returns, typeParams };
  }

  private parseClassDefinition(decoratorList: readonly Expr[]): Stmt {
    const start = this.index;
    this.advance();
    const name = this.expectName();
    const typeParams = this.parseTypeParams();
    const { args: bases, keywords } =
      this.kind === T.LParen ? this.parseArguments(false) : { args: [], keywords: [] };
    const body = this.parseBlock();
    return {
      type: "ClassDef",
      ...this.spanFrom(start),
      name,
      bases,
      keywords,
      body,
      decoratorList,
      typeParams,
    };
  }

  // ---- branches and loops ------------------------------------------------------------------------------------

  /** An `elif` is an If in the `else` of the one before. */
  private parseIf(): If {
    this.enter();
    const start = this.index;
    this.advance();
    const test = this.parseNamedExpression();
    const body = this.parseBlock();
    const orelse = this.kind === T.Elif ? [this.parseIf()] : this.parseElse();
    this.leave();
    return { type: "If", ...this.spanFrom(start), test, body, orelse };
  }

  private parseWhile(): Stmt {
    const start = this.index;
    this.advance();
    const test = this.parseNamedExpression();
    const body = this.parseBlock();
    const orelse = this.parseElse();
    return { type: "While", ...this.spanFrom(start), test, body, orelse };
  }

  private parseFor(start: number, isAsync: boolean): Stmt {
    this.advance();
    const target = this.parseTargets();
    this.expect(T.In);
    const iter = this.parseIterable();
    const body = this.parseBlock();
    const orelse = this.parseElse();
    return { type: isAsync ? "AsyncFor" : "For", ...this.spanFrom(start), target, iter, body, orelse };
  }

  /** A star among the values to loop over came with 3.9. */
  private parseIterable(): Expr {
    const iter = this.parseStarExpressions();
    if (this.minor < 9) {
      const isStarred = iter.type === "Tuple" && iter.elts.some((elt) => elt.type === "Starred");
      if (iter.type === "Starred" || (isStarred && !this.stream.isName(this.last, T.RParen, ")")))
        this.reject();
    }
    return iter;
  }

  // ---- with --------------------------------------------------------------------------------------------------

  private parseWith(start: number, isAsync: boolean): Stmt {
    this.advance();
    const items = this.parseParenthesizedItems() ?? this.parseItems(T.Colon);
    const body = this.parseBlock();
    return { type: isAsync ? "AsyncWith" : "With", ...this.spanFrom(start), items, body };
  }

  /** `with (a as b, c as d):`; null where the parentheses belong to an expression. */
  private parseParenthesizedItems(): WithItem[] | null {
    if (this.kind !== T.LParen || this.minor < 9) return null;
    const { index, last } = this;
    if (this.kinds[this.closingParen(index) + 1] !== T.Colon) return null;
    try {
      this.advance();
      const items = this.parseItems(T.RParen);
      this.expect(T.RParen);
      if (this.kind === T.Colon) return items;
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
    }
    this.goTo(index);
    this.last = last;
    return null;
  }

  /** The token that closes the bracket at `open`. */
  private closingParen(open: number): number {
    let depth = 0;
    for (let token = open; token < this.stream.length; token++) {
      const kind = this.kinds[token]!;
      if (kind === T.LParen || kind === T.LBracket || kind === T.LBrace) depth++;
      else if (kind === T.RParen || kind === T.RBracket || kind === T.RBrace) depth--;
      if (depth === 0) return token;
    }
    return this.stream.length;
  }

  private parseItems(close: number): WithItem[] {
    const items: WithItem[] = [];
    do {
      if (items.length > 0 && close === T.RParen && this.kind === close) break;
      items.push(this.parseItem());
    } while (this.eat(T.Comma));
    return items;
  }

  private parseItem(): WithItem {
    const contextExpr = this.parseExpression();
    if (!this.eat(T.As)) return { contextExpr, optionalVars: null };
    const target = this.kind === T.Star ? this.parseStarred() : this.parsePrimary();
    return { contextExpr, optionalVars: asTarget(target, "Store") ?? this.reject() };
  }

  // ---- try ---------------------------------------------------------------------------------------------------

  private parseTry(): Stmt {
    const start = this.index;
    this.advance();
    const body = this.parseBlock();
    const handlers: ExceptHandler[] = [];
    let isStar = false;
    while (this.kind === T.Except) {
      const hasStar = this.peek() === T.Star;
      if (hasStar) this.since(11);
      if (handlers.length > 0 && hasStar !== isStar) this.reject();
      isStar = hasStar;
      handlers.push(this.parseHandler(hasStar));
    }
    const orelse = handlers.length > 0 ? this.parseElse() : [];
    const hasFinally = this.eat(T.Finally);
    if (!hasFinally && handlers.length === 0) this.reject();
    const finalbody = hasFinally ? this.parseBlock() : [];
    return { type: isStar ? "TryStar" : "Try", ...this.spanFrom(start), body, handlers, orelse, finalbody };
  }

  private parseHandler(isStar: boolean): ExceptHandler {
    const start = this.index;
    this.advance();
    if (isStar) this.advance();
    const exc = this.kind === T.Colon && !isStar ? null : this.parseExceptionTypes();
    const name = exc !== null && this.eat(T.As) ? this.expectName() : null;
    const body = this.parseBlock();
    return { type: "ExceptHandler", ...this.spanFrom(start), exc, name, body };
  }

  /** From 3.14 several types need no parentheses, unless the exception is given a name. */
  private parseExceptionTypes(): Expr {
    const start = this.index;
    const first = this.parseExpression();
    if (this.kind !== T.Comma || this.minor < 14) return first;
    const elts = [first];
    while (this.eat(T.Comma)) {
      if (this.kind === T.Colon) break;
      elts.push(this.parseExpression());
    }
    if (this.kind === T.As) this.reject();
    return { type: "Tuple", ...this.spanFrom(start), elts, ctx: "Load" };
  }

  // ---- match -------------------------------------------------------------------------------------------------

  /** Whether the line that begins with `match` heads a block of cases: nothing else ends in `:` and indents so. */
  private atMatch(): boolean {
    let token = this.index + 1;
    while (this.kinds[token] !== T.Newline) {
      if (++token >= this.stream.length) return false;
    }
    return (
      this.kinds[token - 1] === T.Colon &&
      this.kinds[token + 1] === T.Indent &&
      this.stream.isName(token + 2, T.Name, "case")
    );
  }

  private parseMatch(): Stmt {
    const start = this.index;
    this.advance();
    const subject = this.parseSubject();
    this.expect(T.Colon);
    this.skipLayout(T.Newline);
    this.skipLayout(T.Indent);
    const cases: MatchCase[] = [];
    do cases.push(this.parseCase());
    while (this.kind !== T.Dedent);
    this.skipLayout(T.Dedent);
    return { type: "Match", ...this.spanFrom(start), subject, cases };
  }

  private parseSubject(): Expr {
    const start = this.index;
    const first = this.parseStarNamedExpression();
    if (this.kind !== T.Comma) {
      if (first.type === "Starred") this.reject();
      return first;
    }
    const elts = [first];
    while (this.eat(T.Comma)) {
      if (this.kind === T.Colon) break;
      elts.push(this.parseStarNamedExpression());
    }
    return { type: "Tuple", ...this.spanFrom(start), elts, ctx: "Load" };
  }

  private parseCase(): MatchCase {
    if (!this.atWord("case")) this.reject();
    this.advance();
    const pattern = this.parsePatterns();
    const guard = this.eat(T.If) ? this.parseNamedExpression() : null;
    const body = this.parseBlock();
    return { pattern, guard, body };
  }
}

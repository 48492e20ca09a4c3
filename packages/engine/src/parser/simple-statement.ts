/** Statements of one line. */
import type { Alias, Expr, Location, Stmt } from "./ast.ts";
import { binaryOperators } from "./expression.ts";
import { PatternParser } from "./pattern.ts";
import { asSingleTarget, asTarget } from "./target.ts";
import { firstAugmented, lastAugmented, T } from "./tokens.ts";

const futureFeatures = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "barry_as_FLUFL",
  "generator_stop",
  "annotations",
]);

export abstract class SimpleStatementParser extends PatternParser {
  /** Statements separated by semicolons, up to and with the line end. */
  protected parseSimpleStatements(into: Stmt[]): void {
    do {
      if (this.kind === T.Newline) {
        // In 3.8 a block ends with its last statement, before a last semicolon.
        if (this.minor === 8) this.last -= 1;
        break;
      }
      into.push(this.parseSimpleStatement());
    } while (this.eat(T.Semi));
    this.skipLayout(T.Newline);
  }

  private parseSimpleStatement(): Stmt {
    switch (this.kind) {
      case T.Return:
        return this.parseReturn();
      case T.Import:
        return this.parseImport(this.index, false);
      case T.From:
        return this.parseImportFrom(this.index, false);
      case T.Raise:
        return this.parseRaise();
      case T.Pass:
        return this.parseWord("Pass");
      case T.Break:
        return this.parseWord("Break");
      case T.Continue:
        return this.parseWord("Continue");
      case T.Del:
        return this.parseDelete();
      case T.Assert:
        return this.parseAssert();
      case T.Global:
        return this.parseNames("Global");
      case T.Nonlocal:
        return this.parseNames("Nonlocal");
      case T.Name:
        return this.parseSoftStatement() ?? this.parseExpressionStatement();
      default:
        return this.parseExpressionStatement();
    }
  }

  /** `type X = …` and `lazy import …`: two words in a row cannot begin anything else. */
  private parseSoftStatement(): Stmt | null {
    const next = this.peek();
    if (this.minor >= 12 && next === T.Name && this.atWord("type")) return this.parseTypeAlias();
    if (this.minor >= 15 && (next === T.Import || next === T.From) && this.atWord("lazy")) {
      const start = this.index;
      this.advance();
      return this.kind === T.Import ? this.parseImport(start, true) : this.parseImportFrom(start, true);
    }
    return null;
  }

  private parseTypeAlias(): Stmt {
    const start = this.index;
    this.advance();
    const name = this.parseName("Store");
    const typeParams = this.parseTypeParams();
    this.expect(T.Equal);
    const value = this.parseExpression();
    return { type: "TypeAlias", ...this.spanFrom(start), name, typeParams, value };
  }

  private parseWord(type: "Pass" | "Break" | "Continue"): Stmt {
    const start = this.index;
    this.advance();
    return { type, ...this.spanFrom(start) };
  }

  private atStatementEnd(): boolean {
    return this.kind === T.Newline || this.kind === T.Semi;
  }

  private parseReturn(): Stmt {
    const start = this.index;
    this.advance();
    const value = this.atStatementEnd() ? null : this.parseStarExpressions();
    return { type: "Return", ...this.spanFrom(start), value };
  }

  private parseRaise(): Stmt {
    const start = this.index;
    this.advance();
    const exc = this.atStatementEnd() ? null : this.parseExpression();
    const cause = exc !== null && this.eat(T.From) ? this.parseExpression() : null;
    return { type: "Raise", ...this.spanFrom(start), exc, cause };
  }

  private parseAssert(): Stmt {
    const start = this.index;
    this.advance();
    const test = this.parseExpression();
    const msg = this.eat(T.Comma) ? this.parseExpression() : null;
    return { type: "Assert", ...this.spanFrom(start), test, msg };
  }

  private parseDelete(): Stmt {
    const start = this.index;
    this.advance();
    const targets: Expr[] = [];
    do {
      if (targets.length > 0 && this.atStatementEnd()) break;
      targets.push(this.parseDeleted());
    } while (this.eat(T.Comma));
    return { type: "Delete", ...this.spanFrom(start), targets };
  }

  private parseDeleted(): Expr {
    // 3.8 leaves a starred target to the compiler.
    if (this.minor === 8 && this.kind === T.Star) {
      const starred = this.parseStarred();
      return { ...starred, value: asTarget(starred.value, "Del") ?? this.reject(), ctx: "Del" };
    }
    return asTarget(this.parsePrimary(), "Del") ?? this.reject();
  }

  private parseNames(type: "Global" | "Nonlocal"): Stmt {
    const start = this.index;
    this.advance();
    const names = [this.expectName()];
    while (this.eat(T.Comma)) names.push(this.expectName());
    return { type, ...this.spanFrom(start), names };
  }

  // ---- assignments -------------------------------------------------------------------------------------------

  private parseExpressionStatement(): Stmt {
    const start = this.index;
    const value = this.kind === T.Yield ? this.parseYield() : this.parseStarExpressions();
    if (this.atStatementEnd()) return { type: "Expr", ...this.spanFrom(start), value };
    if (this.kind === T.Equal) return this.parseAssign(start, value);
    if (this.kind === T.Colon) return this.parseAnnAssign(start, value);
    if (this.kind >= firstAugmented && this.kind <= lastAugmented) return this.parseAugAssign(start, value);
    return this.reject();
  }

  /** The right side of an assignment. */
  private parseAssigned(): Expr {
    return this.kind === T.Yield ? this.parseYield() : this.parseStarExpressions();
  }

  private parseAssign(start: number, first: Expr): Stmt {
    const targets: Expr[] = [];
    let value = first;
    while (this.eat(T.Equal)) {
      targets.push(asTarget(value, "Store") ?? this.reject());
      value = this.parseAssigned();
    }
    return { type: "Assign", ...this.spanFrom(start), targets, value };
  }

  private parseAnnAssign(start: number, left: Expr): Stmt {
    const target = asSingleTarget(left) ?? this.reject();
    const simple = this.kinds[start] === T.Name && target.type === "Name";
    this.advance();
    const annotation = this.parseExpression();
    const value = this.eat(T.Equal) ? this.parseAssigned() : null;
    return { type: "AnnAssign", ...this.spanFrom(start), target, annotation, value, simple };
  }

  private parseAugAssign(start: number, left: Expr): Stmt {
    const target = asSingleTarget(left) ?? this.reject();
    const op = binaryOperators[this.kind - firstAugmented]!;
    this.advance();
    const value = this.parseAssigned();
    return { type: "AugAssign", ...this.spanFrom(start), target, op, value };
  }

  // ---- imports -----------------------------------------------------------------------------------------------

  private parseImport(start: number, isLazy: boolean): Stmt {
    this.advance();
    const names: Alias[] = [];
    do names.push(this.parseAlias(true));
    while (this.eat(T.Comma));
    return { type: "Import", ...this.spanFrom(start), names, isLazy };
  }

  private parseImportFrom(start: number, isLazy: boolean): Stmt {
    this.advance();
    let level = 0;
    for (; this.kind === T.Dot || this.kind === T.Ellipsis; this.advance())
      level += this.kind === T.Dot ? 1 : 3;
    const module = level > 0 && this.kind === T.Import ? null : this.parseDottedName();
    this.expect(T.Import);
    const names = this.parseImportedNames();
    if (module === "__future__" && level === 0 && this.minor >= 14) this.verifyFeatures(names);
    return { type: "ImportFrom", ...this.spanFrom(start), module, names, level, isLazy };
  }

  /** From 3.14 the parser knows the features, before that only the compiler does. */
  private verifyFeatures(names: readonly Alias[]): void {
    for (const alias of names) {
      if (alias.name === "braces") this.fail("not a chance", locationOf(alias));
      if (!futureFeatures.has(alias.name)) {
        this.fail(`future feature ${alias.name} is not defined`, locationOf(alias));
      }
    }
  }

  private parseImportedNames(): Alias[] {
    if (this.kind === T.Star) {
      const start = this.index;
      this.advance();
      return [{ type: "alias", ...this.spanFrom(start), name: "*", asname: null }];
    }
    const isParenthesized = this.eat(T.LParen);
    const names: Alias[] = [];
    do {
      if (isParenthesized && names.length > 0 && this.kind === T.RParen) break;
      names.push(this.parseAlias(false));
    } while (this.eat(T.Comma));
    if (isParenthesized) this.expect(T.RParen);
    return names;
  }

  private parseAlias(isDotted: boolean): Alias {
    const start = this.index;
    const name = isDotted ? this.parseDottedName() : this.expectName();
    const asname = this.eat(T.As) ? this.expectName() : null;
    return { type: "alias", ...this.spanFrom(start), name, asname };
  }

  private parseDottedName(): string {
    let name = this.expectName();
    while (this.eat(T.Dot)) name += `.${this.expectName()}`;
    return name;
  }
}

function locationOf({ lineno, colOffset, endLineno, endColOffset }: Location): Location {
  return { lineno, colOffset, endLineno, endColOffset };
}

/** Expressions by precedence, from lambda down to `**`. */
import type { BoolOp, CompareOperator, Expr, Operator, UnaryOp } from "./ast.ts";
import { ParameterParser } from "./parameters.ts";
import { firstBinaryOperator, T } from "./tokens.ts";

/** By token kind, `firstBinaryOperator` first; the augmented assignments come in the same order. */
export const binaryOperators: readonly Operator[] = [
  "Add",
  "Sub",
  "Mult",
  "MatMult",
  "Div",
  "Mod",
  "Pow",
  "LShift",
  "RShift",
  "BitOr",
  "BitXor",
  "BitAnd",
  "FloorDiv",
];

/** How tightly each binary operator binds, by token kind; 0: none. `**` is not here, it binds to the right. */
const precedence = new Uint8Array(256);
precedence[T.VBar] = 1;
precedence[T.Circumflex] = 2;
precedence[T.Amper] = 3;
precedence[T.LeftShift] = 4;
precedence[T.RightShift] = 4;
precedence[T.Plus] = 5;
precedence[T.Minus] = 5;
precedence[T.Star] = 6;
precedence[T.At] = 6;
precedence[T.Slash] = 6;
precedence[T.Percent] = 6;
precedence[T.DoubleSlash] = 6;

export abstract class ExpressionParser extends ParameterParser {
  protected override parseExpression(): Expr {
    if (this.kind === T.Lambda) return this.parseLambda();
    const start = this.index;
    const body = this.parseDisjunction();
    if (this.kind !== T.If) return body;
    this.advance();
    this.enter();
    const test = this.parseDisjunction();
    this.expect(T.Else);
    const orelse = this.parseExpression();
    this.leave();
    return { type: "IfExp", ...this.spanFrom(start), test, body, orelse };
  }

  /** An expression or `name := expression`. */
  protected override parseNamedExpression(): Expr {
    if (this.kind !== T.Name || this.peek() !== T.ColonEqual) return this.parseExpression();
    const start = this.index;
    const target = this.parseName("Store");
    this.advance();
    const value = this.parseExpression();
    return { type: "NamedExpr", ...this.spanFrom(start), target, value };
  }

  /** One expression or a tuple without parentheses; each may be starred. */
  protected override parseStarExpressions(): Expr {
    const start = this.index;
    const first = this.parseStarExpression();
    if (this.kind !== T.Comma) return first;
    const elts = [first];
    while (this.eat(T.Comma)) {
      if (!this.atExpression()) break;
      elts.push(this.parseStarExpression());
    }
    return { type: "Tuple", ...this.spanFrom(start), elts, ctx: "Load" };
  }

  private parseStarExpression(): Expr {
    return this.kind === T.Star ? this.parseStarred() : this.parseExpression();
  }

  /** Whether the next token may begin an expression: after a comma it tells whether one more element follows. */
  private atExpression(): boolean {
    switch (this.kind) {
      case T.Newline:
      case T.Equal:
      case T.RParen:
      case T.RBracket:
      case T.RBrace:
      case T.Colon:
      case T.Semi:
      case T.EndMarker:
      case T.Exclamation:
        return false;
      default:
        return this.kind < T.PlusEqual || this.kind > T.DoubleSlashEqual;
    }
  }

  protected override parseYield(): Expr {
    const start = this.index;
    this.advance();
    if (this.eat(T.From)) {
      const value = this.parseExpression();
      return { type: "YieldFrom", ...this.spanFrom(start), value };
    }
    const value = this.atExpression() ? this.parseStarExpressions() : null;
    return { type: "Yield", ...this.spanFrom(start), value };
  }

  // ---- operators ---------------------------------------------------------------------------------------------

  protected override parseDisjunction(): Expr {
    const start = this.index;
    const first = this.parseConjunction();
    if (this.kind !== T.Or) return first;
    const values = [first];
    while (this.eat(T.Or)) values.push(this.parseConjunction());
    return this.boolOp(start, "Or", values);
  }

  private parseConjunction(): Expr {
    const start = this.index;
    const first = this.parseInversion();
    if (this.kind !== T.And) return first;
    const values = [first];
    while (this.eat(T.And)) values.push(this.parseInversion());
    return this.boolOp(start, "And", values);
  }

  private boolOp(start: number, op: BoolOp["op"], values: readonly Expr[]): Expr {
    return { type: "BoolOp", ...this.spanFrom(start), op, values };
  }

  private parseInversion(): Expr {
    return this.kind === T.Not ? this.parseUnary("Not") : this.parseComparison();
  }

  private parseUnary(op: UnaryOp["op"]): Expr {
    this.enter();
    const start = this.index;
    this.advance();
    const operand = op === "Not" ? this.parseInversion() : this.parseFactor();
    this.leave();
    return { type: "UnaryOp", ...this.spanFrom(start), op, operand };
  }

  private parseComparison(): Expr {
    const start = this.index;
    const left = this.parseBinary(1);
    let op = this.comparisonOperator();
    if (op === null) return left;
    const ops: CompareOperator[] = [];
    const comparators: Expr[] = [];
    for (; op !== null; op = this.comparisonOperator()) {
      this.advance();
      if (op === "IsNot" || op === "NotIn") this.advance();
      ops.push(op);
      comparators.push(this.parseBinary(1));
    }
    return { type: "Compare", ...this.spanFrom(start), left, ops, comparators };
  }

  private comparisonOperator(): CompareOperator | null {
    switch (this.kind) {
      case T.EqEqual:
        return "Eq";
      case T.NotEqual:
        return "NotEq";
      case T.Less:
        return "Lt";
      case T.LessEqual:
        return "LtE";
      case T.Greater:
        return "Gt";
      case T.GreaterEqual:
        return "GtE";
      case T.In:
        return "In";
      case T.Is:
        return this.peek() === T.Not ? "IsNot" : "Is";
      case T.Not:
        return this.peek() === T.In ? "NotIn" : null;
      default:
        return null;
    }
  }

  protected override parseBitwiseOr(): Expr {
    return this.parseBinary(1);
  }

  /** Operators that bind at least as tightly as `minimum`, all of them to the left. */
  private parseBinary(minimum: number): Expr {
    const start = this.index;
    let left = this.parseFactor();
    for (let level = precedence[this.kind]!; level >= minimum; level = precedence[this.kind]!) {
      const op = binaryOperators[this.kind - firstBinaryOperator]!;
      this.advance();
      const right = this.parseBinary(level + 1);
      left = this.binOp(start, left, op, right);
    }
    return left;
  }

  private binOp(start: number, left: Expr, op: Operator, right: Expr): Expr {
    return {
      type: "BinOp",
      lineno: this.line(start),
      colOffset: this.col(start),
      endLineno: this.endLine(),
      endColOffset: this.endCol(),
      left,
      op,
      right,
    };
  }

  private parseFactor(): Expr {
    switch (this.kind) {
      case T.Minus:
        return this.parseUnary("USub");
      case T.Plus:
        return this.parseUnary("UAdd");
      case T.Tilde:
        return this.parseUnary("Invert");
      default:
        return this.parsePower();
    }
  }

  private parsePower(): Expr {
    const start = this.index;
    const base = this.kind === T.Await ? this.parseAwait() : this.parsePrimary();
    if (this.kind !== T.DoubleStar) return base;
    this.enter();
    this.advance();
    const exponent = this.parseFactor();
    this.leave();
    return this.binOp(start, base, "Pow", exponent);
  }

  private parseAwait(): Expr {
    const start = this.index;
    this.advance();
    const value = this.parsePrimary();
    return { type: "Await", ...this.spanFrom(start), value };
  }
}

/** Truth tests that jump: `if`, `while`, `and`, `or`, `not`, chained comparisons.   [mirrors compiler_jump_if] */
import type * as ast from "../../parser/ast.ts";
import type { CodeGenerator } from "./generator.ts";
import type { Label } from "./unit.ts";

/** Jumps to `target` when the truth of `node` is `when`; falls through otherwise. */
export function jumpIf(g: CodeGenerator, node: ast.Expr, target: Label, when: boolean): void {
  if (node.type === "UnaryOp" && node.op === "Not") {
    jumpIf(g, node.operand, target, !when);
    return;
  }
  if (node.type === "BoolOp") {
    jumpIfBoolOp(g, node, target, when);
    return;
  }
  if (node.type === "IfExp") {
    const end = g.label();
    const otherwise = g.label();
    jumpIf(g, node.test, otherwise, false);
    jumpIf(g, node.body, target, when);
    g.emitJump("JUMP", end, true);
    g.place(otherwise);
    jumpIf(g, node.orelse, target, when);
    g.place(end);
    return;
  }
  if (node.type === "Compare" && node.ops.length > 1) {
    jumpIfChain(g, node, target, when);
    return;
  }
  g.expression(node);
  g.emitJump(when ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", target);
}

function jumpIfBoolOp(g: CodeGenerator, node: ast.BoolOp, target: Label, when: boolean): void {
  const isOr = node.op === "Or";
  const decided = isOr === when ? target : g.label();
  const last = node.values[node.values.length - 1];
  for (const value of node.values.slice(0, -1)) jumpIf(g, value, decided, isOr);
  if (last !== undefined) jumpIf(g, last, target, when);
  if (decided !== target) g.place(decided);
}

function jumpIfChain(g: CodeGenerator, node: ast.Compare, target: Label, when: boolean): void {
  const cleanup = g.label();
  const end = g.label();
  g.expression(node.left);
  const count = node.ops.length;
  for (let i = 0; i < count - 1; i += 1) {
    g.expression(node.comparators[i] as ast.Expr);
    g.emit("SWAP", 2);
    g.emit("COPY", 2);
    emitCompare(g, node.ops[i] as ast.CompareOperator);
    g.emitJump("POP_JUMP_IF_FALSE", cleanup);
  }
  g.expression(node.comparators[count - 1] as ast.Expr);
  emitCompare(g, node.ops[count - 1] as ast.CompareOperator);
  g.emitJump(when ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", target);
  g.emitJump("JUMP", end, true);
  g.place(cleanup);
  g.emit("POP_TOP");
  if (!when) g.emitJump("JUMP", target, true);
  g.place(end);
}

const comparisonNumbers: Partial<Record<ast.CompareOperator, number>> = {
  Lt: 0,
  LtE: 1,
  Eq: 2,
  NotEq: 3,
  Gt: 4,
  GtE: 5,
};

export function emitCompare(g: CodeGenerator, op: ast.CompareOperator): void {
  if (op === "Is" || op === "IsNot") g.emit("IS_OP", op === "IsNot" ? 1 : 0);
  else if (op === "In" || op === "NotIn") g.emit("CONTAINS_OP", op === "NotIn" ? 1 : 0);
  else g.emit("COMPARE_OP", comparisonNumbers[op] ?? 0);
}

/** `a < b < c` for its value. */
export function compareChain(g: CodeGenerator, node: ast.Compare): void {
  g.expression(node.left);
  const count = node.ops.length;
  if (count === 1) {
    g.expression(node.comparators[0] as ast.Expr);
    emitCompare(g, node.ops[0] as ast.CompareOperator);
    return;
  }
  const cleanup = g.label();
  const end = g.label();
  for (let i = 0; i < count - 1; i += 1) {
    g.expression(node.comparators[i] as ast.Expr);
    g.emit("SWAP", 2);
    g.emit("COPY", 2);
    emitCompare(g, node.ops[i] as ast.CompareOperator);
    keepOrPop(g, false, cleanup);
  }
  g.expression(node.comparators[count - 1] as ast.Expr);
  emitCompare(g, node.ops[count - 1] as ast.CompareOperator);
  g.emitJump("JUMP", end, true);
  g.place(cleanup);
  g.emit("SWAP", 2);
  g.emit("POP_TOP");
  g.place(end);
}

export function boolOp(g: CodeGenerator, node: ast.BoolOp): void {
  const end = g.label();
  for (const value of node.values.slice(0, -1)) {
    g.expression(value);
    keepOrPop(g, node.op === "Or", end);
  }
  g.expression(node.values[node.values.length - 1] as ast.Expr);
  g.place(end);
}

/** Jumps with the value when its truth is `when`, else pops it. */
function keepOrPop(g: CodeGenerator, when: boolean, target: Label): void {
  if (!g.profile.boolOpsTestCopy) {
    g.emitJump(when ? "JUMP_IF_TRUE_OR_POP" : "JUMP_IF_FALSE_OR_POP", target);
    return;
  }
  g.emit("COPY", 1);
  g.emitJump(when ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", target);
  g.emit("POP_TOP");
}

export function conditional(g: CodeGenerator, node: ast.IfExp): void {
  const end = g.label();
  const otherwise = g.label();
  jumpIf(g, node.test, otherwise, false);
  g.expression(node.body);
  g.emitJump("JUMP", end, true);
  g.place(otherwise);
  g.expression(node.orelse);
  g.place(end);
}

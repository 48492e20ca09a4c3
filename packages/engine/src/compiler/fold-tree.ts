/**
 * Constant folding on the tree: all of it up to 3.13; afterwards only what CPython kept there.
 * [mirrors Python/ast_opt.c (≤ 3.13), Python/ast_preprocess.c (3.14+)]
 */
import type * as ast from "../parser/ast.ts";
import type { Profile } from "../version.ts";
import type { CodeConstant } from "./code.ts";
import { foldBinary, foldSubscript, foldUnary } from "./fold.ts";
import { foldPercentFormat } from "./percent-format.ts";

export function foldTree(body: readonly ast.Stmt[], profile: Profile): readonly ast.Stmt[] {
  return body.map((statement) => mapNode(statement, profile));
}

/** A copy with folded children; nodes without a change keep their identity. */
function mapNode<N extends object>(node: N, profile: Profile): N {
  if ("type" in node && (node.type === "Name" || node.type === "Constant")) return node;
  let changed: N | null = null;
  // Nodes are plain objects, so that this walk has their own fields only.
  for (const key in node) {
    const value = node[key];
    if (typeof value !== "object" || value === null) continue;
    const folded = Array.isArray(value) ? mapList(value, profile) : foldNode(value, profile);
    if (folded === value) continue;
    changed ??= { ...node };
    // A folded child is what its parent may hold there.
    changed[key] = folded as typeof value;
  }
  return changed ?? node;
}

function mapList(list: readonly unknown[], profile: Profile): readonly unknown[] {
  let changed: unknown[] | null = null;
  for (let i = 0; i < list.length; i += 1) {
    const item = list[i];
    if (typeof item !== "object" || item === null) continue;
    const folded = foldNode(item, profile);
    if (folded === item) continue;
    changed ??= [...list];
    changed[i] = folded;
  }
  return changed ?? list;
}

function foldNode(original: object, profile: Profile): object {
  const node = mapNode(original, profile);
  if (!isExpression(node)) return node;
  if (node.type === "Name" && node.id === "__debug__" && node.ctx === "Load")
    return constant(node, { kind: "true" });
  if (node.type === "BinOp" && node.op === "Mod" && profile.foldsPercentFormat) {
    const formatted = foldPercentFormat(node);
    if (formatted !== null) return formatted;
  }
  if (profile.foldsOnFlowGraph) return node;
  return foldExpression(node);
}

function foldExpression(node: ast.Expr): ast.Expr {
  switch (node.type) {
    case "UnaryOp":
      return foldUnaryNode(node);
    case "BinOp": {
      const left = constantOf(node.left);
      const right = constantOf(node.right);
      if (left === null || right === null) return node;
      const value = foldBinary(node.op, left, right);
      return value === null ? node : constant(node, value);
    }
    case "Subscript": {
      const value = constantOf(node.value);
      const index = constantOf(node.slice);
      if (node.ctx !== "Load" || value === null || index === null) return node;
      const item = foldSubscript(value, index, false);
      return item === null ? node : constant(node, item);
    }
    case "Tuple": {
      if (node.ctx !== "Load") return node;
      const items = node.elts.map(constantOf);
      if (items.some((item) => item === null)) return node;
      return constant(node, { kind: "tuple", items: items.filter((item) => item !== null) });
    }
    case "Compare":
      return foldMembership(node);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return {
        ...node,
        generators: node.generators.map((clause) => ({ ...clause, iter: foldIterable(clause.iter) })),
      };
    default:
      return node;
  }
}

function foldUnaryNode(node: ast.UnaryOp): ast.Expr {
  const operand = constantOf(node.operand);
  if (operand !== null) {
    const value = foldUnary(node.op, operand);
    return value === null ? node : constant(node, value);
  }
  const compare = node.operand;
  if (node.op !== "Not" || compare.type !== "Compare" || compare.ops.length !== 1) return node;
  // `not a is b` is `a is not b`, and so on.
  const opposite = opposites[compare.ops[0] as ast.CompareOperator];
  return opposite === undefined ? node : { ...compare, ops: [opposite] };
}

const opposites: Partial<Record<ast.CompareOperator, ast.CompareOperator>> = {
  Is: "IsNot",
  IsNot: "Is",
  In: "NotIn",
  NotIn: "In",
};

/** `x in [1, 2]` looks in a tuple, `x in {1, 2}` in a frozenset. */
function foldMembership(node: ast.Compare): ast.Expr {
  const last = node.ops.length - 1;
  const op = node.ops[last];
  const right = node.comparators[last];
  if (right === undefined || (op !== "In" && op !== "NotIn")) return node;
  const folded = foldIterable(right);
  return folded === right ? node : { ...node, comparators: [...node.comparators.slice(0, -1), folded] };
}

export function foldIterable(node: ast.Expr): ast.Expr {
  if (node.type !== "List" && node.type !== "Set") return node;
  const items = node.elts.map(constantOf);
  if (items.every((item) => item !== null))
    return constant(node, {
      kind: node.type === "List" ? "tuple" : "frozenset",
      items: items.filter((item) => item !== null),
    });
  if (node.type === "Set" || node.elts.some((element) => element.type === "Starred")) return node;
  return { ...node, type: "Tuple", ctx: "Load" };
}

function constantOf(node: ast.Expr): CodeConstant | null {
  return node.type === "Constant" ? node.value : null;
}

function constant(at: ast.Location, value: CodeConstant): ast.Constant {
  const { lineno, colOffset, endLineno, endColOffset } = at;
  // A folded tree holds tuples and frozensets as well; only the compiler sees it.
  const folded = value as ast.ConstantValue;
  return { type: "Constant", value: folded, lineno, colOffset, endLineno, endColOffset };
}

const expressionTypes: ReadonlySet<string> = new Set([
  "BinOp",
  "UnaryOp",
  "Subscript",
  "Tuple",
  "Compare",
  "Name",
  "ListComp",
  "SetComp",
  "DictComp",
  "GeneratorExp",
]);

function isExpression(node: object): node is ast.Expr {
  return "type" in node && typeof node.type === "string" && expressionTypes.has(node.type);
}

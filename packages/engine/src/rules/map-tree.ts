/** A tree with some of its nodes replaced, from the leaves up. */
import type { Expr, Stmt } from "../parser/ast.ts";

export interface NodeMap {
  readonly expression?: (node: Expr) => Expr;
  /** A statement may become several. */
  readonly statement?: (node: Stmt) => readonly Stmt[];
}

export function mapTree(body: readonly Stmt[], map: NodeMap): readonly Stmt[] {
  return mapList(body, map) as readonly Stmt[];
}

const statementTypes: ReadonlySet<string> = new Set<Stmt["type"]>([
  "FunctionDef",
  "AsyncFunctionDef",
  "ClassDef",
  "Return",
  "Delete",
  "Assign",
  "TypeAlias",
  "AugAssign",
  "AnnAssign",
  "For",
  "AsyncFor",
  "While",
  "If",
  "With",
  "AsyncWith",
  "Match",
  "Raise",
  "Try",
  "TryStar",
  "Assert",
  "Import",
  "ImportFrom",
  "Global",
  "Nonlocal",
  "Expr",
  "Pass",
  "Break",
  "Continue",
]);

function mapList(list: readonly unknown[], map: NodeMap): readonly unknown[] {
  return list.flatMap((each): readonly unknown[] => {
    const made = mapNode(each, map);
    return isStatement(made) ? (map.statement?.(made) ?? [made]) : [made];
  });
}

function mapNode(node: unknown, map: NodeMap): unknown {
  if (Array.isArray(node)) return mapList(node, map);
  if (typeof node !== "object" || node === null || node instanceof Uint8Array) return node;
  const made = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapNode(value, map)]));
  return isExpression(made) ? (map.expression?.(made) ?? made) : made;
}

/** The tag tells: every node has one, and those of statements are listed. */
function isStatement(node: unknown): node is Stmt {
  return isTagged(node) && statementTypes.has(node.type);
}

function isExpression(node: unknown): node is Expr {
  return isTagged(node) && "lineno" in node && !statementTypes.has(node.type);
}

function isTagged(node: unknown): node is { type: string } {
  return typeof node === "object" && node !== null && "type" in node;
}

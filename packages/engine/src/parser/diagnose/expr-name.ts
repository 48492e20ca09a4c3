/** What CPython calls an expression in a message, and which part of it cannot be a target. */
import type { Node } from "./machine.ts";

const names: Readonly<Record<string, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  TemplateStr: "t-string expression",
  Constant: "literal",
  True: "True",
  False: "False",
  None: "None",
  "...": "ellipsis",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

/** To 3.9. */
const olderNames: Readonly<Record<string, string>> = {
  "...": "Ellipsis",
  Dict: "dict display",
  BoolOp: "operator",
  BinOp: "operator",
  UnaryOp: "operator",
};

export function exprName(node: Node, minor: number): string {
  if (minor < 10 && olderNames[node.tag] !== undefined) return olderNames[node.tag]!;
  return names[node.tag] ?? "expression";
}

export type TargetKind = "star" | "del" | "for";

/** The first part of `node` that cannot stand on the left.   [mirrors _PyPegen_get_invalid_target] */
export function invalidTarget(node: Node, kind: TargetKind): Node | null {
  switch (node.tag) {
    case "List":
    case "Tuple":
      for (const element of elements(node)) {
        const invalid = invalidTarget(element, kind);
        if (invalid !== null) return invalid;
      }
      return null;
    case "Starred":
      return kind === "del" ? node : invalidTarget(node.items[1]!, kind);
    case "Compare": {
      if (kind !== "for") return node;
      // `for a in b` is read as a comparison.
      const [left, pairs] = node.items;
      return pairs!.items[0]!.tag === "In" ? invalidTarget(left!, kind) : null;
    }
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}

/** The elements of a display, out of the lists and groups its rule is made of. */
export function elements(node: Node): Node[] {
  return node.items.flatMap((item) =>
    item.tag === "list" || item.tag === "" || item.tag === "args"
      ? elements(item)
      : item.tag === "token" || item.tag === "none"
        ? []
        : [item],
  );
}

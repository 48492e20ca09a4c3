/** Turning an expression that was read into a target.   [mirrors _PyPegen_set_expr_context] */
import type { Attribute, Expr, ExprContext, Name, Subscript } from "./ast.ts";

/** `expr` as a target, or null where the grammar has no such target. */
export function asTarget(expr: Expr, ctx: ExprContext): Expr | null {
  switch (expr.type) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return { ...expr, ctx };
    case "List":
    case "Tuple": {
      const elts: Expr[] = [];
      for (const elt of expr.elts) {
        const target = asTarget(elt, ctx);
        if (target === null) return null;
        elts.push(target);
      }
      return { ...expr, elts, ctx };
    }
    case "Starred": {
      // `del *a` and `**a = b` are not targets; `*a` alone is one, which only the compiler refuses.
      if (ctx === "Del" || expr.value.type === "Starred") return null;
      const value = asTarget(expr.value, ctx);
      return value === null ? null : { ...expr, value, ctx };
    }
    default:
      return null;
  }
}

/** A target that takes one value: of an augmented or annotated assignment. */
export function asSingleTarget(expr: Expr): Name | Attribute | Subscript | null {
  if (expr.type === "Name" || expr.type === "Attribute" || expr.type === "Subscript") {
    return { ...expr, ctx: "Store" };
  }
  return null;
}

/** Type parameters and type aliases (PEP 695, 696).   [mirrors compiler_type_params, compiler_typealias] */
import type * as ast from "../../parser/ast.ts";
import { Intrinsic1, Intrinsic2 } from "../intrinsics.ts";
import { closureOver, pushEvaluator } from "./annotations.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";

/** The tuple of the type parameters, each also stored under its name. */
export function typeParams(g: CodeGenerator, params: readonly ast.TypeParam[]): void {
  const saved = g.at;
  for (const param of params) {
    g.at = param;
    g.text(param.name);
    if (param.type !== "TypeVar") {
      g.emit("CALL_INTRINSIC_1", Intrinsic1[param.type]);
    } else if (param.bound === null) {
      g.emit("CALL_INTRINSIC_1", Intrinsic1.TypeVar);
    } else {
      pushEvaluator(g, param.bound, param.name);
      const isTuple = param.bound.type === "Tuple";
      g.emit("CALL_INTRINSIC_2", isTuple ? Intrinsic2.TypeVarWithConstraints : Intrinsic2.TypeVarWithBound);
    }
    if (param.defaultValue !== null) {
      pushEvaluator(g, param.defaultValue, param.name);
      g.emit("CALL_INTRINSIC_2", Intrinsic2.SetTypeParamDefault);
    }
    g.emit("COPY", 1);
    nameOp(g, param.name, "Store");
  }
  g.emit("BUILD_TUPLE", params.length);
  g.at = saved;
}

/** Runs `body` as a function of its own in the scope of the type parameters; what it leaves on the stack is the result. */
export function inTypeParams(
  g: CodeGenerator,
  node: ast.FunctionDef | ast.ClassDef | ast.TypeAlias,
  argcount: number,
  body: () => void,
): void {
  const scope = g.symtable.typeParamScopes.get(node);
  if (scope === undefined) return;
  const unit = g.enter(scope, "type-params", scope.name, node.lineno);
  unit.argcount = argcount;
  g.emit("RESUME");
  body();
  g.emit("RETURN_VALUE");
  closureOver(g, g.leave());
  // The arguments lie below the function: [.., function, NULL, arguments ..].
  if (argcount > 0) g.emit("SWAP", argcount + 1);
  g.emit("PUSH_NULL");
  if (argcount > 0) g.emit("SWAP", argcount + 1);
  g.emit("CALL", argcount);
}

export function typeAlias(g: CodeGenerator, node: ast.TypeAlias): void {
  const make = () => {
    pushEvaluator(g, node.value, node.name.id);
    g.emit("BUILD_TUPLE", 3);
    g.emit("CALL_INTRINSIC_1", Intrinsic1.TypeAlias);
  };
  if (node.typeParams.length === 0) {
    g.text(node.name.id);
    g.none();
    make();
  } else {
    inTypeParams(g, node, 0, () => {
      g.text(node.name.id);
      typeParams(g, node.typeParams);
      make();
    });
  }
  nameOp(g, node.name.id, "Store");
}

/** Annotations of functions, evaluated at the `def` (≤ 3.13) or by a function of their own (3.14+, PEP 649). */
import type * as ast from "../../parser/ast.ts";
import type { CodeUnit } from "../code.ts";
import { intConstant, strConstant, tupleConstant } from "../constants.ts";
import type { Scope } from "../scope.ts";
import type { CodeGenerator } from "./generator.ts";
import type { CodeBuilder } from "./unit.ts";

interface Annotation {
  readonly name: string;
  readonly annotation: ast.Expr;
}

const annotationsPart = 4;
const annotatePart = 16;

/** Pushes what MAKE_FUNCTION takes for annotations; returns its flag. */
export function annotateFunction(g: CodeGenerator, node: ast.FunctionDef): number {
  const annotations = annotationsOf(g, node);
  if (annotations.length === 0) return 0;
  if (g.profile.annotatesLazily && !g.options.futureAnnotations) {
    const scope = g.symtable.annotationScopes.get(node);
    if (scope === undefined) return 0;
    pushAnnotate(g, scope, annotations, node.lineno);
    return annotatePart;
  }
  const push = (annotation: ast.Expr) => {
    if (g.options.futureAnnotations) g.text(g.options.sourceText(annotation));
    else g.expression(annotation);
  };
  if (!g.profile.annotationsAreTuples) {
    for (const { annotation } of annotations) push(annotation);
    g.constant(tupleConstant(annotations.map(({ name }) => strConstant(name))));
    g.emit("BUILD_CONST_KEY_MAP", annotations.length);
    return annotationsPart;
  }
  for (const { name, annotation } of annotations) {
    g.text(name);
    push(annotation);
  }
  g.emit("BUILD_TUPLE", annotations.length * 2);
  return annotationsPart;
}

function annotationsOf(g: CodeGenerator, node: ast.FunctionDef): Annotation[] {
  const args = node.args;
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  const found: Annotation[] = [];
  for (const arg of all) {
    if (arg?.annotation) found.push({ name: g.mangle(arg.arg), annotation: arg.annotation });
  }
  if (node.returns !== null) found.push({ name: "return", annotation: node.returns });
  return found;
}

/** The function `__annotate__` on the stack. */
export function pushAnnotate(
  g: CodeGenerator,
  scope: Scope,
  annotations: readonly Annotation[],
  lineno: number,
): void {
  const unit = g.enter(scope, "annotation", "__annotate__", lineno);
  unit.argcount = 1;
  unit.posonlyArgcount = 1;
  refuseOtherFormats(g, unit);
  g.emit("BUILD_MAP", 0);
  for (const { name, annotation } of annotations) {
    g.expression(annotation);
    g.emit("COPY", 2);
    g.text(name);
    g.emit("STORE_SUBSCR");
  }
  g.emit("RETURN_VALUE");
  const code = g.leave();
  closureOver(g, code);
}

/** The function that evaluates an expression when somebody asks: a bound, a default, the value of a type alias. */
export function pushEvaluator(g: CodeGenerator, node: ast.Expr, name: string): void {
  const scope = g.symtable.annotationScopes.get(node);
  if (scope === undefined) return;
  const unit = g.enter(scope, "annotation", name, node.lineno);
  if (g.profile.annotatesLazily) {
    unit.argcount = 1;
    unit.posonlyArgcount = 1;
    refuseOtherFormats(g, unit);
  } else {
    g.emit("RESUME");
  }
  g.expression(node);
  g.emit("RETURN_VALUE");
  closureOver(g, g.leave());
}

/** `if format > VALUE_WITH_FAKE_GLOBALS: raise NotImplementedError` */
function refuseOtherFormats(g: CodeGenerator, unit: CodeBuilder): void {
  const accepted = g.label();
  g.emit("RESUME");
  g.emit("LOAD_FAST", unit.varname(".format"));
  g.constant(intConstant(2n));
  g.emit("COMPARE_OP", 4);
  g.emitJump("POP_JUMP_IF_FALSE", accepted);
  g.emit("LOAD_COMMON_CONSTANT", 1);
  g.emit("RAISE_VARARGS", 1);
  g.place(accepted);
}

/** [] → [function]: the closure tuple is made here. */
export function closureOver(g: CodeGenerator, code: CodeUnit): void {
  const hasClosure = code.freevars.length > 0;
  if (hasClosure) {
    for (const name of code.freevars) g.emit("LOAD_CLOSURE", g.unit.derefNumber(name));
    g.emit("BUILD_TUPLE", code.freevars.length);
  }
  g.constant({ kind: "code", code });
  g.emit("MAKE_FUNCTION", hasClosure ? 8 : 0);
}

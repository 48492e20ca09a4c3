/** Class statements and class bodies.   [mirrors compiler_class, compiler_class_body] */
import type * as ast from "../../parser/ast.ts";
import { intConstant, strConstant, tupleConstant } from "../constants.ts";
import { docstringOf } from "../docstring.ts";
import { Intrinsic1 } from "../intrinsics.ts";
import type { Scope } from "../scope.ts";
import { pushAnnotate } from "./annotations.ts";
import { callArguments } from "./calls.ts";
import { loadClosure, makeFunction } from "./functions.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";
import { inTypeParams, typeParams } from "./type-params.ts";

export function classDef(g: CodeGenerator, node: ast.ClassDef): void {
  const scope = g.symtable.scopes.get(node);
  if (scope === undefined) return;
  for (const decorator of node.decoratorList) g.expression(decorator);
  if (node.typeParams.length === 0) buildClass(g, node, scope, node.bases);
  else
    inTypeParams(g, node, 0, () => {
      typeParams(g, node.typeParams);
      nameOp(g, ".type_params", "Store");
      const base: ast.Name = { ...positionOf(node), type: "Name", id: ".generic_base", ctx: "Load" };
      buildClass(g, node, scope, [...node.bases, base]);
    });
  for (const _ of node.decoratorList) g.emit("CALL", 0);
  nameOp(g, node.name, "Store");
}

function buildClass(g: CodeGenerator, node: ast.ClassDef, scope: Scope, bases: readonly ast.Expr[]): void {
  g.emit("LOAD_BUILD_CLASS");
  g.emit("PUSH_NULL");
  g.enter(scope, "class", node.name, node.decoratorList[0]?.lineno ?? node.lineno);
  classBody(g, node);
  makeFunction(g, g.leave(), 0);
  g.text(node.name);
  if (bases !== node.bases) {
    nameOp(g, ".type_params", "Load");
    g.emit("CALL_INTRINSIC_1", Intrinsic1.SubscriptGeneric);
    nameOp(g, ".generic_base", "Store");
  }
  callArguments(g, 2, bases, node.keywords);
}

function positionOf(node: ast.Location): ast.Location {
  const { lineno, colOffset, endLineno, endColOffset } = node;
  return { lineno, colOffset, endLineno, endColOffset };
}

function classBody(g: CodeGenerator, node: ast.ClassDef): void {
  const unit = g.unit;
  g.emit("RESUME");
  nameOp(g, "__name__", "Load");
  nameOp(g, "__module__", "Store");
  g.text(unit.qualname);
  nameOp(g, "__qualname__", "Store");
  if (g.profile.classesKnowTheirSource) {
    g.constant(intConstant(BigInt(unit.firstLineno - g.options.lineOffset)));
    nameOp(g, "__firstlineno__", "Store");
  }
  if (node.typeParams.length > 0) {
    nameOp(g, ".type_params", "Load");
    nameOp(g, "__type_params__", "Store");
  }
  if (unit.scope.needsClassDict) {
    g.emit("LOAD_LOCALS");
    g.emit("STORE_DEREF", unit.derefNumber("__classdict__"));
  }
  const docstring = moduleOrClassStart(g, node.body);
  g.body(docstring ? node.body.slice(1) : node.body);
  finishAnnotations(g, node.lineno);
  if (g.profile.classesKnowTheirSource) {
    const attributes = [...unit.staticAttributes].sort();
    g.constant(tupleConstant(attributes.map((name) => strConstant(name))));
    nameOp(g, "__static_attributes__", "Store");
  }
  if (unit.scope.needsClassDict) {
    loadClosure(g, "__classdict__");
    nameOp(g, "__classdictcell__", "Store");
  }
  if (unit.scope.needsClassClosure) {
    loadClosure(g, "__class__");
    g.emit("COPY", 1);
    nameOp(g, "__classcell__", "Store");
  } else {
    g.none();
  }
  g.emit("RETURN_VALUE");
}

/** `__annotations__` where it is filled at once, and `__doc__`; true when the first statement was the docstring. */
export function moduleOrClassStart(g: CodeGenerator, body: readonly ast.Stmt[]): boolean {
  const isEager = !g.profile.annotatesLazily || g.options.futureAnnotations;
  if (isEager && hasAnnotations(body)) g.emit("SETUP_ANNOTATIONS");
  const docstring = docstringOf(body, g.profile.cleansDocstrings);
  if (docstring === null) return false;
  const saved = g.at;
  const first = body[0];
  if (first !== undefined) g.at = first;
  g.text(docstring);
  nameOp(g, "__doc__", "Store");
  g.at = saved;
  return true;
}

/** `__annotate__` of a module or class (3.14+). */
export function finishAnnotations(g: CodeGenerator, lineno: number): void {
  const unit = g.unit;
  const scope = unit.scope.annotations;
  if (scope === null || unit.deferredAnnotations.length === 0) return;
  pushAnnotate(g, scope, unit.deferredAnnotations, lineno);
  nameOp(g, unit.kind === "class" ? "__annotate_func__" : "__annotate__", "Store");
}

function hasAnnotations(body: readonly ast.Stmt[]): boolean {
  return body.some((statement) => {
    switch (statement.type) {
      case "AnnAssign":
        return true;
      case "If":
      case "While":
      case "For":
        return hasAnnotations(statement.body) || hasAnnotations(statement.orelse);
      case "With":
        return hasAnnotations(statement.body);
      case "Try":
        return (
          hasAnnotations(statement.body) ||
          hasAnnotations(statement.orelse) ||
          hasAnnotations(statement.finalbody) ||
          statement.handlers.some((handler) => hasAnnotations(handler.body))
        );
      default:
        return false;
    }
  });
}

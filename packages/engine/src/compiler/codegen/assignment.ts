/** Assignment in all its forms, and unpacking.   [mirrors compiler_augassign, unpack_helper, compiler_annassign] */
import type * as ast from "../../parser/ast.ts";
import { syntaxError } from "../errors.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";
import { binaryNumber } from "./operators.ts";

export function assign(g: CodeGenerator, node: ast.Assign): void {
  g.expression(node.value);
  node.targets.forEach((target, i) => {
    if (i + 1 < node.targets.length) g.emit("COPY", 1);
    g.expression(target);
  });
}

export function unpackTargets(g: CodeGenerator, elements: readonly ast.Expr[]): void {
  const star = elements.findIndex((element) => element.type === "Starred");
  if (star < 0) {
    g.emit("UNPACK_SEQUENCE", elements.length);
  } else {
    const after = elements.length - star - 1;
    if (star >= 256 || after >= 1 << 23)
      throw syntaxError(g.at, "too many expressions in star-unpacking assignment");
    if (elements.some((element, i) => i > star && element.type === "Starred"))
      throw syntaxError(g.at, "multiple starred expressions in assignment");
    g.emit("UNPACK_EX", star + (after << 8));
  }
  for (const element of elements) g.expression(element.type === "Starred" ? element.value : element);
}

export function augAssign(g: CodeGenerator, node: ast.AugAssign): void {
  const target = node.target;
  const operator = binaryNumber(node.op) + 13;
  if (target.type === "Name") {
    nameOp(g, target.id, "Load");
    g.expression(node.value);
    g.emit("BINARY_OP", operator);
    nameOp(g, target.id, "Store");
    return;
  }
  // What is read and written is the target's, the operation is the statement's.
  const whole = g.at;
  g.expression(target.value);
  if (target.type === "Attribute") {
    const name = g.unit.nameNumber(g.mangle(target.attr));
    g.at = target;
    g.emit("COPY", 1);
    g.emit("LOAD_ATTR", name);
    g.at = whole;
    g.expression(node.value);
    g.emit("BINARY_OP", operator);
    g.at = target;
    g.emit("SWAP", 2);
    g.emit("STORE_ATTR", name);
    return;
  }
  g.expression(target.slice);
  g.at = target;
  g.emit("COPY", 2);
  g.emit("COPY", 2);
  g.emit("BINARY_SUBSCR");
  g.at = whole;
  g.expression(node.value);
  g.emit("BINARY_OP", operator);
  g.at = target;
  g.emit("SWAP", 3);
  g.emit("SWAP", 2);
  g.emit("STORE_SUBSCR");
}

export function annAssign(g: CodeGenerator, node: ast.AnnAssign): void {
  const target = node.target;
  if (node.value !== null) {
    g.expression(node.value);
    g.expression(target);
  }
  if (target.type === "Name") {
    const kind = g.unit.kind;
    if (node.simple && (kind === "module" || kind === "class")) annotate(g, node, g.mangle(target.id));
    else if (!node.simple && !g.profile.annotatesLazily) evaluateAndDrop(g, node.annotation);
    return;
  }
  if (node.value === null) {
    // Parts of the target are evaluated for their errors alone.
    evaluateAndDrop(g, target.value);
    if (target.type === "Subscript") evaluateAndDrop(g, target.slice);
  }
  const isInFunction = g.unit.kind !== "module" && g.unit.kind !== "class";
  if (!isInFunction && !g.options.futureAnnotations && !g.profile.annotatesLazily)
    evaluateAndDrop(g, node.annotation);
}

/** `__annotations__[name] = annotation`, now or by `__annotate__` later (3.14+). */
function annotate(g: CodeGenerator, node: ast.AnnAssign, name: string): void {
  if (g.options.futureAnnotations) {
    g.text(unparse(g, node.annotation));
  } else if (g.profile.annotatesLazily) {
    g.unit.deferredAnnotations.push({ name, annotation: node.annotation });
    return;
  } else {
    g.expression(node.annotation);
  }
  nameOp(g, "__annotations__", "Load");
  g.text(name);
  g.emit("STORE_SUBSCR");
}

function evaluateAndDrop(g: CodeGenerator, node: ast.Expr): void {
  g.expression(node);
  g.emit("POP_TOP");
}

/** Source text of an annotation under `from __future__ import annotations`. */
function unparse(g: CodeGenerator, node: ast.Expr): string {
  return g.options.sourceText(node);
}

/** Expressions, by the kind of node.   [mirrors compiler_visit_expr1] */
import type * as ast from "../../parser/ast.ts";
import { noneConstant, strConstant } from "../constants.ts";
import { syntaxError } from "../errors.ts";
import { unpackTargets } from "./assignment.ts";
import { call, loadSuper, superArgument } from "./calls.ts";
import { comprehension } from "./comprehensions.ts";
import { boolOp, compareChain, conditional } from "./conditions.ts";
import { delegate, ownYield } from "./delegation.ts";
import { allConstants, dictDisplay, sequenceDisplay } from "./displays.ts";
import { lambda } from "./functions.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";
import { binaryNumber } from "./operators.ts";

const unaryOps = {
  Invert: "UNARY_INVERT",
  Not: "UNARY_NOT",
  UAdd: "UNARY_POSITIVE",
  USub: "UNARY_NEGATIVE",
} as const;

export function expression(g: CodeGenerator, node: ast.Expr): void {
  switch (node.type) {
    case "Constant":
      g.constant(node.value);
      return;
    case "Name":
      nameOp(g, node.id, node.ctx);
      return;
    case "NamedExpr":
      g.expression(node.value);
      g.emit("COPY", 1);
      g.expression(node.target);
      return;
    case "BoolOp":
      boolOp(g, node);
      return;
    case "BinOp":
      g.expression(node.left);
      g.expression(node.right);
      g.emit("BINARY_OP", binaryNumber(node.op));
      return;
    case "UnaryOp":
      g.expression(node.operand);
      g.emit(unaryOps[node.op]);
      return;
    case "Lambda":
      lambda(g, node);
      return;
    case "IfExp":
      conditional(g, node);
      return;
    case "Compare":
      compareChain(g, node);
      return;
    case "Call":
      call(g, node);
      return;
    case "Attribute":
      attribute(g, node);
      return;
    case "Subscript":
      subscript(g, node);
      return;
    case "Starred":
      throw syntaxError(
        node,
        node.ctx === "Store"
          ? "starred assignment target must be in a list or tuple"
          : "can't use starred expression here",
      );
    case "List":
    case "Tuple":
      collection(g, node);
      return;
    case "Set":
      sequenceDisplay(g, node.elts, "BUILD_SET");
      return;
    case "Dict":
      dictDisplay(g, node);
      return;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      comprehension(g, node);
      return;
    case "Slice":
      slice(g, node);
      return;
    case "JoinedStr":
      joinedStr(g, node);
      return;
    case "FormattedValue":
      formattedValue(g, node);
      return;
    case "Yield":
      requireFunction(g, node, "'yield' outside function");
      if (node.value !== null) g.expression(node.value);
      else g.none();
      g.emit("YIELD_VALUE", ownYield(g));
      return;
    case "YieldFrom":
      requireFunction(g, node, `'yield${g.profile.yieldFromOutsideIsNamed ? " from" : ""}' outside function`);
      if (g.unit.scope.isCoroutine) throw syntaxError(node, "'yield from' inside async function");
      g.expression(node.value);
      g.emit("GET_YIELD_FROM_ITER");
      g.none();
      delegate(g);
      return;
    case "Await":
      requireFunction(g, node, "'await' outside function");
      if (!g.unit.scope.isAsyncFunction && g.unit.kind !== "comprehension")
        throw syntaxError(node, "'await' outside async function");
      g.expression(node.value);
      g.emit("GET_AWAITABLE");
      g.none();
      delegate(g);
      return;
    case "TemplateStr":
      templateStr(g, node);
      return;
    case "Interpolation":
      interpolation(g, node);
      return;
  }
}

function requireFunction(g: CodeGenerator, node: ast.Expr, message: string): void {
  const kind = g.unit.kind;
  if (kind === "module" || kind === "class") throw syntaxError(node, message);
}

function attribute(g: CodeGenerator, node: ast.Attribute): void {
  const name = g.mangle(node.attr);
  if (node.ctx === "Load" && loadSuper(g, node)) {
    g.emit("LOAD_SUPER_ATTR", superArgument(g, node));
    return;
  }
  g.expression(node.value);
  const number = g.unit.nameNumber(name);
  if (node.ctx === "Load") g.emit("LOAD_ATTR", number);
  else if (node.ctx === "Store") {
    noteStaticAttribute(g, node);
    g.emit("STORE_ATTR", number);
  } else g.emit("DELETE_ATTR", number);
}

/** `self.x = …` in a method tells its class about x (3.13+). [compiler_maybe_add_static_attribute_to_class] */
function noteStaticAttribute(g: CodeGenerator, node: ast.Attribute): void {
  if (!g.profile.classesKnowTheirSource || node.value.type !== "Name" || node.value.id !== "self") return;
  for (let unit = g.unit.parent; unit !== null; unit = unit.parent) {
    if (unit.kind !== "class") continue;
    unit.staticAttributes.add(node.attr);
    return;
  }
}

function subscript(g: CodeGenerator, node: ast.Subscript): void {
  g.expression(node.value);
  g.expression(node.slice);
  if (node.ctx === "Load") g.emit("BINARY_SUBSCR");
  else g.emit(node.ctx === "Store" ? "STORE_SUBSCR" : "DELETE_SUBSCR");
}

function slice(g: CodeGenerator, node: ast.SliceExpr): void {
  const parts = [node.lower, node.upper, ...(node.step === null ? [] : [node.step])];
  if (g.profile.foldsOnFlowGraph) {
    const values = [node.lower, node.upper, node.step].map((part) =>
      part === null ? noneConstant : part.type === "Constant" ? part.value : null,
    );
    const [start, stop, step] = values;
    if (start && stop && step) {
      g.constant({ kind: "slice", start, stop, step });
      return;
    }
  }
  for (const part of parts) {
    if (part === null) g.none();
    else g.expression(part);
  }
  g.emit("BUILD_SLICE", parts.length);
}

function collection(g: CodeGenerator, node: ast.ListExpr | ast.TupleExpr): void {
  if (node.ctx === "Store") {
    unpackTargets(g, node.elts);
    return;
  }
  if (node.ctx === "Del") {
    for (const element of node.elts) g.expression(element);
    return;
  }
  if (node.type === "Tuple" && !g.profile.foldsOnFlowGraph) {
    const values = allConstants(node.elts);
    if (values !== null) {
      g.constant({ kind: "tuple", items: values });
      return;
    }
  }
  sequenceDisplay(g, node.elts, node.type === "Tuple" ? "BUILD_TUPLE" : "BUILD_LIST");
}

function joinedStr(g: CodeGenerator, node: ast.JoinedStr): void {
  if (node.values.length === 0) {
    g.constant(strConstant(""));
    return;
  }
  for (const value of node.values) g.expression(value);
  if (node.values.length !== 1) g.emit("BUILD_STRING", node.values.length);
}

const conversions = { "": 0, s: 1, r: 2, a: 3 } as const;

function formattedValue(g: CodeGenerator, node: ast.FormattedValue): void {
  g.expression(node.value);
  const conversion = conversions[node.conversion];
  if (conversion !== 0) g.emit("CONVERT_VALUE", conversion);
  if (node.formatSpec === null) {
    g.emit("FORMAT_SIMPLE");
  } else {
    g.expression(node.formatSpec);
    g.emit("FORMAT_WITH_SPEC");
  }
}

/** A string stands before, between and after the interpolations, if need be an empty one. */
function templateStr(g: CodeGenerator, node: ast.TemplateStr): void {
  let strings = 0;
  let isAfterString = false;
  const empty = (): void => {
    if (isAfterString) return;
    g.constant(strConstant(""));
    strings += 1;
  };
  for (const value of node.values) {
    if (value.type === "Interpolation") {
      empty();
      isAfterString = false;
    } else {
      g.expression(value);
      strings += 1;
      isAfterString = true;
    }
  }
  empty();
  g.emit("BUILD_TUPLE", strings);
  const interpolations = node.values.filter((value) => value.type === "Interpolation");
  for (const value of interpolations) g.expression(value);
  g.emit("BUILD_TUPLE", interpolations.length);
  g.emit("BUILD_TEMPLATE");
}

function interpolation(g: CodeGenerator, node: ast.Interpolation): void {
  g.expression(node.value);
  g.constant(strConstant(node.str));
  if (node.formatSpec !== null) g.expression(node.formatSpec);
  g.emit("BUILD_INTERPOLATION", 2 | (conversions[node.conversion] << 2) | (node.formatSpec === null ? 0 : 1));
}

/** Tuple, list, set and dict displays, with and without stars.   [mirrors starunpack_helper, compiler_dict] */
import type * as ast from "../../parser/ast.ts";
import type { CodeConstant } from "../code.ts";
import { tupleConstant } from "../constants.ts";
import type { CodeGenerator } from "./generator.ts";

/** More operands than this are not piled up on the stack. [STACK_USE_GUIDELINE] */
const stackGuideline = 30;

export function allConstants(nodes: readonly ast.Expr[]): CodeConstant[] | null {
  const values: CodeConstant[] = [];
  for (const node of nodes) {
    if (node.type !== "Constant") return null;
    values.push(node.value);
  }
  return values;
}

/** `pushed` values already lie on the stack and come first. */
export function sequenceDisplay(
  g: CodeGenerator,
  elements: readonly ast.Expr[],
  build: "BUILD_TUPLE" | "BUILD_LIST" | "BUILD_SET",
  pushed = 0,
): void {
  const count = elements.length;
  if (count > 2 && pushed === 0 && constantDisplay(g, elements, build)) return;
  const hasStar = elements.some((element) => element.type === "Starred");
  const isBig = g.profile.buildsBigDisplaysByAppending && count + pushed > stackGuideline;
  if (!hasStar && !isBig) {
    for (const element of elements) g.expression(element);
    g.emit(build, count + pushed);
    return;
  }
  const collect = build === "BUILD_SET" ? "BUILD_SET" : "BUILD_LIST";
  const add = build === "BUILD_SET" ? "SET_ADD" : "LIST_APPEND";
  const extend = build === "BUILD_SET" ? "SET_UPDATE" : "LIST_EXTEND";
  let isBuilt = false;
  if (isBig) {
    g.emit(collect, pushed);
    isBuilt = true;
  }
  elements.forEach((element, i) => {
    if (element.type === "Starred") {
      if (!isBuilt) g.emit(collect, i + pushed);
      isBuilt = true;
      g.expression(element.value);
      g.emit(extend, 1);
    } else {
      g.expression(element);
      if (isBuilt) g.emit(add, 1);
    }
  });
  if (build === "BUILD_TUPLE") g.emit("LIST_TO_TUPLE");
}

/** A display of constants is copied out of one constant (3.9+; on the flow graph from 3.14). */
function constantDisplay(g: CodeGenerator, elements: readonly ast.Expr[], build: string): boolean {
  if (!g.profile.buildsListFromConstants || g.profile.foldsOnFlowGraph) return false;
  const values = allConstants(elements);
  if (values === null) return false;
  if (build === "BUILD_TUPLE") {
    g.constant(tupleConstant(values));
  } else if (build === "BUILD_LIST") {
    g.emit("BUILD_LIST", 0);
    g.constant(tupleConstant(values));
    g.emit("LIST_EXTEND", 1);
  } else {
    g.emit("BUILD_SET", 0);
    g.constant({ kind: "frozenset", items: values });
    g.emit("SET_UPDATE", 1);
  }
  return true;
}

export function dictDisplay(g: CodeGenerator, node: ast.Dict): void {
  const groupLimit = g.profile.buildsBigDisplaysByAppending ? stackGuideline / 2 + 1 : 0xffff;
  let hasDict = false;
  let group: number[] = [];
  const flush = () => {
    if (group.length === 0) return;
    subDict(g, node, group);
    if (hasDict) g.emit("DICT_UPDATE", 1);
    hasDict = true;
    group = [];
  };
  node.keys.forEach((key, i) => {
    if (key === null) {
      flush();
      if (!hasDict) {
        g.emit("BUILD_MAP", 0);
        hasDict = true;
      }
      g.expression(node.values[i] as ast.Expr);
      g.emit("DICT_UPDATE", 1);
      return;
    }
    group.push(i);
    if (group.length === groupLimit) flush();
  });
  flush();
  if (!hasDict) g.emit("BUILD_MAP", 0);
}

function subDict(g: CodeGenerator, node: ast.Dict, group: readonly number[]): void {
  const keys = group.map((i) => node.keys[i] as ast.Expr);
  const values = group.map((i) => node.values[i] as ast.Expr);
  const isBig = g.profile.buildsBigDisplaysByAppending && group.length * 2 > stackGuideline;
  const constants = allConstants(keys);
  if (g.profile.hasConstKeyMap && group.length > 1 && !isBig && constants !== null) {
    for (const value of values) g.expression(value);
    g.constant(tupleConstant(constants));
    g.emit("BUILD_CONST_KEY_MAP", group.length);
    return;
  }
  if (isBig) g.emit("BUILD_MAP", 0);
  keys.forEach((key, i) => {
    g.expression(key);
    g.expression(values[i] as ast.Expr);
    if (isBig) g.emit("MAP_ADD", 1);
  });
  if (!isBig) g.emit("BUILD_MAP", group.length);
}

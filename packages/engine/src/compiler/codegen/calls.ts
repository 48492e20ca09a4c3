/**
 * Calls.   [mirrors compiler_call, maybe_optimize_method_call, compiler_call_helper]
 *
 * The stack of every call is [callable, self or null, arguments …]: the pair a method look-up leaves behind.
 */
import type * as ast from "../../parser/ast.ts";
import { strConstant, tupleConstant } from "../constants.ts";
import { syntaxError } from "../errors.ts";
import { Def } from "../scope.ts";
import { sequenceDisplay } from "./displays.ts";
import type { CodeGenerator } from "./generator.ts";
import { loopedCall } from "./looped-call.ts";
import { nameOp } from "./names.ts";

const stackGuideline = 30;

export function call(g: CodeGenerator, node: ast.Call): void {
  checkKeywords(g, node);
  if (methodCall(g, node)) return;
  g.expression(node.func);
  const end = loopedCall(g, node);
  g.emit("PUSH_NULL");
  callArguments(g, 0, node.args, node.keywords);
  if (end !== null) g.place(end);
}

/** `super().m(…)` and `o.m(…)`, without a bound method in between. */
function methodCall(g: CodeGenerator, node: ast.Call): boolean {
  const func = node.func;
  if (func.type !== "Attribute" || func.ctx !== "Load") return false;
  if (g.profile.importedNamesAreAttributes && isImportOriginated(g, func.value)) return false;
  const hasKeywords = node.keywords.length > 0;
  if (hasKeywords && !g.profile.methodCallsTakeKeywords) return false;
  if (node.args.length + node.keywords.length + (hasKeywords ? 1 : 0) >= stackGuideline) return false;
  if (node.args.some((arg) => arg.type === "Starred")) return false;
  if (node.keywords.some((keyword) => keyword.arg === null)) return false;
  if (loadSuper(g, func)) {
    g.emit("LOAD_SUPER_METHOD", superArgument(g, func));
  } else {
    g.expression(func.value);
    g.emit("LOAD_METHOD", g.unit.nameNumber(g.mangle(func.attr)));
  }
  for (const arg of node.args) g.expression(arg);
  finishCall(g, node.args.length, node.keywords);
  return true;
}

function isImportOriginated(g: CodeGenerator, value: ast.Expr): boolean {
  if (value.type !== "Name") return false;
  const symbol = g.symtable.top.symbols.get(value.id);
  return symbol !== undefined && (symbol.flags & Def.Import) !== 0;
}

/** `super().x` loaded in one instruction (3.12+): emits [super, class, self]. [can_optimize_super_call] */
export function loadSuper(g: CodeGenerator, attribute: ast.Attribute): boolean {
  if (!g.profile.hasLoadSuperAttr) return false;
  const value = attribute.value;
  if (value.type !== "Call" || value.func.type !== "Name" || value.func.id !== "super") return false;
  if (value.keywords.length > 0 || attribute.attr === "__class__") return false;
  const scope = g.unit.scope;
  if (scope.symbols.get("super")?.scope !== "global-implicit") return false;
  if (g.symtable.top.symbols.get("super")?.scope === "local") return false;
  if (value.args.length === 2 && value.args.every((arg) => arg.type !== "Starred")) {
    g.expression(value.func);
    for (const arg of value.args) g.expression(arg);
    return true;
  }
  if (value.args.length !== 0 || scope.kind !== "function" || scope.comprehension !== null) return false;
  const self = scope.parameters[0];
  if (g.unit.argcount === 0 || self === undefined || scope.symbols.get("__class__")?.scope !== "free")
    return false;
  g.expression(value.func);
  nameOp(g, "__class__", "Load");
  nameOp(g, self, "Load");
  return true;
}

/** The name; bit 0 tells the explicit two-argument form. */
export function superArgument(g: CodeGenerator, attribute: ast.Attribute): number {
  const isExplicit = attribute.value.type === "Call" && attribute.value.args.length === 2;
  return g.unit.nameNumber(g.mangle(attribute.attr)) * 2 + (isExplicit ? 1 : 0);
}

/** Arguments after `pushed` ones that are on the stack already. */
export function callArguments(
  g: CodeGenerator,
  pushed: number,
  args: readonly ast.Expr[],
  keywords: readonly ast.Keyword[],
): void {
  const hasStar = args.some((arg) => arg.type === "Starred");
  const hasDoubleStar = keywords.some((keyword) => keyword.arg === null);
  const isLong =
    g.profile.buildsBigDisplaysByAppending && pushed + args.length + keywords.length * 2 > stackGuideline;
  if (hasStar || hasDoubleStar || isLong) {
    starCall(g, pushed, args, keywords);
    return;
  }
  for (const arg of args) g.expression(arg);
  finishCall(g, pushed + args.length, keywords);
}

function finishCall(g: CodeGenerator, positional: number, keywords: readonly ast.Keyword[]): void {
  if (keywords.length === 0) {
    g.emit("CALL", positional);
    return;
  }
  for (const keyword of keywords) g.expression(keyword.value);
  g.constant(tupleConstant(keywords.map((keyword) => strConstant(g.mangle(keyword.arg ?? "")))));
  g.emit("CALL_KW", positional + keywords.length);
}

function starCall(
  g: CodeGenerator,
  pushed: number,
  args: readonly ast.Expr[],
  keywords: readonly ast.Keyword[],
): void {
  const only = args[0];
  if (pushed === 0 && args.length === 1 && only?.type === "Starred") g.expression(only.value);
  else sequenceDisplay(g, args, "BUILD_TUPLE", pushed);
  if (keywords.length > 0) keywordDict(g, keywords);
  g.emit("CALL_FUNCTION_EX", keywords.length > 0 ? 1 : 0);
}

function keywordDict(g: CodeGenerator, keywords: readonly ast.Keyword[]): void {
  const only = keywords[0];
  if (!g.profile.buildsListFromConstants && keywords.length === 1 && only?.arg === null) {
    g.expression(only.value);
    return;
  }
  let hasDict = false;
  let group: ast.Keyword[] = [];
  const flush = () => {
    if (group.length === 0) return;
    keywordGroup(g, group);
    if (hasDict) g.emit("DICT_MERGE", 1);
    hasDict = true;
    group = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      group.push(keyword);
      continue;
    }
    flush();
    if (!hasDict) g.emit("BUILD_MAP", 0);
    hasDict = true;
    g.expression(keyword.value);
    g.emit("DICT_MERGE", 1);
  }
  flush();
}

function keywordGroup(g: CodeGenerator, group: readonly ast.Keyword[]): void {
  const isBig = g.profile.buildsBigDisplaysByAppending && group.length * 2 > stackGuideline;
  if (group.length > 1 && !isBig && g.profile.hasConstKeyMap) {
    for (const keyword of group) g.expression(keyword.value);
    g.constant(tupleConstant(group.map((keyword) => strConstant(g.mangle(keyword.arg ?? "")))));
    g.emit("BUILD_CONST_KEY_MAP", group.length);
    return;
  }
  if (isBig) g.emit("BUILD_MAP", 0);
  for (const keyword of group) {
    g.text(g.mangle(keyword.arg ?? ""));
    g.expression(keyword.value);
    if (isBig) g.emit("MAP_ADD", 1);
  }
  if (!isBig) g.emit("BUILD_MAP", group.length);
}

function checkKeywords(g: CodeGenerator, node: ast.Call): void {
  const seen = new Set<string>();
  for (const keyword of node.keywords) {
    if (keyword.arg === null) continue;
    if (seen.has(keyword.arg)) {
      const which = g.profile.callErrorsNameModule ? `: ${keyword.arg}` : "";
      throw syntaxError(keyword, `keyword argument repeated${which}`);
    }
    seen.add(keyword.arg);
  }
}

/** Functions and lambdas: defaults, annotations, closures, and the frame around a generator's body. */
import type * as ast from "../../parser/ast.ts";
import { CodeFlag, type CodeUnit } from "../code.ts";
import { noneConstant, strConstant, tupleConstant } from "../constants.ts";
import { docstringOf } from "../docstring.ts";
import { Intrinsic2 } from "../intrinsics.ts";
import type { Scope } from "../scope.ts";
import { annotateFunction } from "./annotations.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";
import { inTypeParams, typeParams } from "./type-params.ts";
import type { CodeBuilder } from "./unit.ts";

/** MAKE_FUNCTION's flags: what lies under the code object. */
export const FunctionPart = { Defaults: 1, KwDefaults: 2, Annotations: 4, Closure: 8, Annotate: 16 } as const;

export function functionDef(g: CodeGenerator, node: ast.FunctionDef): void {
  for (const decorator of node.decoratorList) g.expression(decorator);
  const scope = g.symtable.scopes.get(node);
  if (scope === undefined) return;
  const firstLineno = node.decoratorList[0]?.lineno ?? node.lineno;
  const given = defaults(g, node.args);
  const make = () => {
    const parts = given | annotateFunction(g, node);
    const unit = g.enter(scope, "function", node.name, firstLineno);
    setSignature(unit, node.args);
    functionBody(g, node, unit);
    makeFunction(g, leaveFunction(g, node.args), parts);
  };
  if (node.typeParams.length === 0) make();
  else {
    const count = (given & FunctionPart.Defaults) + ((given & FunctionPart.KwDefaults) >> 1);
    inTypeParams(g, node, count, () => {
      typeParams(g, node.typeParams);
      for (let i = 0; i < count; i += 1) g.emit("LOAD_FAST", i);
      make();
      g.emit("SWAP", 2);
      g.emit("CALL_INTRINSIC_2", Intrinsic2.SetFunctionTypeParams);
    });
  }
  for (const _ of node.decoratorList) g.emit("CALL", 0);
  nameOp(g, node.name, "Store");
}

function functionBody(g: CodeGenerator, node: ast.FunctionDef, unit: CodeBuilder): void {
  const docstring = docstringOf(node.body, g.profile.cleansDocstrings);
  unit.hasDocstring = docstring !== null;
  if (docstring !== null) unit.constant(g.pool.intern(strConstant(docstring)));
  else if (!g.profile.foldsOnFlowGraph) unit.constant(g.pool.intern(noneConstant));
  const isGenerator = unit.scope.isGenerator || unit.scope.isCoroutine;
  if (isGenerator) openGenerator(g);
  else g.emit("RESUME");
  g.body(docstring !== null ? node.body.slice(1) : node.body);
  implicitReturn(g);
  if (isGenerator) closeGenerator(g);
}

/** The call makes a generator and returns it; its body begins at the first resumption. */
export function openGenerator(g: CodeGenerator): void {
  g.emit("RETURN_GENERATOR");
  g.emit("POP_TOP");
  g.emit("RESUME");
}

export function closeGenerator(g: CodeGenerator): void {
  const unit = g.unit;
  const { isGenerator, isCoroutine } = unit.scope;
  if (isGenerator && isCoroutine) unit.flags |= CodeFlag.AsyncGenerator;
  else if (isGenerator) unit.flags |= CodeFlag.Generator;
  else if (isCoroutine) unit.flags |= CodeFlag.Coroutine;
}

export function implicitReturn(g: CodeGenerator): void {
  // Up to 3.11 none is compiled where the source cannot come to the end.
  if (!g.profile.dropsUnusedConstants && g.endsWithReturn()) return;
  const saved = g.at;
  g.at = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };
  g.none();
  g.emit("RETURN_VALUE");
  g.at = saved;
}

export function lambda(g: CodeGenerator, node: ast.Lambda): void {
  const scope = g.symtable.scopes.get(node);
  if (scope === undefined) return;
  const parts = defaults(g, node.args);
  const unit = g.enter(scope, "lambda", "<lambda>", node.lineno);
  // So that the body's first constant is never taken for a docstring.
  if (g.profile.lambdasBeginWithNone) unit.constant(g.pool.intern(noneConstant));
  setSignature(unit, node.args);
  if (scope.isGenerator) openGenerator(g);
  else g.emit("RESUME");
  g.expression(node.body);
  g.emit("RETURN_VALUE");
  if (scope.isGenerator) closeGenerator(g);
  makeFunction(g, leaveFunction(g, node.args), parts);
}

function leaveFunction(g: CodeGenerator, args: ast.Arguments): CodeUnit {
  const code = g.leave();
  g.options.onFunction?.(code, args);
  return code;
}

function setSignature(unit: CodeBuilder, args: ast.Arguments): void {
  unit.posonlyArgcount = args.posonlyargs.length;
  unit.argcount = args.posonlyargs.length + args.args.length;
  unit.kwonlyArgcount = args.kwonlyargs.length;
}

/** Pushes the tuple of defaults and the dict of keyword defaults there are. */
function defaults(g: CodeGenerator, args: ast.Arguments): number {
  let parts = 0;
  if (args.defaults.length > 0) {
    for (const value of args.defaults) g.expression(value);
    g.emit("BUILD_TUPLE", args.defaults.length);
    parts |= FunctionPart.Defaults;
  }
  const keywords = args.kwonlyargs.flatMap((arg, i) => {
    const value = args.kwDefaults[i] ?? null;
    return value === null ? [] : [{ name: g.mangle(arg.arg), value }];
  });
  if (keywords.length === 0) return parts;
  if (g.profile.hasConstKeyMap) {
    for (const keyword of keywords) g.expression(keyword.value);
    g.constant(tupleConstant(keywords.map((keyword) => strConstant(keyword.name))));
    g.emit("BUILD_CONST_KEY_MAP", keywords.length);
  } else {
    for (const keyword of keywords) {
      g.text(keyword.name);
      g.expression(keyword.value);
    }
    g.emit("BUILD_MAP", keywords.length);
  }
  return parts | FunctionPart.KwDefaults;
}

/** [.. parts] → [function]; the closure tuple is added here. [compiler_make_closure] */
export function makeFunction(g: CodeGenerator, code: CodeUnit, parts: number): void {
  let flags = parts;
  if (code.freevars.length > 0) {
    for (const name of code.freevars) loadClosure(g, name);
    g.emit("BUILD_TUPLE", code.freevars.length);
    flags |= FunctionPart.Closure;
  }
  g.constant({ kind: "code", code });
  if (!g.profile.hasExceptionTable) g.unit.constant(g.pool.intern(strConstant(code.qualname)));
  g.emit("MAKE_FUNCTION", flags);
}

/** The cell itself, not what is in it. */
export function loadClosure(g: CodeGenerator, name: string): void {
  g.emit("LOAD_CLOSURE", g.unit.derefNumber(name));
}

export function scopeFlags(scope: Scope): number {
  return (scope.hasVarArgs ? CodeFlag.VarArgs : 0) | (scope.hasVarKeywords ? CodeFlag.VarKeywords : 0);
}

/** Comprehensions and generator expressions, as functions or inlined (PEP 709).   [mirrors compiler_comprehension] */
import type * as ast from "../../parser/ast.ts";
import { comprehensionNames } from "../comprehension-names.ts";
import { syntaxError } from "../errors.ts";
import { bound, Def, isFunctionLike, type NameScope, type Scope } from "../scope.ts";
import { jumpIf } from "./conditions.ts";
import { delegate, ownYield } from "./delegation.ts";
import { closeGenerator, makeFunction, openGenerator } from "./functions.ts";
import type { CodeGenerator } from "./generator.ts";
import { awaitNext } from "./loops.ts";
import { Label } from "./unit.ts";

type Comp = ast.ListComp | ast.DictComp;

const builds = { ListComp: "BUILD_LIST", SetComp: "BUILD_SET", DictComp: "BUILD_MAP" } as const;

export function comprehension(g: CodeGenerator, node: Comp): void {
  const scope = g.symtable.scopes.get(node);
  const outermost = node.generators[0];
  if (scope === undefined || outermost === undefined) return;
  if (scope.isCoroutine && node.type !== "GeneratorExp" && !mayBeAsync(g))
    throw syntaxError(node, "asynchronous comprehension outside of an asynchronous function");
  if (scope.isInlined) {
    g.expression(outermost.iter);
    const iterates = outermost.isAsync ? "GET_AITER" : "GET_ITER";
    const whole = g.at;
    if (g.profile.tracebackMarksCalls) g.at = outermost.iter;
    if (!g.profile.genexprIteratesInside) g.emit(iterates);
    g.at = whole;
    inlined(g, node, scope, g.profile.genexprIteratesInside ? iterates : null);
    return;
  }
  const isLazy = node.type === "GeneratorExp" && g.profile.genexprIteratesInside;
  const unit = g.enter(scope, "comprehension", comprehensionNames[node.type], node.lineno);
  unit.argcount = 1;
  if (node.type === "GeneratorExp" || scope.isCoroutine) {
    if (isLazy) {
      g.emit("LOAD_FAST", unit.varname(".0"));
      g.emit(outermost.isAsync ? "GET_AITER" : "GET_ITER");
    }
    openGenerator(g);
  } else {
    g.emit("RESUME");
  }
  if (node.type !== "GeneratorExp") g.emit(builds[node.type], 0);
  if (!isLazy) g.emit("LOAD_FAST", unit.varname(".0"));
  loop(g, node, 0, 0);
  if (node.type === "GeneratorExp") g.none();
  g.emit("RETURN_VALUE");
  closeGenerator(g);
  makeFunction(g, g.leave(), 0);
  g.expression(outermost.iter);
  if (!isLazy) g.emit(outermost.isAsync ? "GET_AITER" : "GET_ITER");
  g.emit("CALL", 0);
  if (scope.isCoroutine && node.type !== "GeneratorExp") {
    g.emit("GET_AWAITABLE");
    g.none();
    delegate(g);
  }
}

function mayBeAsync(g: CodeGenerator): boolean {
  if (g.unit.scope.isAsyncFunction) return true;
  return g.profile.asyncComprehensionsNest && g.unit.kind === "comprehension";
}

/** One `for` clause with its conditions; the innermost adds the element. The iterator of clause 0 is on the stack. */
function loop(g: CodeGenerator, node: Comp, index: number, outerDepth: number): void {
  const clause = node.generators[index];
  if (clause === undefined) {
    element(g, node, outerDepth);
    return;
  }
  const start = g.label();
  const condition = g.label();
  const anchor = g.label();
  let depth = outerDepth;
  const assigned =
    index > 0 && g.profile.buildsListFromConstants && !clause.isAsync ? onlyElement(clause.iter) : null;
  if (assigned !== null) {
    // `for y in [f(x)]` assigns; there is no list.
    g.expression(assigned);
  } else {
    if (index > 0) {
      g.expression(clause.iter);
      g.emit(clause.isAsync ? "GET_AITER" : "GET_ITER");
    } else if (g.profile.comprehensionsIterateTwice && !clause.isAsync) g.emit("GET_ITER");
    depth += 1;
    g.place(start);
    if (clause.isAsync) awaitNext(g, anchor);
    else g.emitJump("FOR_ITER", anchor);
  }
  g.expression(clause.target);
  for (const test of clause.ifs) jumpIf(g, test, condition, false);
  loop(g, node, index + 1, depth);
  g.place(condition);
  if (assigned !== null) return;
  g.emitJump("JUMP", start);
  g.place(anchor);
  if (clause.isAsync) g.emit("END_ASYNC_FOR");
  else {
    g.emit("END_FOR");
    g.emit("POP_ITER");
  }
}

function onlyElement(iter: ast.Expr): ast.Expr | null {
  if ((iter.type !== "List" && iter.type !== "Tuple") || iter.elts.length !== 1) return null;
  const only = iter.elts[0];
  return only === undefined || only.type === "Starred" ? null : only;
}

function element(g: CodeGenerator, node: Comp, depth: number): void {
  if (node.type === "DictComp") {
    g.expression(node.key);
    if (node.value === null) {
      g.emit("DICT_UPDATE", depth + 1);
      return;
    }
    g.expression(node.value);
    g.emit("MAP_ADD", depth + 1);
    return;
  }
  const starred = node.elt.type === "Starred";
  g.expression(node.elt.type === "Starred" ? node.elt.value : node.elt);
  if (node.type === "GeneratorExp") {
    if (starred) {
      g.emit("GET_YIELD_FROM_ITER");
      g.none();
      delegate(g);
    } else g.emit("YIELD_VALUE", ownYield(g));
    g.emit("POP_TOP");
  } else if (node.type === "ListComp") g.emit(starred ? "LIST_EXTEND" : "LIST_APPEND", depth + 1);
  else g.emit(starred ? "SET_UPDATE" : "SET_ADD", depth + 1);
}

/** Runs in the frame around it; names it binds are put aside and come back. */
function inlined(
  g: CodeGenerator,
  node: Comp,
  scope: Scope,
  iterates: "GET_ITER" | "GET_AITER" | null,
): void {
  if (node.type === "GeneratorExp") return;
  const isolated = isolate(g, scope);
  const cleanup = new Label();
  const end = new Label();
  if (isolated.saved.length > 0) {
    g.emit("SWAP", isolated.saved.length + 1);
    g.emitJump("SETUP_FINALLY", cleanup, true);
    g.pushBlock({ kind: "pop-value" });
  }
  g.emit(builds[node.type], 0);
  g.emit("SWAP", 2);
  if (iterates !== null) {
    const whole = g.at;
    g.at = node.generators[0]?.iter ?? whole;
    g.emit(iterates);
    g.at = whole;
  }
  loop(g, node, 0, 0);
  if (isolated.saved.length > 0) {
    g.popBlock();
    g.emitArtificial("POP_BLOCK");
    g.emitJump("JUMP", end, true);
    g.place(cleanup);
    g.emit("SWAP", 2);
    g.emit("POP_TOP");
    restore(g, isolated.saved);
    g.emit("RERAISE", 0);
    g.place(end);
    restore(g, isolated.saved);
  }
  unisolate(g, isolated);
}

interface Isolation {
  readonly saved: string[];
  readonly overridden: { name: string; before: NameScope | undefined }[];
  readonly hidden: string[];
}

/** [push_inlined_comprehension_state] */
function isolate(g: CodeGenerator, comp: Scope): Isolation {
  const unit = g.unit;
  const isolation: Isolation = { saved: [], overridden: [], hidden: [] };
  unit.inlinedComprehensions += 1;
  for (const [name, symbol] of comp.symbols) {
    const isBound = (symbol.flags & bound) !== 0 && (symbol.flags & Def.Nonlocal) === 0 && name !== ".0";
    const around = unit.overrides.get(name) ?? unit.scope.symbols.get(name)?.scope;
    const differs = symbol.scope !== around || unit.kind === "class";
    const isHarmless =
      symbol.scope === "free" && (around === "cell" || around === "local") && unit.kind !== "class";
    if (differs && !isHarmless && (isBound || unit.kind === "class" || !isFunctionLike(unit.scope))) {
      isolation.overridden.push({ name, before: unit.overrides.get(name) });
      unit.overrides.set(name, symbol.scope);
    }
    if (!isBound) continue;
    if (!isFunctionLike(unit.scope) && symbol.scope === "local" && !unit.hiddenFast.has(name)) {
      unit.hiddenFast.add(name);
      isolation.hidden.push(name);
    }
    if (symbol.scope === "cell") {
      g.emit("LOAD_FAST_AND_CLEAR", cellNumber(g, name));
      g.emit("MAKE_CELL", unit.derefNumber(name));
    } else {
      g.emit("LOAD_FAST_AND_CLEAR", unit.varname(name));
    }
    isolation.saved.push(name);
  }
  return isolation;
}

/** Marks a slot number as counting from the cells, for assembly. */
function cellNumber(g: CodeGenerator, name: string): number {
  return -1 - g.unit.derefNumber(name);
}

/** [.., saved …, result] → [.., result], the saved values back in their slots. */
function restore(g: CodeGenerator, saved: readonly string[]): void {
  const unit = g.unit;
  g.emit("SWAP", saved.length + 1);
  for (let i = saved.length - 1; i >= 0; i -= 1) {
    const name = saved[i] as string;
    const isCell = unit.cellvars.includes(name);
    g.emit("STORE_FAST_MAYBE_NULL", isCell ? cellNumber(g, name) : unit.varname(name));
  }
}

function unisolate(g: CodeGenerator, isolation: Isolation): void {
  const unit = g.unit;
  unit.inlinedComprehensions -= 1;
  for (const { name, before } of isolation.overridden.reverse()) {
    if (before === undefined) unit.overrides.delete(name);
    else unit.overrides.set(name, before);
  }
  for (const name of isolation.hidden) unit.hiddenFast.delete(name);
}

/**
 * match statements.   [mirrors compiler_match, pattern_context]
 *
 * While a pattern runs, captured values wait on the stack under the subject (`stores`); a failure jumps to the label that
 * pops as many values as lie there at that point.
 */
import type * as ast from "../../parser/ast.ts";
import type { CodeConstant } from "../code.ts";
import { strConstant, tupleConstant } from "../constants.ts";
import { syntaxError } from "../errors.ts";
import { jumpIf } from "./conditions.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";
import type { Label } from "./unit.ts";

interface PatternContext {
  stores: string[];
  /** `failPop[n]` pops n values, then fails. */
  failPop: Label[];
  /** Values on the stack above the captured ones. */
  onTop: number;
  allowsIrrefutable: boolean;
}

export function matchStatement(g: CodeGenerator, node: ast.Match): void {
  const end = g.label();
  g.expression(node.subject);
  const last = node.cases[node.cases.length - 1];
  const hasDefault = last !== undefined && isWildcard(last.pattern) && node.cases.length > 1;
  const cases = hasDefault ? node.cases.slice(0, -1) : node.cases;
  cases.forEach((matchCase, i) => {
    const isLast = i === cases.length - 1;
    if (!isLast || hasDefault) g.emit("COPY", 1);
    const context: PatternContext = {
      stores: [],
      failPop: [],
      onTop: 0,
      allowsIrrefutable: matchCase.guard !== null || i === node.cases.length - 1,
    };
    const saved = g.at;
    g.at = matchCase.pattern;
    pattern(g, matchCase.pattern, context);
    for (const name of context.stores) nameOp(g, name, "Store");
    if (matchCase.guard !== null) {
      failLabels(g, context, 0);
      jumpIf(g, matchCase.guard, context.failPop[0] as Label, false);
    }
    if (!isLast || hasDefault) g.emit("POP_TOP");
    g.at = saved;
    g.body(matchCase.body);
    g.emitJump("JUMP", end, true);
    emitFailures(g, context);
  });
  if (hasDefault && last !== undefined) {
    if (cases.length > 0) g.emit("POP_TOP");
    if (last.guard !== null) jumpIf(g, last.guard, end, false);
    g.body(last.body);
  }
  g.place(end);
}

function isWildcard(node: ast.Pattern): boolean {
  return node.type === "MatchAs" && node.name === null;
}

function failLabels(g: CodeGenerator, context: PatternContext, depth: number): void {
  while (context.failPop.length <= depth) context.failPop.push(g.label());
}

function jumpToFail(g: CodeGenerator, context: PatternContext, op: "JUMP" | "POP_JUMP_IF_FALSE"): void {
  const pops = context.onTop + context.stores.length;
  failLabels(g, context, pops);
  g.emitJump(op, context.failPop[pops] as Label);
}

function emitFailures(g: CodeGenerator, context: PatternContext): void {
  for (let i = context.failPop.length - 1; i > 0; i -= 1) {
    g.place(context.failPop[i] as Label);
    g.emit("POP_TOP");
  }
  const first = context.failPop[0];
  if (first !== undefined) g.place(first);
  context.failPop = [];
}

/** Matches the value on top of the stack and consumes it. */
function pattern(g: CodeGenerator, node: ast.Pattern, context: PatternContext): void {
  const saved = g.at;
  g.at = node;
  switch (node.type) {
    case "MatchValue":
      g.expression(node.value);
      g.emit("COMPARE_OP", 2);
      jumpToFail(g, context, "POP_JUMP_IF_FALSE");
      break;
    case "MatchSingleton":
      g.constant(node.value);
      g.emit("IS_OP", 0);
      jumpToFail(g, context, "POP_JUMP_IF_FALSE");
      break;
    case "MatchSequence":
      sequence(g, node, context);
      break;
    case "MatchMapping":
      mapping(g, node, context);
      break;
    case "MatchClass":
      classPattern(g, node, context);
      break;
    case "MatchStar":
      capture(g, node.name, context);
      break;
    case "MatchAs":
      asPattern(g, node, context);
      break;
    case "MatchOr":
      alternatives(g, node, context);
  }
  g.at = saved;
}

function subpattern(g: CodeGenerator, node: ast.Pattern, context: PatternContext): void {
  const before = context.allowsIrrefutable;
  context.allowsIrrefutable = true;
  pattern(g, node, context);
  context.allowsIrrefutable = before;
}

/** Puts the value on top under what lies above the captures, and remembers its name. */
function capture(g: CodeGenerator, name: string | null, context: PatternContext): void {
  if (name === null) {
    g.emit("POP_TOP");
    return;
  }
  if (context.stores.includes(name))
    throw syntaxError(g.at, `multiple assignments to name '${name}' in pattern`);
  g.rotateDown(context.onTop + context.stores.length + 1);
  context.stores.push(name);
}

function asPattern(g: CodeGenerator, node: ast.MatchAs, context: PatternContext): void {
  if (node.pattern === null) {
    if (!context.allowsIrrefutable)
      throw syntaxError(
        node,
        node.name === null
          ? "wildcard makes remaining patterns unreachable"
          : `name capture '${node.name}' makes remaining patterns unreachable`,
      );
    capture(g, node.name, context);
    return;
  }
  context.onTop += 1;
  g.emit("COPY", 1);
  pattern(g, node.pattern, context);
  context.onTop -= 1;
  capture(g, node.name, context);
}

function sequence(g: CodeGenerator, node: ast.MatchSequence, context: PatternContext): void {
  const patterns = node.patterns;
  const star = patterns.findIndex((p) => p.type === "MatchStar");
  if (patterns.filter((p) => p.type === "MatchStar").length > 1)
    throw syntaxError(node, "multiple starred expressions in sequence pattern");
  context.onTop += 1;
  g.emit("MATCH_SEQUENCE");
  jumpToFail(g, context, "POP_JUMP_IF_FALSE");
  const isOnlyStar = patterns.length === 1 && star === 0;
  if (star < 0) {
    g.emit("GET_LEN");
    g.constant({ kind: "int", value: BigInt(patterns.length) });
    g.emit("COMPARE_OP", 2);
    jumpToFail(g, context, "POP_JUMP_IF_FALSE");
  } else if (patterns.length > 1) {
    g.emit("GET_LEN");
    g.constant({ kind: "int", value: BigInt(patterns.length - 1) });
    g.emit("COMPARE_OP", 5);
    jumpToFail(g, context, "POP_JUMP_IF_FALSE");
  }
  context.onTop -= 1;
  const starred = patterns[star];
  if (isOnlyStar && starred?.type === "MatchStar" && starred.name === null) {
    g.emit("POP_TOP");
    return;
  }
  if (star < 0) g.emit("UNPACK_SEQUENCE", patterns.length);
  else g.emit("UNPACK_EX", star + ((patterns.length - star - 1) << 8));
  context.onTop += patterns.length;
  for (const item of patterns) {
    context.onTop -= 1;
    subpattern(g, item, context);
  }
}

function mapping(g: CodeGenerator, node: ast.MatchMapping, context: PatternContext): void {
  const count = node.keys.length;
  context.onTop += 1;
  g.emit("MATCH_MAPPING");
  jumpToFail(g, context, "POP_JUMP_IF_FALSE");
  if (count === 0 && node.rest === null) {
    context.onTop -= 1;
    g.emit("POP_TOP");
    return;
  }
  if (count > 0) {
    g.emit("GET_LEN");
    g.constant({ kind: "int", value: BigInt(count) });
    g.emit("COMPARE_OP", 5);
    jumpToFail(g, context, "POP_JUMP_IF_FALSE");
  }
  for (const key of node.keys) g.expression(key);
  g.emit("BUILD_TUPLE", count);
  g.emit("MATCH_KEYS");
  // [subject, keys, values or None]
  context.onTop += 2;
  g.emit("COPY", 1);
  g.none();
  g.emit("IS_OP", 1);
  jumpToFail(g, context, "POP_JUMP_IF_FALSE");
  g.emit("UNPACK_SEQUENCE", count);
  context.onTop += count - 1;
  for (const item of node.patterns) {
    context.onTop -= 1;
    subpattern(g, item, context);
  }
  // [subject, keys]
  context.onTop -= 2;
  if (node.rest === null) {
    g.emit("POP_TOP");
    g.emit("POP_TOP");
    return;
  }
  restOfMapping(g, count);
  capture(g, node.rest, context);
}

/** [subject, keys] → [a dict of what the keys left]. */
function restOfMapping(g: CodeGenerator, count: number): void {
  g.emit("BUILD_MAP", 0);
  g.rotateDown(3);
  g.emit("SWAP", 2);
  g.emit("DICT_UPDATE", 2);
  g.emit("UNPACK_SEQUENCE", count);
  for (let left = count; left > 0; left -= 1) {
    g.emit("COPY", 1 + left);
    g.emit("SWAP", 2);
    g.emit("DELETE_SUBSCR");
  }
}

function classPattern(g: CodeGenerator, node: ast.MatchClass, context: PatternContext): void {
  g.expression(node.cls);
  const names: CodeConstant[] = node.kwdAttrs.map((name) => strConstant(name));
  g.constant(tupleConstant(names));
  g.emit("MATCH_CLASS", node.patterns.length);
  g.emit("COPY", 1);
  g.none();
  g.emit("IS_OP", 1);
  context.onTop += 1;
  jumpToFail(g, context, "POP_JUMP_IF_FALSE");
  const all = [...node.patterns, ...node.kwdPatterns];
  g.emit("UNPACK_SEQUENCE", all.length);
  context.onTop += all.length - 1;
  for (const item of all) {
    context.onTop -= 1;
    if (isWildcard(item)) g.emit("POP_TOP");
    else subpattern(g, item, context);
  }
}

function alternatives(g: CodeGenerator, node: ast.MatchOr, context: PatternContext): void {
  const end = g.label();
  let bound: string[] | null = null;
  node.patterns.forEach((alternative, i) => {
    const own: PatternContext = {
      stores: [],
      failPop: [],
      onTop: 0,
      allowsIrrefutable: i === node.patterns.length - 1 && context.allowsIrrefutable,
    };
    g.emit("COPY", 1);
    pattern(g, alternative, own);
    if (bound === null) bound = own.stores;
    else reorder(g, alternative, bound, own.stores);
    g.emitJump("JUMP", end);
    emitFailures(g, own);
  });
  g.emit("POP_TOP");
  jumpToFail(g, context, "JUMP");
  g.place(end);
  const names: string[] = bound ?? [];
  // The captures lie above the subject, which is no longer needed; they go under what is above the older captures.
  const depth = names.length + 1 + context.onTop + context.stores.length;
  for (const name of names) {
    if (context.stores.includes(name))
      throw syntaxError(node, `multiple assignments to name '${name}' in pattern`);
    g.rotateDown(depth);
    context.stores.push(name);
  }
  g.emit("POP_TOP");
}

/** Brings the captures of an alternative into the order of the first one. */
function reorder(g: CodeGenerator, node: ast.Pattern, wanted: readonly string[], stores: string[]): void {
  if (wanted.length !== stores.length || wanted.some((name) => !stores.includes(name)))
    throw syntaxError(node, "alternative patterns bind different names");
  const count = wanted.length;
  for (let i = count - 1; i >= 0; i -= 1) {
    const at = stores.indexOf(wanted[i] as string);
    if (at === i) continue;
    // Rotate everything up to `at` until the wanted one is in place.
    const rotations = at + 1;
    const moved = stores.splice(0, rotations);
    stores.splice(i - at, 0, ...moved);
    for (let r = 0; r < rotations; r += 1) g.rotateDown(i + 1);
  }
}

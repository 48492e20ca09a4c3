/**
 * From the instructions of a unit to its finished code: graph passes in CPython's order, slots, tables.
 * [mirrors _PyCfg_OptimizeCodeUnit, _PyCfg_OptimizedCfgToInstructionSequence, Python/assemble.c]
 */

import type { Profile } from "../version.ts";
import type { CodeConstant, CodeUnit, ExceptionEntry, Position } from "./code.ts";
import { CodeFlag } from "./code.ts";
import type { CodeGenerator } from "./codegen/generator.ts";
import type { CodeBuilder, Instruction } from "./codegen/unit.ts";
import {
  type Block,
  buildGraph,
  chain,
  computeDepths,
  dropBlockMarkers,
  labelHandlers,
} from "./flowgraph.ts";
import { foldGraph } from "./fold-graph.ts";
import { borrowLoads, checkUnsetLoads, pairLocals } from "./locals-pass.ts";
import { Op } from "./opcodes.ts";
import { cleanGraph, moveColdBlocks, propagateLines } from "./optimize.ts";
import { isFunctionLike } from "./scope.ts";
import { removePackedSwaps } from "./swaps.ts";

const nowhere: Position = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };

export function assemble(g: CodeGenerator, unit: CodeBuilder): CodeUnit {
  const profile = g.profile;
  const slots = layOutSlots(unit, profile.cellsReplaceParameters);
  const entry = buildGraph(prefix(unit, slots), unit.instructions);
  labelHandlers(entry);
  foldGraph(entry, unit, g.pool, profile);
  removePackedSwaps(entry, profile.hasExceptionTable);
  cleanGraph(entry);
  const consts = keptConstants(profile, entry, unit.consts);
  const parameters = parameterCount(unit);
  if (profile.inlinesComprehensions) checkUnsetLoads(entry, unit.varnames.length, parameters);
  if (profile.borrowsLocals) pairLocals(entry);
  const depth = computeDepths(entry, {
    handlerExtra: profile.hasExceptionTable ? 1 : 0,
    iteratorExtra: profile.genexprIteratesInside ? 1 : 0,
    delegationHandlers: profile.inlinesComprehensions,
    nullsAreOurs: !profile.argumentsMove,
  });
  // From 3.12 a generator's body has a handler around it, for a StopIteration that escapes.
  // An iterator made before the generator (3.15) lies under it, with its index.
  const under = profile.genexprIteratesInside && unit.name === "<genexpr>" ? 2 : 0;
  const stacksize = profile.inlinesComprehensions && isGenerator(unit) ? Math.max(depth, 2 + under) : depth;
  moveColdBlocks(entry, profile);
  propagateLines(entry);
  resolveSlots(entry, slots);
  // Handlers are reached by exceptions alone: with the markers gone the pass does not visit them, as in CPython.
  dropBlockMarkers(entry);
  if (profile.borrowsLocals)
    borrowLoads(entry, {
      stopsAtEmptyBlocks: profile.borrowingStopsAtEmptyBlocks,
      iterablesStay: profile.genexprIteratesInside,
    });
  const { ops, positions, exceptionTable } = linearize(entry);
  return describe(g, unit, { ops, positions, exceptionTable, slots, consts, stacksize });
}

interface Slots {
  readonly localsplus: readonly string[];
  /** Slot of cell or free variable number i. */
  readonly deref: readonly number[];
  /** In the order of their slots, as `co_cellvars` shows them. */
  readonly cellvars: readonly string[];
}

function layOutSlots(unit: CodeBuilder, cellsReplaceParameters: boolean): Slots {
  const localsplus = [...unit.varnames];
  if (unit.cellvars.length + unit.freevars.length === 0) return { localsplus, deref: [], cellvars: [] };
  const deref: number[] = [];
  for (const name of unit.cellvars) {
    const local = unit.varnames.indexOf(name);
    deref.push(cellsReplaceParameters && local >= 0 ? local : localsplus.push(name) - 1);
  }
  const bySlot = unit.cellvars.map((name, i) => ({ name, slot: deref[i] ?? 0 }));
  bySlot.sort((a, b) => a.slot - b.slot);
  for (const name of unit.freevars) deref.push(localsplus.push(name) - 1);
  return { localsplus, deref, cellvars: bySlot.map(({ name }) => name) };
}

/** What makes the frame's cells before the body runs. [insert_prefix_instructions] */
function prefix(unit: CodeBuilder, slots: Slots): Instruction[] {
  const made: Instruction[] = [];
  if (unit.cellvars.length + unit.freevars.length === 0) return made;
  const add = (op: number, arg: number) => made.push({ op, arg, target: null, position: nowhere });
  if (unit.freevars.length > 0) add(Op.COPY_FREE_VARS, unit.freevars.length);
  const cells = unit.cellvars.map((name, i) => ({ name, i, slot: slots.deref[i] ?? 0 }));
  for (const cell of cells.sort((a, b) => a.slot - b.slot)) {
    if (!unit.compCells.has(cell.name)) add(Op.MAKE_CELL, cell.i);
  }
  return made;
}

function isGenerator(unit: CodeBuilder): boolean {
  return unit.scope.isGenerator || unit.scope.isCoroutine;
}

function parameterCount(unit: CodeBuilder): number {
  return unit.scope.parameters.length;
}

/** Numbers of cells and free variables become slots; a negative local counts from the cells. */
function resolveSlots(entry: Block, slots: Slots): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      switch (instruction.op) {
        case Op.LOAD_CLOSURE:
          instruction.op = Op.LOAD_FAST;
          instruction.arg = slots.deref[instruction.arg] ?? 0;
          break;
        case Op.LOAD_DEREF:
        case Op.STORE_DEREF:
        case Op.DELETE_DEREF:
        case Op.LOAD_CLASSDEREF:
        case Op.LOAD_FROM_DICT_OR_DEREF:
        case Op.MAKE_CELL:
          instruction.arg = slots.deref[instruction.arg] ?? 0;
          break;
        case Op.LOAD_FAST_AND_CLEAR:
        case Op.STORE_FAST_MAYBE_NULL:
          if (instruction.arg < 0) instruction.arg = slots.deref[-1 - instruction.arg] ?? 0;
      }
    }
  }
}

/** The first constant stays whatever becomes of it. [remove_unused_consts] */
function keptConstants(
  profile: Profile,
  entry: Block,
  consts: readonly CodeConstant[],
): readonly CodeConstant[] {
  if (profile.dropsUnusedConstants) return dropUnusedConstants(entry, consts);
  return profile.trimsUnusedConstants ? trimUnusedConstants(entry, consts) : consts;
}

/** Up to the last one that is loaded; the first may be a docstring. [trim_unused_consts] */
function trimUnusedConstants(entry: Block, consts: readonly CodeConstant[]): CodeConstant[] {
  let last = 0;
  for (const block of chain(entry))
    for (const { op, arg } of block.instructions) if (op === Op.LOAD_CONST && arg > last) last = arg;
  return consts.slice(0, last + 1);
}

function dropUnusedConstants(entry: Block, consts: readonly CodeConstant[]): CodeConstant[] {
  if (consts.length === 0) return [];
  const used: boolean[] = consts.map((_, i) => i === 0);
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const { op, arg } of block.instructions) if (op === Op.LOAD_CONST) used[arg] = true;
  }
  if (used.every((isUsed) => isUsed)) return [...consts];
  const kept: CodeConstant[] = [];
  const renumbered = consts.map((constant, i) => (used[i] === true ? kept.push(constant) - 1 : 0));
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      if (instruction.op === Op.LOAD_CONST) instruction.arg = renumbered[instruction.arg] ?? 0;
    }
  }
  return kept;
}

function linearize(entry: Block): Pick<CodeUnit, "ops" | "positions" | "exceptionTable"> {
  let count = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.offset = count;
    count += block.instructions.length;
  }
  const ops = newOps(count * 2);
  const positions: Position[] = [];
  const exceptionTable: ExceptionEntry[] = [];
  let handler: Block | null = null;
  let start = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      const at = positions.length;
      const { target } = instruction;
      ops[at * 2] = instruction.op;
      ops[at * 2 + 1] = target === null ? instruction.arg : target.offset;
      positions.push(instruction.position);
      if (instruction.handler === handler) continue;
      if (handler !== null) exceptionTable.push(handledBy(handler, start, at));
      handler = instruction.handler;
      start = at;
    }
  }
  if (handler !== null) exceptionTable.push(handledBy(handler, start, count));
  return { ops, positions, exceptionTable };
}

function handledBy(handler: Block, start: number, end: number): ExceptionEntry {
  return { start, end, target: handler.offset, depth: handler.startDepth - 1 };
}

/** Code units share buffers: a view costs a seventh of an array with a buffer of its own. */
const wordsPerBuffer = 1 << 14;
let buffer = new ArrayBuffer(0);
let bytesTaken = 0;

function newOps(words: number): Int32Array {
  if (words > wordsPerBuffer >> 2) return new Int32Array(words);
  if (bytesTaken + words * 4 > buffer.byteLength) {
    buffer = new ArrayBuffer(wordsPerBuffer * 4);
    bytesTaken = 0;
  }
  const ops = new Int32Array(buffer, bytesTaken, words);
  bytesTaken += words * 4;
  return ops;
}

interface Assembled extends Pick<CodeUnit, "ops" | "positions" | "exceptionTable" | "consts" | "stacksize"> {
  readonly slots: Slots;
}

/** One literal, so that all code units have one shape. */
function describe(g: CodeGenerator, unit: CodeBuilder, assembled: Assembled): CodeUnit {
  const { ops, positions, exceptionTable, consts, stacksize, slots } = assembled;
  return {
    ops,
    positions,
    exceptionTable,
    consts,
    stacksize,
    name: unit.name,
    qualname: unit.qualname,
    filename: g.options.filename,
    source: g.options.source,
    firstLineno: unit.firstLineno,
    lineOffset: g.options.lineOffset,
    flags: flagsOf(g, unit),
    argcount: unit.argcount,
    posonlyArgcount: unit.posonlyArgcount,
    kwonlyArgcount: unit.kwonlyArgcount,
    names: unit.names,
    localsplus: slots.localsplus,
    varnames: unit.varnames,
    cellvars: slots.cellvars,
    freevars: unit.freevars,
    derefSlots: slots.deref,
    hasDocstring: unit.hasDocstring,
  };
}

function flagsOf(g: CodeGenerator, unit: CodeBuilder): number {
  let flags = unit.flags;
  if (isFunctionLike(unit.scope)) {
    flags |= CodeFlag.Optimized | CodeFlag.NewLocals;
    if (unit.scope.isNested) flags |= CodeFlag.Nested;
    if (unit.scope.hasVarArgs) flags |= CodeFlag.VarArgs;
    if (unit.scope.hasVarKeywords) flags |= CodeFlag.VarKeywords;
    if (g.profile.flagsTellMethods && unit.hasDocstring) flags |= CodeFlag.HasDocstring;
    if (g.profile.flagsTellMethods && unit.parent?.scope.kind === "class") flags |= CodeFlag.Method;
  }
  if (g.options.futureAnnotations) flags |= CodeFlag.FutureAnnotations;
  if (g.profile.marksNoFree && unit.freevars.length + unit.cellvars.length === 0) flags |= CodeFlag.NoFree;
  return flags;
}

/**
 * Constants on the flow graph: conditions that are known, tuples of constants, and from 3.14 all folding.
 * [mirrors optimize_basic_block, fold_tuple_of_constants, optimize_lists_and_sets, Python/flowgraph.c]
 */
import type { Profile } from "../version.ts";
import type { CodeConstant } from "./code.ts";
import { operatorOfNumber } from "./codegen/operators.ts";
import type { CodeBuilder } from "./codegen/unit.ts";
import { type ConstantPool, constantTruth, tupleConstant } from "./constants.ts";
import type { Block, BlockInstruction } from "./flowgraph.ts";
import { foldBinary, foldSubscript, foldUnary, type UnaryOperator } from "./fold.ts";
import { Op } from "./opcodes.ts";

interface Folding {
  readonly unit: CodeBuilder;
  readonly pool: ConstantPool;
  readonly profile: Profile;
}

export function foldGraph(entry: Block, unit: CodeBuilder, pool: ConstantPool, profile: Profile): void {
  const folding: Folding = { unit, pool, profile };
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const list = block.instructions;
    for (let i = 0; i < list.length; i += 1) foldAt(folding, list, i);
    foldJump(folding, block);
    if (profile.hasSmallIntLoad) for (const instruction of list) loadSmallInt(folding, instruction);
    if (profile.hasCommonValues) for (const instruction of list) loadCommonValue(folding, instruction);
  }
}

function foldAt(folding: Folding, list: BlockInstruction[], i: number): void {
  const instruction = list[i] as BlockInstruction;
  if (instruction.op === Op.BUILD_TUPLE) foldTuple(folding, list, i);
  if (!folding.profile.foldsOnFlowGraph) return;
  switch (instruction.op) {
    case Op.BUILD_LIST:
    case Op.BUILD_SET:
      foldDisplay(folding, list, i);
      return;
    case Op.BINARY_OP: {
      const operator = operatorOfNumber(instruction.arg);
      if (operator !== null)
        foldWith(folding, list, i, 2, ([a, b]) => (a && b ? foldBinary(operator, a, b) : null));
      return;
    }
    case Op.BINARY_SUBSCR:
      foldWith(folding, list, i, 2, ([a, b]) => (a && b ? foldSubscript(a, b, true) : null));
      return;
    case Op.UNARY_NEGATIVE:
      foldUnaryAt(folding, list, i, "USub");
      return;
    case Op.UNARY_INVERT:
      foldUnaryAt(folding, list, i, "Invert");
      return;
    case Op.UNARY_NOT:
      foldUnaryAt(folding, list, i, "Not");
      return;
    case Op.UNARY_POSITIVE:
      foldUnaryAt(folding, list, i, "UAdd");
  }
}

function foldUnaryAt(folding: Folding, list: BlockInstruction[], i: number, op: UnaryOperator): void {
  foldWith(folding, list, i, 1, ([operand]) => (operand ? foldUnary(op, operand) : null));
}

/** The `count` constants loaded just before instruction `i`, or null; NOPs in between do not matter. */
function operands(
  folding: Folding,
  list: readonly BlockInstruction[],
  i: number,
  count: number,
): number[] | null {
  const found: number[] = [];
  for (let at = i - 1; at >= 0 && found.length < count; at -= 1) {
    const op = list[at]?.op;
    if (op === Op.NOP) continue;
    if (op !== Op.LOAD_CONST || constantAt(folding, list, at) === null) return null;
    found.unshift(at);
  }
  return found.length === count ? found : null;
}

function constantAt({ unit }: Folding, list: readonly BlockInstruction[], at: number): CodeConstant | null {
  const constant = unit.consts[list[at]?.arg ?? -1] ?? null;
  return constant?.kind === "code" ? null : constant;
}

function foldWith(
  folding: Folding,
  list: BlockInstruction[],
  i: number,
  count: number,
  fold: (values: readonly (CodeConstant | undefined)[]) => CodeConstant | null,
): boolean {
  const at = operands(folding, list, i, count);
  if (at === null) return false;
  const result = fold(at.map((index) => constantAt(folding, list, index) ?? undefined));
  if (result === null) return false;
  for (const index of at) makeNop(list[index] as BlockInstruction);
  loadConstant(folding, list[i] as BlockInstruction, folding.pool.intern(result));
  return true;
}

function makeNop(instruction: BlockInstruction): void {
  instruction.op = Op.NOP;
  instruction.arg = 0;
  instruction.position = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };
}

function loadConstant({ unit }: Folding, instruction: BlockInstruction, constant: CodeConstant): void {
  instruction.op = Op.LOAD_CONST;
  instruction.arg = unit.constant(constant);
}

function foldTuple(folding: Folding, list: BlockInstruction[], i: number): void {
  const count = list[i]?.arg ?? 0;
  const at = operands(folding, list, i, count);
  if (at === null) return;
  const items = at.map((index) => constantAt(folding, list, index)).filter((item) => item !== null);
  const tuple = tupleConstant(items);
  for (const index of at) makeNop(list[index] as BlockInstruction);
  // Up to 3.9 a folded tuple is not merged: each stays an object of its own.
  const constant = folding.profile.mergesFoldedTuples ? folding.pool.intern(tuple) : tuple;
  loadConstant(folding, list[i] as BlockInstruction, constant);
}

/** `in [1, 2]`, `for x in [1, 2]`, and displays of three or more constants. [optimize_lists_and_sets] */
function foldDisplay(folding: Folding, list: BlockInstruction[], i: number): void {
  const instruction = list[i] as BlockInstruction;
  const isSet = instruction.op === Op.BUILD_SET;
  const next = list[i + 1]?.op;
  const isOnlyRead = next === Op.GET_ITER || next === Op.CONTAINS_OP;
  const count = instruction.arg;
  if (count === 0 && !isOnlyRead) return;
  const at = operands(folding, list, i, count);
  if (at === null) {
    if (isOnlyRead && !isSet) instruction.op = Op.BUILD_TUPLE;
    return;
  }
  if (!isOnlyRead && count < 3) return;
  const items = at.map((index) => constantAt(folding, list, index)).filter((item) => item !== null);
  const constant = folding.pool.intern(isSet ? { kind: "frozenset", items } : tupleConstant(items));
  for (const index of at) makeNop(list[index] as BlockInstruction);
  if (isOnlyRead) {
    loadConstant(folding, instruction, constant);
    return;
  }
  const last = list[at[count - 1] ?? 0] as BlockInstruction;
  const first = list[at[count - 2] ?? 0] as BlockInstruction;
  first.op = isSet ? Op.BUILD_SET : Op.BUILD_LIST;
  first.position = instruction.position;
  last.position = instruction.position;
  loadConstant(folding, last, constant);
  instruction.op = isSet ? Op.SET_UPDATE : Op.LIST_EXTEND;
  instruction.arg = 1;
}

/** A condition that is a constant: the jump happens or it does not. */
function foldJump(folding: Folding, block: Block): void {
  const list = block.instructions;
  const jump = list[list.length - 1];
  if (jump === undefined || (jump.op !== Op.POP_JUMP_IF_FALSE && jump.op !== Op.POP_JUMP_IF_TRUE)) return;
  if (folding.profile.hasExceptionTable && foldNoneTest(folding, list, jump)) return;
  // `2 or x` tests a copy of the constant: the copy goes, the constant stays.
  const copy = list[list.length - 2];
  const isCopy =
    copy !== undefined &&
    copy.op === Op.COPY &&
    copy.arg === 1 &&
    list[list.length - 3]?.op === Op.LOAD_CONST;
  const at = isCopy ? list.length - 2 : operands(folding, list, list.length - 1, 1)?.[0];
  const constant = at === undefined ? null : constantAt(folding, list, isCopy ? at - 1 : at);
  if (at === undefined || constant === null) return;
  const load = list[at] as BlockInstruction;
  load.op = Op.NOP;
  load.arg = 0;
  if (constantTruth(constant) === (jump.op === Op.POP_JUMP_IF_TRUE)) {
    jump.op = Op.JUMP;
    jump.arg = 0;
  } else {
    jump.op = Op.NOP;
    jump.target = null;
  }
}

/** LOAD_COMMON_CONSTANT's numbers for values (3.15). */
function commonNumber(constant: CodeConstant): number | null {
  switch (constant.kind) {
    case "none":
      return 7;
    case "str":
      return constant.value === "" ? 8 : null;
    case "true":
      return 9;
    case "false":
      return 10;
    case "int":
      return constant.value === -1n ? 11 : null;
    default:
      return null;
  }
}

function loadCommonValue({ unit }: Folding, instruction: BlockInstruction): void {
  const constant = instruction.op === Op.LOAD_CONST ? unit.consts[instruction.arg] : undefined;
  const number = constant === undefined ? null : commonNumber(constant);
  if (number === null) return;
  instruction.op = Op.LOAD_COMMON_CONSTANT;
  instruction.arg = number;
}

/** `x is None` decides the jump without a None on the stack (3.11+). */
function foldNoneTest(folding: Folding, list: BlockInstruction[], jump: BlockInstruction): boolean {
  const test = list[list.length - 2];
  const load = list[list.length - 3];
  if (test?.op !== Op.IS_OP || load?.op !== Op.LOAD_CONST) return false;
  if (constantAt(folding, list, list.length - 3)?.kind !== "none") return false;
  const jumpsOnNone = (jump.op === Op.POP_JUMP_IF_TRUE) !== (test.arg === 1);
  jump.op = jumpsOnNone ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE;
  makeNop(test);
  makeNop(load);
  return true;
}

function loadSmallInt({ unit }: Folding, instruction: BlockInstruction): void {
  if (instruction.op !== Op.LOAD_CONST) return;
  const constant = unit.consts[instruction.arg];
  if (constant?.kind !== "int" || constant.value < 0n || constant.value > 255n) return;
  instruction.op = Op.LOAD_SMALL_INT;
  instruction.arg = Number(constant.value);
}

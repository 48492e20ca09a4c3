/**
 * The control-flow graph of a code object.   [mirrors Python/flowgraph.c]
 *
 * Built from the flat list of instructions; a block starts at every label something refers to and after every jump or
 * exit. Blocks are chained in source order by `next`; a block falls through to it unless its last instruction forbids.
 */

import type { Position } from "./code.ts";
import type { Instruction, Label } from "./codegen/unit.ts";
import { blockPushOps, jumpOps, Op, scopeExitOps, stackEffect, unconditionalJumpOps } from "./opcodes.ts";

export interface BlockInstruction {
  op: number;
  arg: number;
  target: Block | null;
  position: Position;
  /** The block that handles an exception raised here. */
  handler: Block | null;
  /** One instruction with the next (LOAD_FAST_LOAD_FAST and its like), which the borrow pass has to know. */
  isPairedWithNext: boolean;
}

export class Block {
  instructions: BlockInstruction[] = [];
  next: Block | null = null;
  /** Stack depth on entry; −1 until known, and for good if unreachable. */
  startDepth = -1;
  isHandler = false;
  /** First instruction's index in the finished code. */
  offset = -1;
  /** Second slots of the iterators on the stack on entry (3.15). */
  startSeconds = 0;
  /** Where the null slots of open calls lie on entry. */
  startNulls: readonly number[] = [];
  /** The walk that met this block last; see newWalk. */
  walk = 0;
  /** Which locals may be unset on entry, once checkUnsetLoads has been here. */
  unset: boolean[] | null = null;
  /** Ways to get here, as propagateLines counts them. */
  predecessors = 0;

  get last(): BlockInstruction | undefined {
    return this.instructions[this.instructions.length - 1];
  }

  get fallsThrough(): boolean {
    const last = this.last;
    return last === undefined || (!unconditionalJumpOps.has(last.op) && !scopeExitOps.has(last.op));
  }

  get exitsScope(): boolean {
    const last = this.last;
    return last !== undefined && scopeExitOps.has(last.op);
  }
}

export function isTerminator(op: number): boolean {
  return jumpOps.has(op) || scopeExitOps.has(op);
}

/** Blocks from the entry on, in order. */
export function chain(entry: Block): Block[] {
  const blocks: Block[] = [];
  for (let block: Block | null = entry; block !== null; block = block.next) blocks.push(block);
  return blocks;
}

let walks = 0;

/** A number no block carries yet, for a walk to mark those it has met with; cheaper than a set of them. */
export function newWalk(): number {
  walks += 1;
  return walks;
}

/** `prefix` runs before the first instruction of the list; labels count from that one. */
export function buildGraph(prefix: readonly Instruction[], instructions: readonly Instruction[]): Block {
  const targets = new Map<number, Block>();
  const blockAt = (label: Label): Block => {
    let block = targets.get(label.at);
    if (block === undefined) {
      block = new Block();
      targets.set(label.at, block);
    }
    return block;
  };
  for (const { target } of instructions) if (target !== null) blockAt(target);
  const entry = new Block();
  const first = targets.get(0);
  for (const { op, arg, position } of prefix)
    entry.instructions.push({ op, arg, target: null, position, handler: null, isPairedWithNext: false });
  if (first !== undefined) entry.next = first;
  let current = entry;
  let mustStart = false;
  instructions.forEach((instruction, i) => {
    const labelled = targets.get(i);
    if (labelled !== undefined || mustStart) {
      const block = labelled ?? new Block();
      current.next = block;
      current = block;
    }
    current.instructions.push({
      op: instruction.op,
      arg: instruction.arg,
      target: instruction.target === null ? null : blockAt(instruction.target),
      position: instruction.position,
      handler: null,
      isPairedWithNext: false,
    });
    mustStart = isTerminator(instruction.op);
  });
  const atEnd = targets.get(instructions.length);
  if (atEnd !== undefined) current.next = atEnd;
  return entry;
}

/** Gives every instruction its handler and drops the instructions that only said so. [label_exception_targets] */
export function labelHandlers(entry: Block): void {
  if (!hasBlockPush(entry)) return;
  const stacks = new Map<Block, readonly Block[]>([[entry, []]]);
  const todo: Block[] = [entry];
  const visit = (block: Block, stack: readonly Block[]): void => {
    if (stacks.has(block)) return;
    stacks.set(block, stack);
    todo.push(block);
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let stack = stacks.get(block) ?? [];
    for (const instruction of block.instructions) {
      if (blockPushOps.has(instruction.op) && instruction.target !== null) {
        instruction.target.isHandler = true;
        visit(instruction.target, stack);
        stack = [...stack, instruction.target];
        instruction.handler = stack[stack.length - 2] ?? null;
        continue;
      }
      if (instruction.op === Op.POP_BLOCK) stack = stack.slice(0, -1);
      else instruction.handler = stack[stack.length - 1] ?? null;
      if (instruction.target !== null) visit(instruction.target, stack);
    }
    if (block.fallsThrough && block.next !== null) visit(block.next, stack);
  }
}

function hasBlockPush(entry: Block): boolean {
  for (let block: Block | null = entry; block !== null; block = block.next)
    for (const { op } of block.instructions) if (blockPushOps.has(op)) return true;
  return false;
}

/** What counts for the size of the stack, beyond what lies on ours. */
export interface DepthCounting {
  /** The instruction offset CPython pushes for a cleanup handler: 1 from 3.11. */
  readonly handlerExtra: number;
  /** The second slot of an iterator: 1 in 3.15. */
  readonly iteratorExtra: number;
  /** 3.12+: `yield from` and `await` have a handler in the code. */
  readonly delegationHandlers: boolean;
  /** ≤ 3.10: a call of something other than a method has no slot for self. */
  readonly nullsAreOurs: boolean;
}

const noNulls: readonly number[] = [];

/**
 * Depth of the stack at every block's start; returns the largest one. [calculate_stackdepth]
 */
export function computeDepths(entry: Block, counting: DepthCounting): number {
  const { handlerExtra, iteratorExtra } = counting;
  let max = 0;
  const todo: Block[] = [];
  const withHandlers = new Set<Block>();
  const isCounted = (block: Block): boolean =>
    counting.delegationHandlers || block.instructions[0]?.op !== Op.CLEANUP_THROW;
  const reach = (block: Block, depth: number, second: number, nulls: readonly number[]): void => {
    if (block.startDepth >= 0) {
      if (block.startDepth !== depth)
        throw new Error(
          `stack depth ${depth} meets ${block.startDepth} at line ${block.instructions[0]?.position.lineno}`,
        );
      return;
    }
    block.startDepth = depth;
    block.startSeconds = second;
    block.startNulls = nulls;
    todo.push(block);
  };
  reach(entry, 0, 0, noNulls);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let depth = block.startDepth;
    let second = block.startSeconds;
    let nulls = block.startNulls;
    for (const { op, arg, target } of block.instructions) {
      const [popped, pushed] = stackEffect(op, arg);
      if (target !== null) {
        const atTarget = depth + jumpEffect(op, arg);
        reach(target, atTarget, second, nullsBelow(nulls, atTarget));
        const extra = handlerExtra * extraOfHandler(op, withHandlers.has(block));
        if (isCounted(target)) max = Math.max(max, atTarget + extra + second - nulls.length);
        if (op === Op.SETUP_WITH) withHandlers.add(target);
      }
      if (blockPushOps.has(op)) continue;
      depth += pushed - popped;
      second += iteratorExtra * secondSlots(op);
      if (counting.nullsAreOurs)
        nulls = op === Op.PUSH_NULL ? [...nulls, depth - 1] : nullsBelow(nulls, depth);
      if (isCounted(block)) max = Math.max(max, depth + second - nulls.length);
    }
    if (block.fallsThrough && block.next !== null) reach(block.next, depth, second, nulls);
  }
  return Math.max(max, 1);
}

function nullsBelow(nulls: readonly number[], depth: number): readonly number[] {
  return (nulls[nulls.length - 1] ?? -1) < depth ? nulls : nulls.filter((at) => at < depth);
}

/** From 3.15 an iterator lies on the stack with its index. */
function secondSlots(op: number): number {
  if (op === Op.GET_ITER || op === Op.GET_YIELD_FROM_ITER || op === Op.GET_AWAITABLE) return 1;
  return op === Op.POP_ITER || op === Op.END_SEND ? -1 : 0;
}

/** Instruction offsets CPython pushes, and the copy its cleanup makes of what was handled before. */
function extraOfHandler(op: number, isInWithHandler: boolean): number {
  if (op === Op.SETUP_WITH) return 1;
  if (op !== Op.SETUP_CLEANUP) return 0;
  return isInWithHandler ? 3 : 2;
}

/** What an instruction leaves more on the stack when it jumps. */
export function jumpEffect(op: number, arg: number): number {
  // A handler starts with the exception; the one of `with` without the result of __enter__.
  if (op === Op.SETUP_FINALLY || op === Op.SETUP_CLEANUP) return 1;
  if (op === Op.SETUP_CLEANUP_TRIPLE) return 3;
  if (op === Op.SETUP_WITH) return 0;
  if (op === Op.JUMP_IF_FALSE_OR_POP || op === Op.JUMP_IF_TRUE_OR_POP) return 0;
  const [popped, pushed] = stackEffect(op, arg);
  return pushed - popped;
}

/** SETUP_* and POP_BLOCK have said what they had to. */
export function dropBlockMarkers(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.instructions.some(isMarker))
      block.instructions = block.instructions.filter((instruction) => !isMarker(instruction));
  }
}

function isMarker({ op }: BlockInstruction): boolean {
  return op === Op.POP_BLOCK || blockPushOps.has(op);
}

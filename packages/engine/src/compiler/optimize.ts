/**
 * Clean-up of the graph: dead code, jumps to jumps, short exits copied to where they are jumped to, NOPs.
 * [mirrors optimize_cfg, inline_small_or_no_lineno_blocks, remove_redundant_nops_and_jumps]
 */
import type { Profile } from "../version.ts";
import { Block, type BlockInstruction, chain, newWalk } from "./flowgraph.ts";
import { blockPushOps, Op, unconditionalJumpOps } from "./opcodes.ts";

/** Exits up to this long are copied. [MAX_COPY_SIZE] */
const maxCopy = 4;

export function cleanGraph(entry: Block): void {
  inlineSmallExits(entry);
  removeUnreachable(entry);
  threadJumps(entry);
  inlineSmallExits(entry);
  removeUnreachable(entry);
  removeRedundantNops(entry);
  removeRedundantJumps(entry);
}

/** A jump to a short exit becomes that exit. */
export function inlineSmallExits(entry: Block): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (let block: Block | null = entry; block !== null; block = block.next) {
      const last: BlockInstruction | undefined = block.last;
      const target: Block | null = last?.target ?? null;
      if (last === undefined || target === null || !unconditionalJumpOps.has(last.op) || target === block)
        continue;
      const isShort = target.instructions.length <= maxCopy && target.instructions.length > 0;
      const hasNoLine = target.instructions.every(({ position }) => position.lineno === 0);
      if (!isShort || !(target.exitsScope || (hasNoLine && !target.fallsThrough))) continue;
      last.op = Op.NOP;
      last.target = null;
      for (const instruction of target.instructions) block.instructions.push({ ...instruction });
      changed = true;
    }
  }
}

export function removeUnreachable(entry: Block): void {
  const walk = newWalk();
  const todo: Block[] = [];
  const reach = (block: Block | null): void => {
    if (block === null || block.walk === walk) return;
    block.walk = walk;
    todo.push(block);
  };
  reach(entry);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    for (const { target, handler } of block.instructions) {
      reach(target);
      reach(handler);
    }
    if (block.fallsThrough) reach(block.next);
  }
  // As in CPython an unreachable block is emptied, not unlinked.
  for (let block: Block | null = entry; block !== null; block = block.next)
    if (block.walk !== walk) block.instructions = [];
}

/** The first block from here that holds an instruction. */
function nonEmpty(block: Block | null): Block | null {
  let at = block;
  while (at !== null && at.instructions.length === 0) at = at.next;
  return at;
}

const conditionalJumps: ReadonlySet<number> = new Set([
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
]);

/** A jump to an unconditional jump goes where that one goes. */
function threadJumps(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = block.last;
    if (last === undefined || last.target === null) continue;
    const isPlain = unconditionalJumpOps.has(last.op);
    if (!isPlain && !conditionalJumps.has(last.op)) continue;
    for (let hops = 0; hops < 20; hops += 1) {
      const first: BlockInstruction | undefined = last.target.instructions[0];
      if (first === undefined || !unconditionalJumpOps.has(first.op) || first.target === null) break;
      if (first.target === last.target) break;
      last.target = first.target;
    }
  }
}

export function removeRedundantNops(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (!block.instructions.some(({ op }) => op === Op.NOP)) continue;
    const kept: BlockInstruction[] = [];
    block.instructions.forEach((instruction, i) => {
      if (instruction.op !== Op.NOP || !isRedundantNop(block, kept, instruction, i)) kept.push(instruction);
    });
    block.instructions = kept;
  }
}

/** A NOP stays only where it alone stands for its line. */
function isRedundantNop(
  block: Block,
  before: readonly BlockInstruction[],
  nop: BlockInstruction,
  i: number,
): boolean {
  const line = nop.position.lineno;
  if (line === 0) return true;
  if (before[before.length - 1]?.position.lineno === line) return true;
  const following = block.instructions[i + 1] ?? nonEmpty(block.next)?.instructions[0];
  if (following === undefined) return false;
  if (following.position.lineno === line) return true;
  if (block.instructions[i + 1] !== undefined && following.position.lineno === 0) {
    following.position = nop.position;
    return true;
  }
  return false;
}

function removeRedundantJumps(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = block.last;
    if (last === undefined || !unconditionalJumpOps.has(last.op)) continue;
    if (nonEmpty(last.target) !== nonEmpty(block.next)) continue;
    last.op = Op.NOP;
    last.target = null;
  }
  removeRedundantNops(entry);
}

/** Instructions without a line take the one before them, also into a block only one jump leads to. */
export function propagateLines(entry: Block): void {
  const count = (block: Block | null) => {
    if (block !== null) block.predecessors += 1;
  };
  for (let block: Block | null = entry; block !== null; block = block.next) block.predecessors = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const { target } of block.instructions) count(target);
    if (block.fallsThrough) count(block.next);
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    let line = block.instructions[0]?.position;
    for (const instruction of block.instructions) {
      if (instruction.position.lineno === 0 && line !== undefined) instruction.position = line;
      else line = instruction.position;
    }
    if (line === undefined || line.lineno === 0) continue;
    const lead = (target: Block | null) => {
      const first = target?.instructions[0];
      if (target !== null && first !== undefined && first.position.lineno === 0 && target.predecessors === 1)
        first.position = line;
    };
    if (block.fallsThrough) lead(block.next);
    const last = block.last;
    if (last !== undefined && !blockPushOps.has(last.op)) lead(last.target);
  }
}

/** Blocks that only exceptions lead to go to the end. [push_cold_blocks_to_end] */
export function moveColdBlocks(entry: Block, profile: Profile): void {
  if (!profile.hasExceptionTable) return;
  const all = chain(entry);
  const handlers = all.filter((block) => block.isHandler);
  if (handlers.length === 0) return;
  const warm = reachedFrom([entry], new Set());
  const cold = reachedFrom(handlers, warm);
  if (cold.size === 0) return;
  // A cold block that falls through into a warm one gets a jump there.
  for (const block of all) {
    const next = block.next;
    if (!cold.has(block) || !block.fallsThrough || next === null || !warm.has(next)) continue;
    const jump: BlockInstruction = {
      op: Op.JUMP_NO_INTERRUPT,
      arg: 0,
      target: next,
      position: { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 },
      handler: block.last?.handler ?? null,
      isPairedWithNext: false,
    };
    const tail = new Block();
    tail.instructions.push(jump);
    tail.startDepth = next.startDepth;
    block.next = tail;
    all.splice(all.indexOf(block) + 1, 0, tail);
    cold.add(tail);
  }
  const ordered = [...all.filter((block) => !cold.has(block)), ...all.filter((block) => cold.has(block))];
  ordered.forEach((block, i) => {
    block.next = ordered[i + 1] ?? null;
  });
  removeRedundantJumps(entry);
}

/** What normal control flow reaches from these blocks, without `excluded`. */
function reachedFrom(starts: readonly Block[], excluded: ReadonlySet<Block>): Set<Block> {
  const reached = new Set<Block>();
  const todo = [...starts];
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    if (reached.has(block) || excluded.has(block)) continue;
    reached.add(block);
    for (const { op, target } of block.instructions)
      if (target !== null && !blockPushOps.has(op)) todo.push(target);
    if (block.fallsThrough && block.next !== null) todo.push(block.next);
  }
  return reached;
}

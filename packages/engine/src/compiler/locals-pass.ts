/**
 * Loads of locals: which must check for an unset one, and which may borrow from the frame.
 * [mirrors add_checks_for_loads_of_uninitialized_variables, insert_superinstructions, optimize_load_fast]
 */
import type { Block, BlockInstruction } from "./flowgraph.ts";
import { Op, stackEffect } from "./opcodes.ts";

/** Parameters are set; everything else may be unset until a store on every path says otherwise (3.12+). */
export function checkUnsetLoads(entry: Block, localCount: number, parameterCount: number): void {
  if (localCount === 0) return;
  for (let block: Block | null = entry; block !== null; block = block.next) block.unset = null;
  const queue: Block[] = [];
  const start: boolean[] = [];
  for (let i = 0; i < localCount; i += 1) start.push(i >= parameterCount);
  flowUnset(entry, start, queue);
  for (let block = queue.pop(); block !== undefined; block = queue.pop()) {
    const unset = [...(block.unset ?? start)];
    for (const instruction of block.instructions) {
      if (instruction.handler !== null) flowUnset(instruction.handler, unset, queue);
      noteLocal(instruction, unset);
    }
    if (block.fallsThrough && block.next !== null) flowUnset(block.next, unset, queue);
    const target = block.last?.target ?? null;
    if (target !== null) flowUnset(target, unset, queue);
  }
}

/** Adds what may be unset on this way into `block`; a block that learns something is looked at again. */
function flowUnset(block: Block, unset: readonly boolean[], queue: Block[]): void {
  const known = block.unset;
  if (known === null) {
    block.unset = [...unset];
    queue.push(block);
    return;
  }
  let isNew = false;
  for (let i = 0; i < unset.length; i += 1) {
    if (unset[i] !== true || known[i] === true) continue;
    known[i] = true;
    isNew = true;
  }
  if (isNew && !queue.includes(block)) queue.push(block);
}

function noteLocal(instruction: BlockInstruction, unset: boolean[]): void {
  const local = instruction.arg;
  switch (instruction.op) {
    case Op.DELETE_FAST:
    case Op.LOAD_FAST_AND_CLEAR:
    case Op.STORE_FAST_MAYBE_NULL:
      if (local < unset.length) unset[local] = true;
      return;
    case Op.STORE_FAST:
    case Op.LOAD_FAST_CHECK:
      if (local < unset.length) unset[local] = false;
      return;
    case Op.LOAD_FAST:
      if (unset[local] === true) {
        instruction.op = Op.LOAD_FAST_CHECK;
        unset[local] = false;
      }
  }
}

/** Pairs CPython makes one instruction of: their loads are borrowed together or not at all. */
export function pairLocals(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const list = block.instructions;
    for (let i = 0; i + 1 < list.length; i += 1) {
      const first = list[i] as BlockInstruction;
      const second = list[i + 1] as BlockInstruction;
      const isPair =
        (first.op === Op.LOAD_FAST && second.op === Op.LOAD_FAST) ||
        (first.op === Op.STORE_FAST && (second.op === Op.LOAD_FAST || second.op === Op.STORE_FAST));
      if (!isPair || first.arg >= 16 || second.arg >= 16) continue;
      const lines = [first.position.lineno, second.position.lineno];
      if (lines[0] !== 0 && lines[1] !== 0 && lines[0] !== lines[1]) continue;
      first.isPairedWithNext = true;
      i += 1;
    }
  }
}

interface Ref {
  /** Index of the instruction that pushed it; −1 for what was there when the block began. */
  readonly producer: number;
  /** The local it came from; −1 for none. */
  readonly local: number;
}

/** How versions differ. */
export interface BorrowRules {
  readonly stopsAtEmptyBlocks: boolean;
  readonly iterablesStay: boolean;
}

const unknownRef: Ref = { producer: -1, local: -1 };

/**
 * A load may borrow when its reference is consumed in the same block, before the local is rebound or deleted, and is not
 * itself stored into a local. Blocks only exceptions lead to are left alone; so is, in 3.14, what comes after a block that
 * unreachable code left empty.
 */
export function borrowLoads(entry: Block, rules: BorrowRules): void {
  const seen = new Set<Block>([entry]);
  const todo: Block[] = [entry];
  const reach = (block: Block | null): void => {
    if (block === null || seen.has(block)) return;
    seen.add(block);
    todo.push(block);
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    borrowInBlock(block, rules);
    for (const { target } of block.instructions) reach(target);
    if (block.fallsThrough && !(rules.stopsAtEmptyBlocks && block.instructions.length === 0))
      reach(block.next);
  }
}

function borrowInBlock(block: Block, rules: BorrowRules): void {
  const list = block.instructions;
  const refs: Ref[] = Array.from({ length: Math.max(block.startDepth, 0) }, () => unknownRef);
  const mustOwn = new Set<number>();
  /** Index of the pair's first instruction, for both of its loads. */
  const head = (i: number): number => (list[i - 1]?.isPairedWithNext ? i - 1 : i);
  list.forEach((instruction, i) => {
    // A list may stay on the stack in its iterator's place (3.15).
    const makesIterator = instruction.op === Op.GET_ITER || instruction.op === Op.GET_YIELD_FROM_ITER;
    if (makesIterator && rules.iterablesStay) return;
    simulate(instruction, head(i), refs, mustOwn);
  });
  for (const ref of refs) if (ref.producer >= 0) mustOwn.add(ref.producer);
  list.forEach((instruction, i) => {
    if (instruction.op !== Op.LOAD_FAST) return;
    const at = head(i);
    if (mustOwn.has(at) || list[at]?.op === Op.STORE_FAST) return;
    instruction.op = Op.LOAD_FAST_BORROW;
  });
  // Both loads of a pair were judged by one index; the first one's new opcode is no LOAD_FAST any more.
}

function kill(refs: readonly Ref[], mustOwn: Set<number>, local: number): void {
  for (const ref of refs) if (ref.local === local && ref.producer >= 0) mustOwn.add(ref.producer);
}

function simulate({ op, arg }: BlockInstruction, at: number, refs: Ref[], mustOwn: Set<number>): void {
  const pushed = (count: number): void => {
    for (let n = 0; n < count; n += 1) refs.push({ producer: at, local: -1 });
  };
  switch (op) {
    case Op.LOAD_FAST:
      refs.push({ producer: at, local: arg });
      return;
    case Op.LOAD_FAST_AND_CLEAR:
      kill(refs, mustOwn, arg);
      refs.push({ producer: at, local: arg });
      return;
    case Op.DELETE_FAST:
      kill(refs, mustOwn, arg);
      return;
    case Op.STORE_FAST:
    case Op.STORE_FAST_MAYBE_NULL: {
      const stored = refs.pop();
      kill(refs, mustOwn, arg);
      if (stored !== undefined && stored.producer >= 0) mustOwn.add(stored.producer);
      return;
    }
    case Op.COPY:
      refs.push(refs[refs.length - arg] ?? unknownRef);
      return;
    case Op.SWAP: {
      const top = refs.length - 1;
      const other = refs.length - arg;
      const saved = refs[top] ?? unknownRef;
      refs[top] = refs[other] ?? unknownRef;
      refs[other] = saved;
      return;
    }
    case Op.LOAD_METHOD:
    case Op.LOAD_SUPER_METHOD: {
      const self = refs.pop() ?? unknownRef;
      if (op === Op.LOAD_SUPER_METHOD) refs.splice(-2);
      pushed(1);
      refs.push(self);
      return;
    }
    case Op.LOAD_SPECIAL: {
      const self = refs.pop() ?? unknownRef;
      pushed(1);
      refs.push(self);
      return;
    }
    case Op.FOR_ITER:
      pushed(1);
      return;
    case Op.SEND:
      refs.pop();
      pushed(1);
      return;
    case Op.END_SEND: {
      const value = refs.pop() ?? unknownRef;
      refs.pop();
      refs.push(value);
      return;
    }
    case Op.CHECK_EXC_MATCH:
      refs.pop();
      pushed(1);
      return;
    case Op.GET_ANEXT:
    case Op.GET_LEN:
    case Op.IMPORT_FROM:
    case Op.MATCH_KEYS:
    case Op.MATCH_MAPPING:
    case Op.MATCH_SEQUENCE:
    case Op.WITH_EXCEPT_START:
      pushed(1);
      return;
    case Op.LIST_APPEND:
    case Op.SET_ADD:
    case Op.LIST_EXTEND:
    case Op.SET_UPDATE:
    case Op.DICT_UPDATE:
    case Op.DICT_MERGE:
    case Op.RERAISE:
      refs.pop();
      return;
    case Op.MAP_ADD:
      refs.splice(-2);
      return;
    default: {
      const [popCount, pushCount] = stackEffect(op, arg);
      for (let n = 0; n < popCount; n += 1) refs.pop();
      pushed(pushCount);
    }
  }
}

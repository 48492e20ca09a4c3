/**
 * `a, b = b, a` without a tuple, and stores reordered instead of values swapped.
 * [mirrors the BUILD_TUPLE/UNPACK_SEQUENCE case of optimize_basic_block, apply_static_swaps]
 */
import type { Block, BlockInstruction } from "./flowgraph.ts";
import { Op } from "./opcodes.ts";

export function removePackedSwaps(entry: Block, reordersStores: boolean): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const list = block.instructions;
    for (let i = 0; i + 1 < list.length; i += 1) unpackInPlace(list[i], list[i + 1]);
    if (!reordersStores) continue;
    for (let i = 0; i < list.length; i += 1) if (list[i]?.op === Op.SWAP) reorderStores(list, i);
  }
}

/** Up to three values that are packed and unpacked at once are turned round on the stack. */
function unpackInPlace(build: BlockInstruction | undefined, unpack: BlockInstruction | undefined): void {
  if (build?.op !== Op.BUILD_TUPLE || unpack?.op !== Op.UNPACK_SEQUENCE || build.arg !== unpack.arg) return;
  if (build.arg < 1 || build.arg > 3) return;
  const count = build.arg;
  build.op = Op.NOP;
  build.arg = 0;
  unpack.op = count === 1 ? Op.NOP : Op.SWAP;
  unpack.arg = count === 1 ? 0 : count;
}

function isSwappable(op: number): boolean {
  return op === Op.STORE_FAST || op === Op.STORE_FAST_MAYBE_NULL || op === Op.POP_TOP;
}

/** The local an instruction stores to; −1 for none. */
function storedLocal({ op, arg }: BlockInstruction): number {
  return op === Op.STORE_FAST || op === Op.STORE_FAST_MAYBE_NULL ? arg : -1;
}

function nextSwappable(list: readonly BlockInstruction[], from: number, line: number): number {
  for (let i = from + 1; i < list.length; i += 1) {
    const instruction = list[i] as BlockInstruction;
    if (line >= 0 && instruction.position.lineno !== line) return -1;
    if (instruction.op === Op.NOP) continue;
    return isSwappable(instruction.op) ? i : -1;
  }
  return -1;
}

/** The SWAP at `i`, and those before it, go away if the stores after them can change places instead. */
function reorderStores(list: BlockInstruction[], i: number): void {
  for (let at = i; at >= 0; at -= 1) {
    const swap = list[at] as BlockInstruction;
    if (swap.op !== Op.SWAP) {
      if (swap.op === Op.NOP || isSwappable(swap.op)) continue;
      return;
    }
    const first = nextSwappable(list, at, -1);
    if (first < 0) return;
    const line = list[first]?.position.lineno ?? -1;
    let last = first;
    for (let n = swap.arg - 1; n > 0 && last >= 0; n -= 1) last = nextSwappable(list, last, line);
    if (last < 0 || !mayExchange(list, first, last)) return;
    swap.op = Op.NOP;
    swap.arg = 0;
    const moved = list[first] as BlockInstruction;
    list[first] = list[last] as BlockInstruction;
    list[last] = moved;
  }
}

function mayExchange(list: readonly BlockInstruction[], first: number, last: number): boolean {
  const a = storedLocal(list[first] as BlockInstruction);
  const b = storedLocal(list[last] as BlockInstruction);
  if (a < 0 && b < 0) return true;
  if (a === b) return false;
  for (let i = first + 1; i < last; i += 1) {
    const between = storedLocal(list[i] as BlockInstruction);
    if (between >= 0 && (between === a || between === b)) return false;
  }
  return true;
}

/**
 * Free lists: the memory of a dead object kept for the next one of its type, last in, first out.
 * [mirrors Include/internal/pycore_freelist.h and, before 3.13, the statics of each Objects/*.c]
 *
 * A block on a free list is not free for pymalloc, and taking it is invisible to the collector's counter.
 */
import type { FreeList } from "../objects/object.ts";
import { startHistories } from "../start-history.ts";
import type { Profile } from "../version.ts";

/** The free list of a built-in type in this version, or null where it has none. */
export function freeListFor(profile: Profile, typeName: string): FreeList | null {
  const capacity = profile.freeLists[typeName];
  if (capacity === undefined) return null;
  const atStart = startHistories[profile.version].freeLists[typeName] ?? [];
  return { capacity, blocks: [], atStart, leftAtStart: [...atStart] };
}

/** As start-up leaves it. */
export function resetFreeList(list: FreeList): void {
  const { blocks, leftAtStart, atStart } = list;
  for (const kept of blocks) if (kept !== undefined && kept.length > 0) kept.length = 0;
  for (let i = 0; i < atStart.length; i += 1) leftAtStart[i] = atStart[i] as number;
  if (leftAtStart.length > atStart.length) leftAtStart.length = atStart.length;
}

/** Whether start-up left a block for an object with `items` items, which is taken hereby. */
export function takeLeftAtStart(list: FreeList, items: number): boolean {
  const left = list.leftAtStart[items] ?? 0;
  if (left === 0) return false;
  list.leftAtStart[items] = left - 1;
  return true;
}

/** A block for an object with `items` items, or 0 when the list has none. */
export function takeFree(list: FreeList, items: number): number {
  const blocks = list.blocks[items];
  return blocks === undefined ? 0 : (blocks.pop() ?? 0);
}

/** Whether the block was kept. */
export function keepFree(list: FreeList, items: number, block: number): boolean {
  let blocks = list.blocks[items];
  if (blocks === undefined) {
    blocks = [];
    list.blocks[items] = blocks;
  }
  if (blocks.length + (list.leftAtStart[items] ?? 0) >= list.capacity) return false;
  blocks.push(block);
  return true;
}

/** Empties the list, giving each block to `release`; a full collection does this. [clear_freelists] */
export function clearFreeList(list: FreeList, release: (block: number) => void): void {
  for (const blocks of list.blocks) {
    // Setting a length that is 0 already is a call into V8.
    if (blocks === undefined || blocks.length === 0) continue;
    for (const block of blocks) release(block);
    blocks.length = 0;
  }
  if (list.leftAtStart.length > 0) list.leftAtStart.length = 0;
}

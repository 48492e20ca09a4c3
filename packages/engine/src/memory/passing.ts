/**
 * Objects that CPython makes and drops on the way and that nobody sees: while it compiles, while it imports.
 *
 * They are not made here. But those that find no place on a free list count as allocations, which can start a collection,
 * and on their way back they fill the free lists, so that the program's next objects do not count.
 */

import type { CompileMemory } from "../compiler/compile-memory.ts";
import { collectGenerations } from "../gc/collect.ts";
import type { FreeList, Heap, Runtime } from "../objects/object.ts";

/** Counts what a compilation makes. */
export function countCompiling(heap: Heap, { dicts, lists, tuples }: CompileMemory): void {
  heap.gc.isImporting = true;
  countPassing(heap, "dict", 0, { atOnce: dicts, kept: 0 });
  countPassing(heap, "list", 0, { atOnce: lists, kept: 0 });
  for (const { items, ...count } of tuples) countPassing(heap, "tuple", items, count);
  heap.gc.isImporting = false;
}

/**
 * The collection that compiling has called for. The program's own code is made last, so it finds the constants of all
 * functions; what was counted after it stays on the counter (up to 3.11: later it waits for the program to run).
 */
export function collectAfterCompiling(rt: Runtime): void {
  const { gc } = rt.heap;
  const young = gc.generations[0];
  const over = young.count - young.threshold;
  if (over <= 0 || young.threshold === 0 || !gc.isEnabled || gc.isCollecting) return;
  if (rt.profile.gcAtEvalBreaker) {
    rt.thread.gcScheduled = true;
    return;
  }
  collectGenerations(rt);
  young.count += over - 1;
}

/** `atOnce` objects of `items` items are made, and all but `kept` dropped again. */
function countPassing(
  heap: Heap,
  typeName: string,
  items: number,
  { atOnce, kept }: { readonly atOnce: number; readonly kept: number },
): void {
  const list = items <= heap.longestFreeTuple ? heap.freeLists.get(typeName) : undefined;
  const waiting = list === undefined ? 0 : blocksOn(list, items) + (list.leftAtStart[items] ?? 0);
  for (let i = waiting; i < atOnce; i += 1) heap.countAllocation();
  if (list === undefined) {
    countFreed(heap, atOnce - kept);
    return;
  }
  countFreed(heap, atOnce - kept - list.capacity);
  const left = Math.min(Math.max(waiting, atOnce), list.capacity) - kept - blocksOn(list, items);
  leaveOnFreeList(list, items, Math.max(left, 0));
  // What the code objects keep may come from among the program's own dead.
  for (let i = left; i < 0; i += 1) list.blocks[items]?.pop();
}

function blocksOn(list: FreeList, items: number): number {
  return list.blocks[items]?.length ?? 0;
}

/** Lets the list have so many blocks nobody has taken yet. */
export function leaveOnFreeList(list: FreeList, items: number, blocks: number): void {
  // No holes in the array: a hole is a slow element.
  while (list.leftAtStart.length < items) list.leftAtStart.push(0);
  list.leftAtStart[items] = blocks;
}

function countFreed(heap: Heap, objects: number): void {
  const young = heap.gc.generations[0];
  if (objects > 0) young.count = Math.max(0, young.count - objects);
}

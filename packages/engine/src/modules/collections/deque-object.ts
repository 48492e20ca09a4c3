/**
 * The deque itself: items, and the blocks of 64 slots they would lie in.   [mirrors dequeobject in Modules/_collectionsmodule.c]
 */
import { dropTaken } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import type { PyObject, PyType, Runtime } from "../../objects/object.ts";

export interface DequeData {
  /** Owned, left to right. */
  items: PyObject[];
  /** Slot of the first item in its block; with the size it tells how many blocks there are. */
  leftIndex: number;
  maxlen: number | null;
  /** Changes with every change, so that iterators notice. */
  state: number;
  blocks: number[];
}

export type PyDeque = PyObject<DequeData>;

export const blockSlots = 64;
export const blockBytes = 528;
const center = (blockSlots - 1) >> 1;

export function newDequeOf(rt: Runtime, type: PyType): PyDeque {
  const data: DequeData = { items: [], leftIndex: center + 1, maxlen: null, state: 0, blocks: [] };
  const deque = rt.heap.create<DequeData>(type, data);
  fitBlocks(rt, data);
  rt.heap.track(deque);
  return deque;
}

/** Blocks from the first to the last item; one when it is empty. */
export function blockCount(data: DequeData): number {
  return Math.max(1, Math.ceil((data.leftIndex + data.items.length) / blockSlots));
}

function fitBlocks(rt: Runtime, data: DequeData): void {
  const wanted = blockCount(data);
  while (data.blocks.length < wanted) data.blocks.push(rt.heap.allocRaw(blockBytes));
  while (data.blocks.length > wanted) rt.heap.freeRaw(data.blocks.pop() as number, blockBytes);
}

function changed(rt: Runtime, deque: PyDeque): void {
  const { payload } = deque;
  payload.state += 1;
  if (payload.items.length === 0) payload.leftIndex = center + 1;
  fitBlocks(rt, payload);
}

/** Tells the recorder what each slot holds now. */
function report(rt: Runtime, deque: PyDeque): void {
  if (rt.recorder === null) return;
  const { items } = deque.payload;
  for (let i = 0; i < items.length; i += 1)
    rt.recorder.slotWrite(deque, "item", i, null, items[i] as PyObject);
}

/** Adds an item (stolen) at an end; one too many leaves at the other end. */
export function dequeAdd(rt: Runtime, deque: PyDeque, item: PyObject, atLeft: boolean): void {
  const data = deque.payload;
  rt.charge(1, 8);
  if (atLeft) {
    data.items.unshift(item);
    data.leftIndex = data.leftIndex === 0 ? blockSlots - 1 : data.leftIndex - 1;
  } else {
    data.items.push(item);
  }
  const { maxlen } = data;
  const overflow =
    maxlen !== null && data.items.length > maxlen ? (atLeft ? data.items.pop() : takeFirst(data)) : undefined;
  changed(rt, deque);
  if (rt.recorder !== null) {
    if (atLeft || overflow !== undefined) report(rt, deque);
    else rt.recorder.slotWrite(deque, "item", data.items.length - 1, null, item);
    if (overflow !== undefined) rt.recorder.slotWrite(deque, "item", data.items.length, overflow, null);
  }
  if (overflow !== undefined) decref(rt, overflow);
}

function takeFirst(data: DequeData): PyObject | undefined {
  const first = data.items.shift();
  data.leftIndex = (data.leftIndex + 1) % blockSlots;
  return first;
}

/** Takes an item from an end; the caller owns it. null: empty. */
export function dequeTake(rt: Runtime, deque: PyDeque, atLeft: boolean): PyObject | null {
  const data = deque.payload;
  const item = atLeft ? takeFirst(data) : data.items.pop();
  if (item === undefined) return null;
  changed(rt, deque);
  if (rt.recorder !== null) {
    if (atLeft) report(rt, deque);
    rt.recorder.slotWrite(deque, "item", data.items.length, item, null);
  }
  return item;
}

/** Gives the deque its items in another order, or with one more or less. */
export function dequeReplace(rt: Runtime, deque: PyDeque, items: PyObject[]): void {
  const before = deque.payload.items.length;
  deque.payload.items = items;
  changed(rt, deque);
  report(rt, deque);
  if (rt.recorder !== null)
    for (let i = items.length; i < before; i += 1) rt.recorder.slotWrite(deque, "item", i, null, null);
}

/** Empties it first, then drops the items left to right. [deque_clear] */
export function dequeClear(rt: Runtime, deque: PyDeque): void {
  const { items } = deque.payload;
  if (items.length === 0) return;
  deque.payload.items = [];
  changed(rt, deque);
  if (rt.recorder !== null)
    for (let i = 0; i < items.length; i += 1)
      rt.recorder.slotWrite(deque, "item", i, items[i] as PyObject, null);
  dropTaken(rt, "items taken out", items);
}

export function freeBlocks(rt: Runtime, deque: PyDeque): void {
  for (const block of deque.payload.blocks) rt.heap.freeRaw(block, blockBytes);
  deque.payload.blocks = [];
}

/** The items as new references. */
export function ownedItems(deque: PyObject): PyObject[] {
  return (deque as PyDeque).payload.items.map(newRef);
}

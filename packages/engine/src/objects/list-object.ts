/**
 * The list object itself: items and the room kept for more.   [mirrors PyListObject and list_resize in Objects/listobject.c]
 *
 * `items.length` is the list's size, `allocated` the room of its item array in slots; the array is a block of its own.
 * Every write to a slot goes through this file, so that the recorder hears of each.
 */
import { dropTakenReversed } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";

export interface ListData {
  /** Owned, each. */
  items: PyObject[];
  allocated: number;
  /** The item array's block; 0 while there is none. */
  block: number;
}

export type PyList = PyObject<ListData>;

const slotBytes = 8;

export function isList(o: PyObject): o is PyList {
  return hasFlag(o.type, TypeFlag.ListSubclass);
}

/** The items of a list the caller has checked; borrowed, and only valid until the list changes. */
export function listItems(o: PyObject): readonly PyObject[] {
  return (o as PyList).payload.items;
}

/** A list of exactly these items, which it steals. [PyList_New + PyList_SET_ITEM] */
export function newList(rt: Runtime, items: PyObject[]): PyList {
  return newListWithRoom(rt, items, items.length);
}

/** A list of these items (stolen) with room for `allocated`. [PyList_New(n) cut back to its size, list_new_prealloc] */
export function newListWithRoom(rt: Runtime, items: PyObject[], allocated: number): PyList {
  const list = rt.heap.create<ListData>(rt.types.list, { items, allocated: 0, block: 0 });
  if (allocated > 0) setAllocated(rt, list, allocated);
  if (rt.recorder !== null)
    for (let i = 0; i < items.length; i += 1)
      rt.recorder.slotWrite(list, "item", i, null, items[i] as PyObject);
  rt.heap.track(list);
  return list;
}

/** An empty instance of list or a subclass. [PyType_GenericNew] */
export function newListOfType(rt: Runtime, type: PyType): PyList {
  const list = rt.heap.create<ListData>(type, { items: [], allocated: 0, block: 0 });
  rt.heap.track(list);
  return list;
}

/**
 * Makes room for `size` items by the version's growth rule; call it before the items change. [list_resize]
 * Room is kept when it suffices and is not more than twice too much.
 */
export function listResize(rt: Runtime, list: PyList, size: number): void {
  const data = list.payload;
  const allocated = data.allocated;
  if (allocated >= size && (size >= allocated >> 1 || allocated <= rt.profile.listKeepsRoom)) return;
  setAllocated(rt, list, grownRoom(rt, data.items.length, size));
}

function grownRoom(rt: Runtime, oldSize: number, size: number): number {
  if (size === 0) return 0;
  if (!rt.profile.listRoomIsRounded) return size + (size >> 3) + (size < 9 ? 3 : 6);
  const room = Math.floor((size + (size >> 3) + 6) / 4) * 4;
  return size - oldSize > room - size ? Math.floor((size + 3) / 4) * 4 : room;
}

/** Room after appending item by item to a list that began with `room` slots. */
export function roomAfterAppends(rt: Runtime, room: number, size: number): number {
  let allocated = room;
  while (allocated < size) allocated = grownRoom(rt, allocated, allocated + 1);
  return allocated;
}

/** Room for a list that has none yet and will get `size` items. [list_preallocate_exact] */
export function listPreallocate(rt: Runtime, list: PyList, size: number): void {
  if (size === 0) return;
  setAllocated(rt, list, rt.profile.listPreallocatesEven ? size + (size & 1) : size);
}

function setAllocated(rt: Runtime, list: PyList, allocated: number): void {
  const data = list.payload;
  const oldBytes = data.allocated * slotBytes;
  const bytes = allocated * slotBytes;
  if (bytes > oldBytes) rt.charge(0, bytes - oldBytes);
  data.block = rt.heap.reallocRaw(data.block, oldBytes, bytes);
  data.allocated = allocated;
  if (rt.recorder !== null) rt.recorder.resize(list);
}

/** Appends `item`, borrowed. [PyList_Append] */
export function listAppend(rt: Runtime, list: PyList, item: PyObject): void {
  listAppendTake(rt, list, newRef(item));
}

/** Appends `item`, stolen. [_PyList_AppendTakeRef] */
export function listAppendTake(rt: Runtime, list: PyList, item: PyObject): void {
  const data = list.payload;
  const size = data.items.length;
  if (data.allocated <= size) listResize(rt, list, size + 1);
  data.items.push(item);
  if (rt.recorder !== null) rt.recorder.slotWrite(list, "item", size, null, item);
}

/** Stores `item` (stolen) in a slot that exists; the old item is dropped after the write. */
export function listStore(rt: Runtime, list: PyList, index: number, item: PyObject): void {
  const items = list.payload.items;
  const old = items[index] as PyObject;
  items[index] = item;
  if (rt.recorder !== null) rt.recorder.slotWrite(list, "item", index, old, item);
  decref(rt, old);
}

/** Inserts `item` (borrowed) before `index`, which is within the list. [ins1] */
export function listInsertAt(rt: Runtime, list: PyList, index: number, item: PyObject): void {
  const items = list.payload.items;
  rt.charge((items.length - index) >> 10, 0);
  listResize(rt, list, items.length + 1);
  items.splice(index, 0, newRef(item));
  reportFrom(rt, list, index);
}

/** Takes the item out; the caller owns it now. [list_pop_impl] */
export function listTake(rt: Runtime, list: PyList, index: number): PyObject {
  const items = list.payload.items;
  const item = items[index] as PyObject;
  const size = items.length - 1;
  rt.charge((size - index) >> 10, 0);
  if (size === 0) setAllocated(rt, list, 0);
  else listResize(rt, list, size);
  if (index === size) items.pop();
  else items.splice(index, 1);
  reportRemoval(rt, list, index, [item]);
  return item;
}

/** `del list[index]`; the index is within the list. [list_ass_item] */
export function listDeleteAt(rt: Runtime, list: PyList, index: number): void {
  const items = list.payload.items;
  rt.charge((items.length - index) >> 10, 0);
  if (rt.profile.listDeleteResizes) {
    if (items.length === 1 && rt.profile.listKeepsRoom === 0) {
      listClear(rt, list);
      return;
    }
    listResize(rt, list, items.length - 1);
  }
  const item = items[index] as PyObject;
  items.splice(index, 1);
  reportRemoval(rt, list, index, [item]);
  decref(rt, item);
}

/** Takes the last `count` items out without giving up room; the caller owns them. [what UNPACK_EX does] */
export function listCut(rt: Runtime, list: PyList, count: number): PyObject[] {
  const items = list.payload.items;
  const cut = items.splice(items.length - count, count);
  reportRemoval(rt, list, items.length, cut);
  return cut;
}

/** Empties the list first and drops the items afterwards, last to first. [list_clear] */
export function listClear(rt: Runtime, list: PyList): void {
  const data = list.payload;
  const items = data.items;
  if (items.length === 0 && data.allocated === 0) return;
  data.items = [];
  const { block, allocated } = data;
  data.block = 0;
  data.allocated = 0;
  if (rt.recorder !== null)
    for (let i = items.length - 1; i >= 0; i -= 1)
      rt.recorder.slotWrite(list, "item", i, items[i] as PyObject, null);
  dropTakenReversed(rt, "items taken out", items);
  if (rt.recorder !== null) rt.recorder.resize(list);
  rt.heap.freeRaw(block, allocated * slotBytes);
}

/**
 * Replaces items[low, high) by `values` (stolen); the old ones are dropped last to first, after the list is whole again.
 * [list_ass_slice]
 */
export function listReplace(rt: Runtime, list: PyList, low: number, high: number, values: PyObject[]): void {
  const items = list.payload.items;
  const start = Math.max(0, Math.min(low, items.length));
  const end = Math.max(start, Math.min(high, items.length));
  const size = items.length - (end - start) + values.length;
  if (size === 0) {
    listClear(rt, list);
    return;
  }
  listResize(rt, list, size);
  const removed = items.splice(start, end - start, ...values);
  reportRemoval(rt, list, start, removed);
  dropTakenReversed(rt, "items taken out", removed);
}

/** Takes all items out for a while (list.sort does); the list looks empty meanwhile. */
export function listDetach(rt: Runtime, list: PyList): ListData {
  const { items, allocated, block } = list.payload;
  if (rt.recorder !== null)
    for (let i = 0; i < items.length; i += 1)
      rt.recorder.slotWrite(list, "item", i, items[i] as PyObject, null);
  list.payload.items = [];
  list.payload.allocated = 0;
  list.payload.block = 0;
  return { items, allocated, block };
}

/** Puts detached items back. What the list got meanwhile is returned: the caller drops it. */
export function listAttach(rt: Runtime, list: PyList, data: ListData): ListData {
  const meanwhile = listDetach(rt, list);
  list.payload.items = data.items;
  list.payload.allocated = data.allocated;
  list.payload.block = data.block;
  reportFrom(rt, list, 0);
  return meanwhile;
}

/** Drops items and room of a detached array. */
export function dropDetached(rt: Runtime, data: ListData): void {
  dropTakenReversed(rt, "items taken out", data.items);
  rt.heap.freeRaw(data.block, data.allocated * slotBytes);
}

export function listDealloc(rt: Runtime, self: PyObject): void {
  const list = self as PyList;
  rt.heap.untrack(list);
  const { items, block, allocated } = list.payload;
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = items[i] as PyObject;
    if (rt.recorder !== null) rt.recorder.slotWrite(list, "item", i, item, null);
    decref(rt, item);
  }
  rt.heap.freeRaw(block, allocated * slotBytes);
  rt.heap.free(list);
}

/** Items moved to other indices: tells the recorder what each slot holds from `index` on. */
function reportFrom(rt: Runtime, list: PyList, index: number): void {
  if (rt.recorder === null) return;
  const items = list.payload.items;
  for (let i = index; i < items.length; i += 1)
    rt.recorder.slotWrite(list, "item", i, null, items[i] as PyObject);
}

function reportRemoval(rt: Runtime, list: PyList, index: number, removed: readonly PyObject[]): void {
  if (rt.recorder === null) return;
  const size = list.payload.items.length;
  reportFrom(rt, list, index);
  for (let i = 0; i < removed.length; i += 1)
    rt.recorder.slotWrite(list, "item", size + i, removed[i] as PyObject, null);
}

/** Slices of lists: taken, deleted, assigned.   [list_subscript, list_ass_subscript in Objects/listobject.c] */
import { dropHeld, dropTaken, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { fastSequence, sequenceItems } from "./abstract.ts";
import { raise } from "./errors.ts";
import { listReplace, listResize, newList, type PyList } from "./list-object.ts";
import type { PyObject, Runtime } from "./object.ts";
import { adjustSlice, type PySlice, type SliceRange, selectItems, sliceRange } from "./slice.ts";

const items = (self: PyObject): PyObject[] => (self as PyList).payload.items;

/** The selected items as a new list. */
export function listSelect(rt: Runtime, self: PyObject, range: SliceRange): PyObject {
  rt.charge(range.count, 0);
  return newList(rt, selectItems(items(self), range).map(newRef));
}

/** `list[low:high]` with plain bounds. [PyList_GetSlice] */
export function listSlice(rt: Runtime, self: PyObject, low: number, high: number): PyObject {
  return listSelect(rt, self, adjustSlice(low, high, 1, items(self).length));
}

/** `del list[slice]` */
export function deleteSlice(rt: Runtime, list: PyList, key: PySlice): boolean {
  const range = sliceRange(rt, key, () => list.payload.items.length);
  if (range === null) return false;
  if (range.step === 1) {
    listReplace(rt, list, range.start, range.start + range.count, []);
    return true;
  }
  if (range.count === 0) return true;
  deleteSteps(rt, list, range);
  return true;
}

/** The items between the deleted ones close ranks; what was deleted is dropped in ascending order. */
function deleteSteps(rt: Runtime, list: PyList, range: SliceRange): void {
  const all = list.payload.items;
  const step = Math.abs(range.step);
  const first = range.step > 0 ? range.start : range.start + range.step * (range.count - 1);
  const removed: PyObject[] = [];
  const kept: PyObject[] = all.slice(0, first);
  for (let i = first; i < all.length; i += 1) {
    const isHit = (i - first) % step === 0 && removed.length < range.count;
    if (isHit) removed.push(all[i] as PyObject);
    else kept.push(all[i] as PyObject);
  }
  listResize(rt, list, kept.length);
  list.payload.items = kept;
  if (rt.recorder !== null) {
    for (let i = first; i < kept.length; i += 1)
      rt.recorder.slotWrite(list, "item", i, null, kept[i] as PyObject);
    for (let i = 0; i < removed.length; i += 1)
      rt.recorder.slotWrite(list, "item", kept.length + i, removed[i] as PyObject, null);
  }
  dropTaken(rt, "items taken out", removed);
}

/** `list[slice] = value` */
export function assignSlice(rt: Runtime, list: PyList, key: PySlice, value: PyObject): boolean {
  const step = sliceRange(rt, key, () => list.payload.items.length);
  if (step === null) return false;
  const plain = step.step === 1;
  const message =
    plain && !rt.profile.sliceMessageIsShared
      ? "can only assign an iterable"
      : "must assign iterable to extended slice";
  const source =
    value === list ? listSlice(rt, list, 0, list.payload.items.length) : fastSequence(rt, value, message);
  if (source === null) return false;
  // Reading the value may have changed the list.
  const range = sliceRange(rt, key, () => list.payload.items.length);
  if (range === null) {
    decref(rt, source);
    return false;
  }
  hold(rt, "items assigned", source);
  const values = sequenceItems(source).map(newRef);
  let done = true;
  if (range.step === 1) {
    listReplace(rt, list, range.start, Math.max(range.start, range.stop), values);
  } else if (values.length !== range.count) {
    dropTaken(rt, "items taken out", values);
    raise(
      rt,
      "ValueError",
      `attempt to assign sequence of size ${values.length} to extended slice of size ${range.count}`,
    );
    done = false;
  } else {
    storeSteps(rt, list, range, values);
  }
  dropHeld(rt, "items assigned", source);
  return done;
}

/** Steals the values; the old items are dropped, first to last, once all are stored. */
function storeSteps(rt: Runtime, list: PyList, range: SliceRange, values: readonly PyObject[]): void {
  const all = list.payload.items;
  const old: PyObject[] = [];
  for (let i = 0, at = range.start; i < range.count; i += 1, at += range.step) {
    const previous = all[at] as PyObject;
    all[at] = values[i] as PyObject;
    old.push(previous);
    if (rt.recorder !== null) rt.recorder.slotWrite(list, "item", at, previous, values[i] as PyObject);
  }
  dropTaken(rt, "items taken out", old);
}

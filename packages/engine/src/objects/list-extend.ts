/**
 * Filling a list from any iterable, with the room each version makes for it.
 * [mirrors list_extend, list___init__ in Objects/listobject.c]
 */

import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { getIter, iterNext, length, lengthHint } from "./abstract.ts";
import { mayAllocate, sizeLimit } from "./allocation.ts";
import { clearIfMatches } from "./errors.ts";
import {
  listAppendTake,
  listClear,
  listPreallocate,
  listResize,
  newListOfType,
  type PyList,
} from "./list-object.ts";
import type { PyObject, Runtime } from "./object.ts";

/** `list.extend(iterable)`. False with an exception set; items got before it stay. */
export function listExtend(rt: Runtime, list: PyList, iterable: PyObject): boolean {
  if (iterable.type === rt.types.list || iterable.type === rt.types.tuple || iterable === list) {
    extendFast(rt, list, (iterable as PyList).payload.items);
    return true;
  }
  if (rt.profile.listExtendsByTable && isTable(rt, iterable)) return extendByTable(rt, list, iterable);
  return extendByIterator(rt, list, iterable);
}

/** From an array that cannot change meanwhile but is possibly the list's own. [list_extend_fast] */
function extendFast(rt: Runtime, list: PyList, source: readonly PyObject[]): void {
  const added = source.length;
  if (added === 0) return;
  rt.charge(added, 0);
  const size = list.payload.items.length;
  if (list.payload.block === 0 && rt.profile.listPreallocatesEven) listPreallocate(rt, list, added);
  else listResize(rt, list, size + added);
  for (let i = 0; i < added; i += 1) listAppendTake(rt, list, newRef(source[i] as PyObject));
}

function isTable(rt: Runtime, o: PyObject): boolean {
  const { types } = rt;
  const type = o.type;
  return (
    type === types.dict ||
    type === types.set ||
    type === types.frozenset ||
    type === types.dict_keys ||
    type === types.dict_values ||
    type === types.dict_items
  );
}

/** A dict, a view or a set knows its size, and nothing can change it meanwhile. [list_extend_dict, list_extend_set] */
function extendByTable(rt: Runtime, list: PyList, iterable: PyObject): boolean {
  const added = length(rt, iterable);
  if (added === null) return false;
  if (added === 0) return true;
  listResize(rt, list, list.payload.items.length + added);
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  for (let item = iterNext(rt, iterator); item !== null; item = iterNext(rt, iterator))
    listAppendTake(rt, list, item);
  dropHeld(rt, "iterator drawn from", iterator);
  return true;
}

/** [list_extend_iter] */
function extendByIterator(rt: Runtime, list: PyList, iterable: PyObject): boolean {
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  if (rt.recorder !== null) rt.recorder.nativeHold("list being filled", iterator);
  const done = drain(rt, list, iterable, iterator);
  if (rt.recorder !== null) rt.recorder.nativeRelease("list being filled", iterator);
  decref(rt, iterator);
  return done;
}

function drain(rt: Runtime, list: PyList, iterable: PyObject, iterator: PyObject): boolean {
  const hint = lengthHint(rt, iterable, 8);
  if (hint === null) return false;
  const size = list.payload.items.length + hint;
  // A hint that would overflow is taken for a lie.
  if (size >= sizeLimit) return fill(rt, list, iterator);
  if (!mayAllocate(rt, 8 * size)) return false;
  if (list.payload.block === 0 && rt.profile.listPreallocatesEven) listPreallocate(rt, list, hint);
  else listResize(rt, list, size);
  return fill(rt, list, iterator);
}

function fill(rt: Runtime, list: PyList, iterator: PyObject): boolean {
  for (;;) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    rt.charge(1, 0);
    listAppendTake(rt, list, item);
  }
  if (rt.thread.exception !== null) return false;
  const { items, allocated } = list.payload;
  if (items.length < allocated) listResize(rt, list, items.length);
  return true;
}

/** What `list(iterable)` does with the instance; a list that had items loses them. [list___init___impl] */
export function listInitFrom(rt: Runtime, list: PyList, iterable: PyObject | null): boolean {
  if (list.payload.block !== 0) listClear(rt, list);
  if (iterable === null) return true;
  if (!rt.profile.listPreallocatesEven && iterable.type.payload.slots.length !== undefined) {
    const size = length(rt, iterable);
    // A length that is no number is not asked for again.
    if (size === null && !clearIfMatches(rt, "TypeError")) return false;
    if (size !== null && size > 0 && list.payload.block === 0) {
      if (!mayAllocate(rt, 8 * size)) return false;
      listPreallocate(rt, list, size);
    }
  }
  return listExtend(rt, list, iterable);
}

/** `list(iterable)` as a new list, or null with an exception. [PySequence_List] */
export function listFrom(rt: Runtime, iterable: PyObject): PyList | null {
  const list = newListOfType(rt, rt.types.list);
  hold(rt, "list being filled", list);
  const done = listExtend(rt, list, iterable);
  letGo(rt, "list being filled", list);
  if (done) return list;
  decref(rt, list);
  return null;
}

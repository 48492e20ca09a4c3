/** Copying and merging dicts.   [mirrors PyDict_Copy, clone_combined_dict, dict_merge, PyDict_MergeFromSeq2] */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import {
  callMethod,
  fastSequence,
  getItem,
  getIter,
  getOptionalAttr,
  iterNext,
  sequenceItems,
  setItem,
} from "./abstract.ts";
import {
  dictContains,
  dictContainsHashed,
  dictItems,
  dictSet,
  dictSetHashed,
  dictSize,
  dictWalk,
  isDict,
  newDict,
  type PyDict,
} from "./dict.ts";
import { log2KeySizeFor, resizeDict, usableFraction } from "./dict-keys.ts";
import { type DictData, positionCount, reindex } from "./dict-table.ts";
import { exceptionMatches, raise, raiseKey, restoreException, takeException } from "./errors.ts";
import type { PyObject, Runtime } from "./object.ts";
import { setWalk } from "./set-object.ts";

/** What happens with keys the target has already: the new value wins, the old one stays, or it is a KeyError. */
export type Override = "replace" | "keep" | "refuse";

/** `d.copy()` [PyDict_Copy] */
export function dictCopy(rt: Runtime, source: PyDict): PyObject | null {
  const d = source.payload;
  const copy = newDict(rt);
  if (dictSize(source) === 0) return copy;
  if (d.split !== null && source.type === rt.types.dict) {
    copySplit(rt, source, copy);
    return copy;
  }
  const isDense = d.split === null && d.used >= Math.floor((d.keys.length * 2) / 3);
  if (isDense && isPlainDict(rt, source)) {
    cloneTable(rt, source, copy);
    return copy;
  }
  if (dictMerge(rt, copy, source, "replace")) return copy;
  decref(rt, copy);
  return null;
}

/** Iterates as dict does, so that its table may be read directly. */
function isPlainDict(rt: Runtime, o: PyObject): o is PyDict {
  return isDict(o) && o.type.payload.slots.iter === rt.types.dict.payload.slots.iter;
}

/** The same table again, holes and all. [clone_combined_dict_keys] */
function cloneTable(rt: Runtime, source: PyDict, target: PyDict): void {
  const from: DictData = source.payload;
  const to = target.payload;
  rt.charge(from.keys.length, from.keys.length * 24);
  resizeDict(rt, target, from.log2Size, from.isUnicode);
  to.keys = from.keys.map((key) => (key === null ? null : newRef(key)));
  to.values = from.values.map((value) => (value === null ? null : newRef(value)));
  to.hashes = [...from.hashes];
  to.used = from.used;
  to.usable = from.usable;
  to.isUnicode = from.isUnicode;
  to.version += 1;
  reindex(to);
  if (rt.heap.isTracked(source)) rt.heap.track(target);
  report(rt, target);
}

/** A copy of a split dict shares the keys. */
function copySplit(rt: Runtime, source: PyDict, target: PyDict): void {
  const split = source.payload.split;
  if (split === null || split.keys === null) return;
  const values = (split.values ?? []).map((value) => (value === null ? null : newRef(value)));
  split.keys.refs += 1;
  target.payload.log2Size = source.payload.log2Size;
  target.payload.split = {
    keys: split.keys,
    values,
    order: split.order === null ? null : [...split.order],
    valuesBlock: rt.heap.allocRaw(values.length * 8),
  };
  if (rt.heap.isTracked(source)) rt.heap.track(target);
  report(rt, target);
}

function report(rt: Runtime, dict: PyDict): void {
  if (rt.recorder === null) return;
  for (const [key, value] of dictItems(dict)) {
    if (dict.payload.split === null) rt.recorder.slotWrite(dict, "key", key, null, key);
    rt.recorder.slotWrite(dict, "value", key, null, value);
  }
}

/** Puts everything of the mapping `source` into `target`. [dict_merge] */
export function dictMerge(rt: Runtime, target: PyDict, source: PyObject, override: Override): boolean {
  if (!isPlainDict(rt, source)) return mergeMapping(rt, target, source, override);
  if (source === target || dictSize(source) === 0) return true;
  const from = source.payload;
  const to = target.payload;
  const isEmpty = dictSize(target) === 0;
  if (
    rt.profile.dictMergeClones &&
    isEmpty &&
    (to.split === null || rt.profile.dictMergeClonesIntoSplit) &&
    isCompact(from)
  ) {
    cloneTable(rt, source, target);
    return true;
  }
  const wanted = dictSize(source);
  if (to.split === null && usableFraction(to.log2Size) < wanted)
    resizeDict(rt, target, log2KeySizeFor(rt.profile, to.used + wanted), from.isUnicode);
  rt.charge(wanted, 0);
  const positions = positionCount(from);
  for (const [key, value, hash] of dictWalk(source)) {
    hold(rt, "entry being copied", newRef(key));
    hold(rt, "entry being copied", newRef(value));
    const done = mergeHashed(rt, target, key, hash, value, override);
    dropHeld(rt, "entry being copied", key);
    dropHeld(rt, "entry being copied", value);
    if (!done) return false;
    if (positionCount(from) === positions) continue;
    raise(rt, "RuntimeError", "dict mutated during update");
    return false;
  }
  return true;
}

/** No holes, and no smaller table would do. */
function isCompact(from: DictData): boolean {
  if (from.split !== null || from.used !== from.keys.length) return false;
  return from.log2Size === 3 || usableFraction(from.log2Size - 1) < from.used;
}

/** An entry of another dict, whose hash is not asked for again. */
function mergeHashed(
  rt: Runtime,
  target: PyDict,
  key: PyObject,
  hash: number | bigint | null,
  value: PyObject,
  override: Override,
): boolean {
  if (override !== "replace") {
    const known = dictContainsHashed(rt, target, key, hash);
    if (known === null) return false;
    if (known) {
      if (override === "keep") return true;
      raiseKey(rt, key);
      return false;
    }
  }
  return dictSetHashed(rt, target, key, hash, value);
}

function mergeEntry(
  rt: Runtime,
  target: PyDict,
  key: PyObject,
  value: PyObject,
  override: Override,
): boolean {
  if (override !== "replace") {
    const known = dictContains(rt, target, key);
    if (known === null) return false;
    if (known) {
      if (override === "keep") return true;
      raiseKey(rt, key);
      return false;
    }
  }
  return dictSet(rt, target, key, value);
}

function mergeMapping(rt: Runtime, target: PyDict, source: PyObject, override: Override): boolean {
  const keys = callMethod(rt, source, "keys");
  if (keys === null) return false;
  hold(rt, "container in use", keys);
  const iterator = getIter(rt, keys);
  dropHeld(rt, "container in use", keys);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  let ok = true;
  while (ok) {
    const key = iterNext(rt, iterator);
    if (key === null) {
      ok = rt.thread.exception === null;
      break;
    }
    hold(rt, "key looked up", key);
    const value = getItem(rt, source, key);
    if (value !== null) hold(rt, "value in use", value);
    ok = value !== null && mergeEntry(rt, target, key, value, override);
    dropHeld(rt, "key looked up", key);
    if (value !== null) dropHeld(rt, "value in use", value);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return ok;
}

/** `dict([(k, v), …])` [PyDict_MergeFromSeq2] */
export function dictMergePairs(rt: Runtime, target: PyDict, pairs: PyObject): boolean {
  const iterator = getIter(rt, pairs);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  let ok = true;
  for (let i = 0; ok; i += 1) {
    const item = iterNext(rt, iterator);
    if (item === null) {
      ok = rt.thread.exception === null;
      break;
    }
    hold(rt, "item in use", item);
    ok = mergePair(rt, target, item, i);
    dropHeld(rt, "item in use", item);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return ok;
}

/** The TypeError of an element that is no sequence says which it is; from 3.14 in a note. */
function noPair(rt: Runtime, item: PyObject, i: number): void {
  const words = `annot convert dictionary update sequence element #${i} to a sequence`;
  if (!rt.profile.updateErrorIsShort) {
    raise(rt, "TypeError", `c${words}`);
    return;
  }
  if (!isIterable(item)) raise(rt, "TypeError", "object is not iterable");
  const exception = takeException(rt);
  if (exception === null) return;
  const note = rt.newStr(`C${words}`);
  hold(rt, "exception in use", exception);
  const done = callMethod(rt, exception, "add_note", [note]);
  letGo(rt, "exception in use", exception);
  decref(rt, note);
  xdecref(rt, done);
  if (done === null) decref(rt, exception);
  else restoreException(rt, exception);
}

function isIterable(o: PyObject): boolean {
  return o.type.payload.slots.iter !== undefined || o.type.payload.slots.item !== undefined;
}

function mergePair(rt: Runtime, target: PyDict, item: PyObject, i: number): boolean {
  const pair = fastSequence(rt, item);
  if (pair === null) {
    if (exceptionMatches(rt, "TypeError")) noPair(rt, item, i);
    return false;
  }
  hold(rt, "item in use", pair);
  const items = sequenceItems(pair);
  const [key, value] = items;
  let ok = false;
  if (items.length !== 2 || key === undefined || value === undefined) {
    const message = `dictionary update sequence element #${i} has length ${items.length}; 2 is required`;
    raise(rt, "ValueError", message);
  } else {
    newRef(key);
    newRef(value);
    hold(rt, "key looked up", key);
    hold(rt, "value in use", value);
    ok = dictSet(rt, target, key, value);
    dropHeld(rt, "key looked up", key);
    dropHeld(rt, "value in use", value);
  }
  dropHeld(rt, "item in use", pair);
  return ok;
}

/** `dict(x)`, `d.update(x)`: a mapping if it has keys(), else pairs. [dict_update_arg] */
export function dictUpdate(rt: Runtime, target: PyDict, source: PyObject): boolean {
  if (source.type === rt.types.dict) return dictMerge(rt, target, source, "replace");
  const keys = getOptionalAttr(rt, source, "keys");
  if (keys !== null) {
    decref(rt, keys);
    return dictMerge(rt, target, source, "replace");
  }
  return rt.thread.exception === null && dictMergePairs(rt, target, source);
}

/** `dict.fromkeys(iterable, value)` into an empty dict. */
export function fillFromKeys(rt: Runtime, target: PyObject, iterable: PyObject, value: PyObject): boolean {
  if (target.type === rt.types.dict) {
    presize(rt, target as PyDict, iterable);
    const known = knownHashes(rt, iterable);
    if (known !== null && dictSize(target) === 0) return fillHashed(rt, target, known, value);
  }
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  const isPlain = target.type === rt.types.dict;
  let ok = true;
  while (ok) {
    const key = iterNext(rt, iterator);
    if (key === null) {
      ok = rt.thread.exception === null;
      break;
    }
    hold(rt, "key looked up", key);
    ok = isPlain ? dictSet(rt, target, key, value) : setItem(rt, target, key, value);
    dropHeld(rt, "key looked up", key);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return ok;
}

/** Keys and their hashes, when a dict or a set has them stored. */
function knownHashes(
  rt: Runtime,
  iterable: PyObject,
): Iterable<readonly [PyObject, number | bigint | null]> | null {
  if (iterable.type === rt.types.set || iterable.type === rt.types.frozenset) return setWalk(iterable);
  return iterable.type === rt.types.dict ? keysHashed(iterable) : null;
}

function* keysHashed(dict: PyObject): Generator<readonly [PyObject, number | bigint | null]> {
  for (const [key, , hash] of dictWalk(dict)) yield [key, hash];
}

function fillHashed(
  rt: Runtime,
  target: PyObject,
  keys: Iterable<readonly [PyObject, number | bigint | null]>,
  value: PyObject,
): boolean {
  for (const [key, hash] of keys) {
    hold(rt, "entry being copied", newRef(key));
    const done = dictSetHashed(rt, target, key, hash, value);
    dropHeld(rt, "entry being copied", key);
    if (!done) return false;
  }
  return true;
}

function presize(rt: Runtime, target: PyDict, iterable: PyObject): void {
  const isKnown =
    iterable.type === rt.types.dict || iterable.type === rt.types.set || iterable.type === rt.types.frozenset;
  if (!isKnown) return;
  const size = Number(iterable.type.payload.slots.length?.(rt, iterable) ?? 0);
  if (size > 0)
    resizeDict(
      rt,
      target,
      log2KeySizeFor(rt.profile, size),
      iterable.type === rt.types.dict && (iterable as PyDict).payload.isUnicode,
    );
}

/**
 * Dictionaries: look-up, insertion, deletion.   [mirrors insertdict, PyDict_GetItem …, Objects/dictobject.c]
 *
 * Every change of an entry goes through `append`, `replaceValue`, `setSplit` and `removeAt`, which report it to the recorder.
 */
import { dropHeld, dropTaken, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { findHashed, findKey, keyHash } from "./dict-find.ts";
import {
  addSharedKey,
  countValues,
  dropTable,
  growDict,
  log2KeySizeFor,
  releaseSharedKeys,
  resizeDict,
  startTable,
} from "./dict-keys.ts";
import {
  type DictData,
  findText,
  indexEntry,
  keyAt,
  lookText,
  newDictData,
  type PyDict,
  positionCount,
  unindexEntry,
  valueAt,
} from "./dict-table.ts";
import { putValue, takeValue } from "./instance-attributes.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, type SplitTable, TypeFlag } from "./object.ts";
import { text } from "./str-object.ts";
import { mayBeTracked } from "./tuple-object.ts";

export type { DictData, PyDict } from "./dict-table.ts";

export function isDict(o: PyObject): o is PyDict {
  return hasFlag(o.type, TypeFlag.DictSubclass);
}

/** `{}` [PyDict_New] */
export function newDict(rt: Runtime): PyDict {
  return newDictOf(rt, rt.types.dict);
}

export function newDictOf(rt: Runtime, type: PyType): PyDict {
  const dict = rt.heap.create<DictData>(type, newDictData());
  if (!rt.profile.untracksDicts || type !== rt.types.dict) rt.heap.track(dict);
  return dict;
}

/** `{}` with room for `n` entries. [_PyDict_NewPresized] */
export function newDictPresized(rt: Runtime, n: number, isUnicode: boolean): PyDict {
  const dict = newDict(rt);
  if (n > 5) resizeDict(rt, dict, log2KeySizeFor(rt.profile, Math.min(n, 87_381)), isUnicode);
  return dict;
}

/** Number of entries. */
export function dictSize(dict: PyObject): number {
  const d = (dict as PyDict).payload;
  return d.split === null ? d.used : countValues(d);
}

// ---- look-up -------------------------------------------------------------------------------------------------

/** The value under the text; borrowed, null when there is none. Never raises. */
export function dictGetText(dict: PyObject, name: string): PyObject | null {
  return lookText((dict as PyDict).payload, name);
}

/** The value under `key`; borrowed. null: missing, or an exception is set. [PyDict_GetItemWithError] */
export function dictGet(rt: Runtime, dict: PyObject, key: PyObject): PyObject | null {
  const d = (dict as PyDict).payload;
  if (key.type === rt.types.str && d.byHash === null) return lookText(d, text(key));
  const at = findKey(rt, d, key);
  return at < 0 ? null : entryValue(d, at);
}

/** [PyDict_Contains] */
export function dictContains(rt: Runtime, dict: PyObject, key: PyObject): boolean | null {
  const at = findKey(rt, (dict as PyDict).payload, key);
  return at === -2 ? null : at >= 0;
}

/** Whether a key whose hash is known is in; null: an exception is set. [_PyDict_Contains_KnownHash] */
export function dictContainsHashed(
  rt: Runtime,
  dict: PyObject,
  key: PyObject,
  h: number | bigint | null,
): boolean | null {
  if (h === null || key.type === rt.types.str) return dictContains(rt, dict, key);
  const at = findHashed(rt, (dict as PyDict).payload, key, h);
  return at === -2 ? null : at >= 0;
}

function entryValue(d: DictData, at: number): PyObject | null {
  return d.split === null ? (d.values[at] ?? null) : (d.split.values?.[at] ?? null);
}

// ---- insertion -----------------------------------------------------------------------------------------------

/** `dict[key] = value`; false with an exception. [PyDict_SetItem] */
export function dictSet(rt: Runtime, dict: PyObject, key: PyObject, value: PyObject): boolean {
  const self = dict as PyDict;
  if (key.type === rt.types.str) return setStr(rt, self, key, value);
  const holdsKey = rt.profile.dictHoldsBeforeHash;
  if (holdsKey) hold(rt, "key looked up", newRef(key));
  const h = keyHash(rt, key);
  if (holdsKey) dropHeld(rt, "key looked up", key);
  return h !== null && dictSetHashed(rt, dict, key, h, value);
}

/** What is under `key`, put there if nothing was: one hash, one search. Borrowed; null with an exception. [PyDict_SetDefault] */
export function dictSetDefault(
  rt: Runtime,
  dict: PyObject,
  key: PyObject,
  fallback: PyObject,
): PyObject | null {
  const self = dict as PyDict;
  const d = self.payload;
  if (key.type === rt.types.str) {
    const known = dictGet(rt, dict, key);
    if (known !== null || rt.thread.exception !== null) return known;
    return setStr(rt, self, key, fallback) ? fallback : null;
  }
  const h = keyHash(rt, key);
  if (h === null) return null;
  const at = findHashed(rt, d, key, h);
  if (at === -2) return null;
  if (at >= 0) return entryValue(d, at);
  return insert(rt, self, at, key, h, fallback) ? fallback : null;
}

/** Under a key whose hash is known; null: an exact str. [_PyDict_SetItem_KnownHash] */
export function dictSetHashed(
  rt: Runtime,
  dict: PyObject,
  key: PyObject,
  h: number | bigint | null,
  value: PyObject,
): boolean {
  const self = dict as PyDict;
  if (h === null || key.type === rt.types.str) return setStr(rt, self, key, value);
  const d = self.payload;
  if (generalizesFirst(rt, d)) growDict(rt, self, false);
  // What is about to be stored is held while keys compare.
  hold(rt, "key looked up", newRef(key));
  hold(rt, "value in use", newRef(value));
  const at = findHashed(rt, d, key, h);
  const done = at !== -2 && insert(rt, self, at, key, h, value);
  dropHeld(rt, "key looked up", key);
  dropHeld(rt, "value in use", value);
  return done;
}

/** Whether a key that is no exact str makes the table a general one even where the key turns out to be there. */
function generalizesFirst(rt: Runtime, d: DictData): boolean {
  if (d.split !== null) return rt.profile.instanceLayout !== "inline";
  return rt.profile.dictGeneralizesFirst && d.isUnicode && d.log2Size !== 0;
}

function insert(
  rt: Runtime,
  self: PyDict,
  at: number,
  key: PyObject,
  h: number | bigint,
  value: PyObject,
): boolean {
  const d = self.payload;
  maintainTracking(rt, self, key, value);
  if (at >= 0) {
    replaceValue(rt, self, at, key, value);
    return true;
  }
  if (d.split !== null) growDict(rt, self, false);
  else if (d.log2Size === 0) startTable(rt, self, false);
  else if (d.isUnicode && rt.profile.unicodeEntryBytes < 24) growDict(rt, self, false);
  else d.isUnicode = false;
  append(rt, self, key, h, value);
  return true;
}

/** `dict["name"] = value` for the machine's own names. */
export function dictSetText(rt: Runtime, dict: PyObject, name: string, value: PyObject): boolean {
  const key = rt.intern(name);
  hold(rt, "key looked up", key);
  const done = setStr(rt, dict as PyDict, key, value);
  dropHeld(rt, "key looked up", key);
  return done;
}

function setStr(rt: Runtime, self: PyDict, key: PyObject, value: PyObject): boolean {
  const d = self.payload;
  if (!rt.heap.isTracked(self)) maintainTracking(rt, self, key, value);
  if (d.split !== null && setSplit(rt, self, d.split, key, value)) return true;
  const at = d.byHash === null ? findText(d, text(key)) : findKey(rt, d, key);
  if (at === -2) return false;
  if (at >= 0) {
    replaceValue(rt, self, at, key, value);
    return true;
  }
  if (d.log2Size === 0) startTable(rt, self, true);
  append(rt, self, key, null, value);
  return true;
}

/** Into a split table if the rules allow it; false: it has become a combined one, go on. */
function setSplit(rt: Runtime, self: PyDict, split: SplitTable, key: PyObject, value: PyObject): boolean {
  const keys = split.keys;
  if (keys === null || split.values === null) return false;
  const known = keys.indexByName.get(text(key));
  const isNew = known === undefined || (split.values[known] ?? null) === null;
  // Up to 3.10 a split dict must be filled in the order of the shared keys.
  const inOrder = !isNew || (known ?? keys.names.length) === countValues(self.payload);
  const index =
    rt.profile.instanceLayout === "dict" && !inOrder ? -1 : addSharedKey(rt, keys, key, text(key));
  if (index < 0) {
    growDict(rt, self, true);
    return false;
  }
  const old = putValue(split, index, newRef(value));
  self.payload.version += 1;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "value", keys.names[index] ?? null, old, value);
  if (old !== null) decref(rt, old);
  return true;
}

function replaceValue(rt: Runtime, self: PyDict, at: number, key: PyObject, value: PyObject): void {
  const d = self.payload;
  const values = d.split?.values ?? d.values;
  const old = values[at] as PyObject;
  values[at] = newRef(value);
  d.version += 1;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "value", d.keys[at] ?? key, old, value);
  decref(rt, old);
}

/** A new entry at the end of a combined table. */
function append(rt: Runtime, self: PyDict, key: PyObject, h: number | bigint | null, value: PyObject): void {
  const d = self.payload;
  if (d.usable <= 0) growDict(rt, self, true);
  const at = d.keys.length;
  d.keys.push(newRef(key));
  d.values.push(newRef(value));
  d.hashes.push(h);
  d.usable -= 1;
  d.used += 1;
  d.version += 1;
  d.added += 1;
  indexEntry(d, at);
  if (rt.recorder === null) return;
  rt.recorder.slotWrite(self, "key", key, null, key);
  rt.recorder.slotWrite(self, "value", key, null, value);
}

/** A dict with a container in it may be part of a cycle. [MAINTAIN_TRACKING] */
function maintainTracking(rt: Runtime, self: PyDict, key: PyObject, value: PyObject): void {
  if (rt.heap.isTracked(self)) return;
  if (rt.profile.untracksDicts && !mayBeTracked(key) && !mayBeTracked(value)) return;
  rt.heap.track(self);
}

// ---- deletion ------------------------------------------------------------------------------------------------

/** `del dict[key]`. false: missing (no exception set) or an exception. */
export function dictDelete(rt: Runtime, dict: PyObject, key: PyObject): boolean {
  const value = dictTake(rt, dict, key);
  if (value === null) return false;
  decref(rt, value);
  return true;
}

/** `del dict["name"]`; false when it is missing. */
export function dictDeleteText(rt: Runtime, dict: PyObject, name: string): boolean {
  const key = rt.intern(name);
  hold(rt, "key looked up", key);
  const done = dictDelete(rt, dict, key);
  dropHeld(rt, "key looked up", key);
  return done;
}

/** Takes the entry out and returns its value, now the caller's. null: missing, or an exception is set. */
export function dictTake(rt: Runtime, dict: PyObject, key: PyObject): PyObject | null {
  const self = dict as PyDict;
  const d = self.payload;
  let at = findKey(rt, d, key);
  if (at < 0) return null;
  if (d.split !== null) {
    if (rt.profile.instanceLayout !== "dict") return takeSplit(rt, self, d.split, at);
    // Up to 3.10 a split table has no holes.
    const name = text(d.split.keys?.names[at] as PyObject);
    resizeDict(rt, self, d.split.keys?.log2Size ?? 3, true);
    at = findText(d, name);
  }
  return removeAt(rt, self, at);
}

function takeSplit(rt: Runtime, self: PyDict, split: SplitTable, index: number): PyObject | null {
  const value = takeValue(split, index);
  self.payload.version += 1;
  if (rt.recorder !== null)
    rt.recorder.slotWrite(self, "value", split.keys?.names[index] ?? null, value, null);
  return value;
}

/** Empties entry `at` of a combined table; drops the key, hands over the value. */
export function removeAt(rt: Runtime, self: PyDict, at: number): PyObject {
  const d = self.payload;
  const key = d.keys[at] as PyObject;
  const value = d.values[at] as PyObject;
  unindexEntry(d, at);
  d.keys[at] = null;
  d.values[at] = null;
  d.used -= 1;
  d.version += 1;
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(self, "value", key, value, null);
    rt.recorder.slotWrite(self, "key", key, key, null);
  }
  hold(rt, "value in use", value);
  decref(rt, key);
  letGo(rt, "value in use", value);
  return value;
}

/** `dict.clear()` [PyDict_Clear] */
export function dictClear(rt: Runtime, dict: PyObject): void {
  const self = dict as PyDict;
  const d = self.payload;
  if (d.split !== null) {
    clearSplit(rt, self, d.split);
    return;
  }
  if (d.log2Size === 0) return;
  const { keys, values } = d;
  d.keys = [];
  d.values = [];
  d.hashes = [];
  d.byText = null;
  d.byHash = null;
  d.used = 0;
  d.version += 1;
  dropTable(rt, self);
  const taken: PyObject[] = [];
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? null;
    const value = values[i] ?? null;
    if (key === null || value === null) continue;
    if (rt.recorder !== null) {
      rt.recorder.slotWrite(self, "value", key, value, null);
      rt.recorder.slotWrite(self, "key", key, key, null);
    }
    taken.push(key, value);
  }
  dropTaken(rt, "items taken out", taken);
}

function clearSplit(rt: Runtime, self: PyDict, split: SplitTable): void {
  const d = self.payload;
  const { keys, values } = split;
  if (values === null) return;
  // From 3.13 the values inside the instance stay its dict's.
  const isInside = "dict" in split && split.dict === self;
  split.values = isInside ? values.map(() => null) : null;
  split.order = null;
  d.version += 1;
  if (!isInside) {
    rt.heap.freeRaw(split.valuesBlock, 0);
    d.split = null;
    d.log2Size = 0;
    d.usable = 0;
  }
  const taken: PyObject[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? null;
    if (value === null) continue;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "value", keys?.names[i] ?? null, value, null);
    taken.push(value);
  }
  dropTaken(rt, "items taken out", taken);
  if (keys !== null && !isInside) releaseSharedKeys(rt, keys);
}

// ---- walking -------------------------------------------------------------------------------------------------

/** The entries as they stand: borrowed pairs. */
export function dictItems(dict: PyObject): [PyObject, PyObject][] {
  const d = (dict as PyDict).payload;
  const items: [PyObject, PyObject][] = [];
  const count = positionCount(d);
  for (let i = 0; i < count; i += 1) {
    const key = keyAt(d, i);
    const value = valueAt(d, i);
    if (key !== null && value !== null) items.push([key, value]);
  }
  return items;
}

/**
 * The entries one by one, for walks on which the program's own code may change the dict: borrowed key, value, and the stored
 * hash (null of an exact str). [_PyDict_Next]
 */
export function* dictWalk(dict: PyObject): Generator<[PyObject, PyObject, number | bigint | null]> {
  const d = (dict as PyDict).payload;
  for (let i = 0; i < positionCount(d); i += 1) {
    const key = keyAt(d, i);
    const value = valueAt(d, i);
    if (key !== null && value !== null) yield [key, value, d.split === null ? (d.hashes[i] ?? null) : null];
  }
}

export function dictKeys(dict: PyObject): PyObject[] {
  return dictItems(dict).map(([key]) => key);
}

export function dictValues(dict: PyObject): PyObject[] {
  return dictItems(dict).map(([, value]) => value);
}

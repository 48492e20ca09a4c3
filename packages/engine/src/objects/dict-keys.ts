/**
 * The size of a dict's key table, when it grows, and split tables becoming combined ones.
 * [mirrors new_keys_object, dictresize, calculate_log2_keysize, estimate_log2_keysize in Objects/dictobject.c]
 */
import { keepFree, takeFree } from "../memory/freelist.ts";
import { keep, keepNoMore } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import type { Profile } from "../version.ts";
import { compact, type DictData, type PyDict, reindex } from "./dict-table.ts";
import type { PyObject, Runtime, SharedKeys } from "./object.ts";

/** log2 of the smallest table. [PyDict_LOG_MINSIZE] */
const logMinSize = 3;
/** Tables of the smallest size are kept for reuse beside the dict objects, as items "1" of the dict's free list. */
const keysFreeIndex = 1;

/** Entries a table of 2^log2Size slots takes. [USABLE_FRACTION] */
export function usableFraction(log2Size: number): number {
  return log2Size === 0 ? 0 : Math.floor((2 ** log2Size * 2) / 3);
}

/** log2 of the table for at least `minSize` slots. [calculate_log2_keysize] */
export function log2KeySize(profile: Profile, minSize: number): number {
  if (profile.dictSizeRoundsUp) return 32 - Math.clz32(((minSize | 8) - 1) | 7);
  return Math.max(logMinSize, 32 - Math.clz32(Math.max(minSize, 8) - 1));
}

/** log2 of a table with room for `n` entries. [estimate_log2_keysize] */
export function log2KeySizeFor(profile: Profile, n: number): number {
  return log2KeySize(profile, Math.floor((n * 3 + 1) / 2));
}

/** Bytes of a key table. [_PyDict_KeysSize] */
export function keysBytes(profile: Profile, log2Size: number, isUnicode: boolean): number {
  if (log2Size === 0) return 0;
  const slots = 2 ** log2Size;
  const indexBytes = slots <= 0xff ? 1 : slots <= 0xffff ? 2 : 4;
  const entryBytes = isUnicode ? profile.unicodeEntryBytes : 24;
  return profile.dictKeysHeaderBytes + slots * indexBytes + usableFraction(log2Size) * entryBytes;
}

function allocKeys(rt: Runtime, log2Size: number, isUnicode: boolean): number {
  const freeList = rt.types.dict.payload.freeList;
  const bytes = keysBytes(rt.profile, log2Size, isUnicode);
  if (log2Size === logMinSize && keepsKeys(rt, isUnicode) && freeList !== null) {
    const kept = takeFree(freeList, keysFreeIndex) || rt.heap.takeLeftAtStart(freeList, keysFreeIndex, bytes);
    if (kept !== 0) return kept;
  }
  return rt.heap.allocRaw(bytes);
}

function freeKeys(rt: Runtime, block: number, log2Size: number, isUnicode: boolean): void {
  if (block === 0) return;
  const freeList = rt.types.dict.payload.freeList;
  // A library's table lies outside the program's memory.
  if (log2Size === logMinSize && keepsKeys(rt, isUnicode) && freeList !== null && !rt.heap.isOutside(block)) {
    if (keepFree(freeList, keysFreeIndex, block)) return;
  }
  rt.heap.freeRaw(block, keysBytes(rt.profile, log2Size, isUnicode));
}

/** From 3.11 only the tables of str keys are kept. */
function keepsKeys(rt: Runtime, isUnicode: boolean): boolean {
  return isUnicode || rt.profile.unicodeEntryBytes === 24;
}

/** Makes the table anew with 2^log2Size slots; a split dict becomes a combined one. [dictresize] */
export function resizeDict(rt: Runtime, dict: PyDict, log2Size: number, isUnicode: boolean): void {
  const d = dict.payload;
  const oldBlock = d.block;
  const oldLog2 = d.log2Size;
  const oldUnicode = d.isUnicode;
  const nowUnicode = isUnicode && d.isUnicode;
  rt.charge(d.used >> 3, 0);
  d.block = allocKeys(rt, log2Size, nowUnicode);
  if (d.split !== null) combine(rt, dict);
  else compact(d);
  d.log2Size = log2Size;
  d.isUnicode = nowUnicode;
  d.usable = usableFraction(log2Size) - d.used;
  d.version += 1;
  freeKeys(rt, oldBlock, oldLog2, oldUnicode);
}

/** Room for one more entry. [insertion_resize with GROWTH_RATE] */
export function growDict(rt: Runtime, dict: PyDict, isUnicode: boolean): void {
  const used = dict.payload.split === null ? dict.payload.used : countValues(dict.payload);
  resizeDict(rt, dict, log2KeySize(rt.profile, used * 3), isUnicode);
}

/** The first entry of an empty dict. [insert_to_emptydict] */
export function startTable(rt: Runtime, dict: PyDict, isUnicode: boolean): void {
  const d = dict.payload;
  d.block = allocKeys(rt, logMinSize, isUnicode);
  d.log2Size = logMinSize;
  d.isUnicode = isUnicode;
  d.usable = usableFraction(logMinSize);
}

/** Gives the table back; the entries have been taken care of. */
export function dropTable(rt: Runtime, dict: PyDict): void {
  const d = dict.payload;
  freeKeys(rt, d.block, d.log2Size, d.isUnicode);
  d.block = 0;
  d.log2Size = 0;
  d.usable = 0;
  d.isUnicode = true;
}

export function countValues(d: DictData): number {
  const values = d.split?.values ?? [];
  let used = 0;
  for (let i = 0; i < values.length; i += 1) if ((values[i] ?? null) !== null) used += 1;
  return used;
}

/** Moves a split table's values into entries of the dict's own; the keys get references of their own. */
function combine(rt: Runtime, dict: PyDict): void {
  const d = dict.payload;
  const split = d.split;
  if (split === null) return;
  const names = split.keys?.names ?? [];
  const values = split.values ?? [];
  const order = split.order ?? values.map((_, i) => i);
  d.keys = [];
  d.values = [];
  d.hashes = [];
  for (const i of order) {
    const value = values[i] ?? null;
    if (value === null) continue;
    const key = newRef(names[i] as PyObject);
    d.keys.push(key);
    d.values.push(value);
    d.hashes.push(null);
    if (rt.recorder !== null) rt.recorder.slotWrite(dict, "key", key, null, key);
  }
  d.used = d.keys.length;
  // An instance that showed these values has only the dict from now on.
  rt.heap.freeRaw(split.valuesBlock, 0);
  split.valuesBlock = 0;
  split.values = null;
  split.order = null;
  d.split = null;
  if (split.keys !== null) releaseSharedKeys(rt, split.keys);
  reindex(d);
}

/** The holder of the names in tables that instances share. */
export const sharedNames = "shared attribute names";

/** A split dict or the class lets go of the keys. [dictkeys_decref] */
export function releaseSharedKeys(rt: Runtime, keys: SharedKeys): void {
  keys.refs -= 1;
  if (rt.recorder !== null) rt.recorder.keysChange(keys);
  if (keys.refs > 0) return;
  for (const name of keys.names) {
    keepNoMore(rt, sharedNames, name);
    decref(rt, name);
  }
  keys.names.length = 0;
  keys.indexByName.clear();
}

/** Adds a name to shared keys; −1 when there is no room. The name is borrowed. [insert_split_key] */
export function addSharedKey(rt: Runtime, keys: SharedKeys, name: PyObject, nameText: string): number {
  const known = keys.indexByName.get(nameText);
  if (known !== undefined) return known;
  if (keys.usable <= 0) return -1;
  keys.usable -= 1;
  const index = keys.names.length;
  keys.names.push(newRef(name));
  keep(rt, sharedNames, name);
  if (rt.recorder !== null) rt.recorder.keysChange(keys);
  keys.indexByName.set(nameText, index);
  return index;
}

/** Finding a key that is no plain str: hashes, equality, and keys with a mind of their own.   [mirrors _Py_dict_lookup] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { equals, hash, strText } from "./abstract.ts";
import { type DictData, findText, keyAt, positionCount } from "./dict-table.ts";
import { exceptionMatches, raise, takeException } from "./errors.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { isStr, text } from "./str-object.ts";

/** Position of `key` (index in a split table); −1 missing, −2 an exception is set. */
export function findKey(rt: Runtime, d: DictData, key: PyObject): number {
  if (key.type === rt.types.str) {
    const at = findText(d, text(key));
    if (at >= 0 || d.byHash === null) return at;
    const h = hash(rt, key);
    return h === null ? -2 : findByHash(rt, d, key, h);
  }
  const h = keyHash(rt, key);
  return h === null ? -2 : findHashed(rt, d, key, h);
}

export function findHashed(rt: Runtime, d: DictData, key: PyObject, h: number | bigint): number {
  const at = findByHash(rt, d, key, h);
  if (at !== -1 || !isOwnMinded(key)) return at;
  return findAmongTexts(rt, d, key, h);
}

/** Its equality may take a str for its like: a subclass of str, or a Python class with a hash of its own. */
function isOwnMinded(key: PyObject): boolean {
  return hasFlag(key.type, TypeFlag.HeapType) && !hasFlag(key.type, TypeFlag.TypeSubclass);
}

/** The hash of a key, or the complaint. */
export function keyHash(rt: Runtime, key: PyObject): number | bigint | null {
  const h = hash(rt, key);
  if (h === null && rt.profile.unhashableNamesUse && exceptionMatches(rt, "TypeError"))
    return renameUnhashable(rt, key, "a dict key");
  return h;
}

/** "cannot use 'list' as a dict key (unhashable type: 'list')" [dict_unhashable_type] */
export function renameUnhashable(rt: Runtime, key: PyObject, use: string): null {
  const exception = takeException(rt);
  if (exception === null) return null;
  const reason = strText(rt, exception);
  decref(rt, exception);
  if (reason === null) return null;
  return raise(rt, "TypeError", `cannot use '${key.type.payload.name}' as ${use} (${reason})`);
}

function findByHash(rt: Runtime, d: DictData, key: PyObject, h: number | bigint): number {
  const candidates = d.byHash?.get(h);
  if (candidates === undefined) return -1;
  for (let i = 0; i < candidates.length; i += 1) {
    const at = candidates[i] as number;
    const { keys, log2Size } = d;
    const entry = d.keys[at] as PyObject;
    if (entry === key) return at;
    if (entry.type === rt.types.int && key.type === rt.types.int) {
      if (entry.payload === key.payload) return at;
      continue;
    }
    const same = compareKeys(rt, entry, key);
    if (same === null) return -2;
    // Only another table or another key in this entry make the look-up begin again; other entries may come and go.
    if (d.keys !== keys || d.log2Size !== log2Size || d.keys[at] !== entry) return findHashed(rt, d, key, h);
    if (same) return at;
    if (d.byHash?.get(h) !== candidates) return -1;
    if (candidates[i] !== at) i = candidates.indexOf(at);
  }
  return -1;
}

function findAmongTexts(rt: Runtime, d: DictData, key: PyObject, h: number | bigint): number {
  const version = d.version;
  const count = positionCount(d);
  for (let i = 0; i < count; i += 1) {
    const entry = keyAt(d, i);
    if (entry === null || !isStr(entry)) continue;
    if (hash(rt, entry) !== h) continue;
    const same = compareKeys(rt, entry, key);
    if (same === null) return -2;
    if (d.version !== version) return findHashed(rt, d, key, h);
    if (same) return findText(d, text(entry));
  }
  return -1;
}

function compareKeys(rt: Runtime, entry: PyObject, key: PyObject): boolean | null {
  newRef(entry);
  rt.charge(1, 0);
  hold(rt, "key compared", entry);
  const same = equals(rt, entry, key);
  dropHeld(rt, "key compared", entry);
  return same;
}

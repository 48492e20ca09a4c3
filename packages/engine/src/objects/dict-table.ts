/**
 * The hash table inside a dict.   [mirrors PyDictKeysObject and the look-ups of Objects/dictobject.c]
 *
 * Entries stay in insertion order with holes where one was deleted, as in CPython; `log2Size` and `usable` follow CPython's
 * table so that its sizes and its moments of growth come out right. How an entry is found is our own: exact strings by
 * their text (a scan while there are few, a Map then), all others by their hash. A leaf file: look-ups by text call nobody.
 */
import type { PyObject, SplitTable } from "./object.ts";
import { text } from "./str-object.ts";

export interface DictData {
  /** Entries: key, value, and the hash of a key that is no exact str. null key: deleted (or never used). */
  keys: (PyObject | null)[];
  values: (PyObject | null)[];
  hashes: (number | bigint | null)[];
  used: number;
  /** log2 of the index table's slots; 0 is the shared empty table. */
  log2Size: number;
  /** Entries that may still be added before the table grows. */
  usable: number;
  /** All keys were exact str since the table was made (16-byte entries from 3.11). */
  isUnicode: boolean;
  /** Entry by text of an exact str key; null while a scan is as good. */
  byText: Map<string, number> | null;
  /** Entries by hash, of the keys that are no exact str. */
  byHash: Map<number | bigint, number[]> | null;
  /** A split table's keys and values; `keys`, `values` and `hashes` are unused then. */
  split: SplitTable | null;
  /** Changes with every change of the dict. */
  version: number;
  /** Entries ever added: while it and `keys` stand, a name that was missing is missing; for the machine's caches. */
  added: number;
  /** The block of the key table. */
  block: number;
}

export type PyDict = PyObject<DictData>;

/** Up to this many entries a scan beats a Map. */
const scanLimit = 8;

export function newDictData(): DictData {
  return {
    keys: [],
    values: [],
    hashes: [],
    used: 0,
    log2Size: 0,
    usable: 0,
    isUnicode: true,
    byText: null,
    byHash: null,
    split: null,
    version: 0,
    added: 0,
    block: 0,
  };
}

/** Position of an exact str key, −1 when there is none. Compares texts only: see dict.ts for keys with a mind of their own. */
export function findText(d: DictData, name: string): number {
  if (d.split !== null) {
    const index = d.split.keys?.indexByName.get(name);
    return index === undefined || (d.split.values?.[index] ?? null) === null ? -1 : index;
  }
  if (d.byText !== null) return d.byText.get(name) ?? -1;
  const keys = d.keys;
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as PyObject | null;
    if (key !== null && d.hashes[i] === null && text(key) === name) return i;
  }
  return -1;
}

/** The value under an exact str key; borrowed, null when there is none. */
export function lookText(d: DictData, name: string): PyObject | null {
  if (d.split !== null) {
    const index = d.split.keys?.indexByName.get(name);
    return index === undefined ? null : (d.split.values?.[index] ?? null);
  }
  if (d.byText !== null) {
    const at = d.byText.get(name);
    return at === undefined ? null : (d.values[at] as PyObject | null);
  }
  const at = findText(d, name);
  return at < 0 ? null : (d.values[at] as PyObject | null);
}

/** The value of an entry that `findText` found; borrowed. */
export function entryAt(d: DictData, at: number): PyObject {
  return (d.split === null ? d.values[at] : d.split.values?.[at]) as PyObject;
}

/** Puts entry `at` (already stored) into the index. */
export function indexEntry(d: DictData, at: number): void {
  const key = d.keys[at] as PyObject;
  const hash = d.hashes[at] as number | bigint | null;
  if (hash === null) {
    if (d.byText !== null) d.byText.set(text(key), at);
    else if (d.keys.length > scanLimit) rebuildTextIndex(d);
    return;
  }
  d.byHash ??= new Map();
  const same = d.byHash.get(hash);
  if (same === undefined) d.byHash.set(hash, [at]);
  else same.push(at);
}

/** Takes entry `at` out of the index; call before it is cleared. */
export function unindexEntry(d: DictData, at: number): void {
  const hash = d.hashes[at] as number | bigint | null;
  if (hash === null) {
    d.byText?.delete(text(d.keys[at] as PyObject));
    return;
  }
  const same = d.byHash?.get(hash);
  if (same === undefined) return;
  if (same.length === 1) d.byHash?.delete(hash);
  else same.splice(same.indexOf(at), 1);
}

/** Moves the entries together and indexes them anew. */
export function compact(d: DictData): void {
  let next = 0;
  const { keys, values, hashes } = d;
  for (let i = 0; i < keys.length; i += 1) {
    if (keys[i] === null) continue;
    keys[next] = keys[i] as PyObject;
    values[next] = values[i] as PyObject;
    hashes[next] = hashes[i] as number | bigint | null;
    next += 1;
  }
  if (next === keys.length) return;
  keys.length = next;
  values.length = next;
  hashes.length = next;
  reindex(d);
}

export function reindex(d: DictData): void {
  const hadTexts = d.byText !== null;
  d.byText = null;
  d.byHash = null;
  for (let i = 0; i < d.keys.length; i += 1) if (d.keys[i] !== null && d.hashes[i] !== null) indexEntry(d, i);
  if (hadTexts || d.keys.length > scanLimit) rebuildTextIndex(d);
}

function rebuildTextIndex(d: DictData): void {
  const index = new Map<string, number>();
  for (let i = 0; i < d.keys.length; i += 1) {
    const key = d.keys[i] as PyObject | null;
    if (key !== null && d.hashes[i] === null) index.set(text(key), i);
  }
  d.byText = index;
}

// ---- positions: what an iterator walks over, split or not ------------------------------------------------------

/** Positions there are, holes included. */
export function positionCount(d: DictData): number {
  const split = d.split;
  if (split === null) return d.keys.length;
  return split.order === null ? (split.values?.length ?? 0) : split.order.length;
}

/** The key at a position; null for a hole. Borrowed. */
export function keyAt(d: DictData, position: number): PyObject | null {
  const split = d.split;
  if (split === null) return d.keys[position] ?? null;
  const index = split.order === null ? position : (split.order[position] as number);
  return (split.values?.[index] ?? null) === null ? null : (split.keys?.names[index] ?? null);
}

/** The value at a position; null for a hole. Borrowed. */
export function valueAt(d: DictData, position: number): PyObject | null {
  const split = d.split;
  if (split === null) return d.values[position] ?? null;
  const index = split.order === null ? position : (split.order[position] as number);
  return split.values?.[index] ?? null;
}

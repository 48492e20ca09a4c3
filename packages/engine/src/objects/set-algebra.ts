/**
 * Union, intersection and their like, in the order CPython walks, since that order shows in the results.
 * [mirrors set_update_internal, set_intersection, set_difference, set_symmetric_difference in Objects/setobject.c]
 */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { getIter, iterNext } from "./abstract.ts";
import { dictContainsHashed, dictSize, dictWalk, isDict } from "./dict.ts";
import { clearException } from "./errors.ts";
import type { PyObject, PyType, Runtime } from "./object.ts";
import {
  addEntry,
  discardEntry,
  elementHash,
  findElement,
  type Hash,
  isAnySet,
  mergeSet,
  newSetOf,
  type PySet,
  resizeTable,
  setClear,
  setWalk,
  swapBodies,
  untrackAtomic,
} from "./set-object.ts";

/** Calls `use` for every item; false with an exception. */
function forEachItem(rt: Runtime, iterable: PyObject, use: (key: PyObject, hash: Hash) => boolean): boolean {
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  if (rt.recorder !== null) rt.recorder.nativeHold("set operation", iterator);
  let done = true;
  while (done) {
    const key = iterNext(rt, iterator);
    if (key === null) break;
    rt.charge(1, 0);
    hold(rt, "key looked up", key);
    const hash = elementHash(rt, key);
    done = hash !== null && use(key, hash);
    dropHeld(rt, "key looked up", key);
  }
  if (rt.recorder !== null) rt.recorder.nativeRelease("set operation", iterator);
  decref(rt, iterator);
  return done && rt.thread.exception === null;
}

/** `set.update(other)` [set_update_internal] */
export function updateSet(rt: Runtime, set: PySet, other: PyObject): boolean {
  if (isAnySet(other)) return mergeSet(rt, set, other);
  if (other.type === rt.types.dict) {
    const data = set.payload;
    const size = dictSize(other);
    if (size < 0) return false;
    if ((data.fill + size) * 5 >= data.mask * 3) resizeTable(rt, set, (data.used + size) * 2);
    for (const [key, , stored] of dictWalk(other)) {
      const hash = stored ?? elementHash(rt, key);
      if (hash === null || !addEntry(rt, set, key, hash)) return false;
    }
    return true;
  }
  return forEachItem(rt, other, (key, hash) => addEntry(rt, set, key, hash));
}

/** A new set or frozenset of `type` with the items of `iterable`; null with an exception. [make_new_set] */
export function makeSet(rt: Runtime, type: PyType, iterable: PyObject | null): PySet | null {
  const set = newSetOf(rt, type);
  if (iterable === null || updateSet(rt, set, iterable)) {
    untrackAtomic(rt, set);
    return set;
  }
  decref(rt, set);
  return null;
}

/** `set` or `frozenset`, whichever the object is an instance of: results never are of a subclass. */
export function baseTypeOf(rt: Runtime, o: PyObject): PyType {
  const { set, frozenset } = rt.types;
  return o.type === frozenset || o.type.payload.mroTypes.includes(frozenset) ? frozenset : set;
}

export function copySet(rt: Runtime, set: PyObject): PySet | null {
  return makeSet(rt, baseTypeOf(rt, set), set);
}

/** `a & other` [set_intersection] */
export function intersect(rt: Runtime, set: PySet, other: PyObject): PySet | null {
  if (set === other) return copySet(rt, set);
  const result = newSetOf(rt, baseTypeOf(rt, set));
  hold(rt, "result in use", result);
  const done = isAnySet(other)
    ? intersectSets(rt, result, set, other)
    : forEachItem(rt, other, (key, hash) => addIfIn(rt, result, set, key, hash));
  letGo(rt, "result in use", result);
  if (done) return result;
  decref(rt, result);
  return null;
}

/** Walks the smaller one. */
function intersectSets(rt: Runtime, result: PySet, set: PySet, other: PySet): boolean {
  const swap = other.payload.used > set.payload.used;
  const walked = swap ? set : other;
  const asked = swap ? other : set;
  for (const [key, hash] of setWalk(walked)) {
    rt.charge(1, 0);
    hold(rt, "key looked up", newRef(key));
    const done = addIfIn(rt, result, asked, key, hash);
    dropHeld(rt, "key looked up", key);
    if (!done) return false;
  }
  return true;
}

function addIfIn(rt: Runtime, result: PySet, set: PySet, key: PyObject, hash: Hash): boolean {
  const found = findElement(rt, set, key, hash);
  if (found === null) return false;
  return found < 0 || addEntry(rt, result, key, hash);
}

/** `a - other` [set_difference] */
export function subtract(rt: Runtime, set: PySet, other: PyObject): PySet | null {
  if (!isAnySet(other) && !isDict(other)) return copyAndSubtract(rt, set, other);
  const otherSize = isAnySet(other) ? other.payload.used : dictSize(other);
  if (set.payload.used >> 2 > otherSize) return copyAndSubtract(rt, set, other);
  const result = newSetOf(rt, baseTypeOf(rt, set));
  for (const [key, hash] of setWalk(set)) {
    rt.charge(1, 0);
    hold(rt, "key looked up", newRef(key));
    const isIn = isAnySet(other) ? findElement(rt, other, key, hash) : findInDict(rt, other, key, hash);
    const done = isIn !== null && (isIn >= 0 || addEntry(rt, result, key, hash));
    dropHeld(rt, "key looked up", key);
    if (done) continue;
    decref(rt, result);
    return null;
  }
  return result;
}

function findInDict(rt: Runtime, dict: PyObject, key: PyObject, hash: Hash): number | null {
  const isIn = dictContainsHashed(rt, dict, key, hash);
  return isIn === null ? null : isIn ? 0 : -1;
}

function copyAndSubtract(rt: Runtime, set: PySet, other: PyObject): PySet | null {
  const result = copySet(rt, set);
  if (result === null || subtractUpdate(rt, result, other)) return result;
  decref(rt, result);
  return null;
}

/** `set -= other` [set_difference_update_internal] */
export function subtractUpdate(rt: Runtime, set: PySet, other: PyObject): boolean {
  if (set === other) {
    setClear(rt, set);
    return true;
  }
  if (isAnySet(other)) {
    for (const [key, hash] of setWalk(other)) {
      hold(rt, "key looked up", newRef(key));
      const done = discardEntry(rt, set, key, hash);
      dropHeld(rt, "key looked up", key);
      if (done === null) return false;
    }
  } else if (!forEachItem(rt, other, (key, hash) => discardEntry(rt, set, key, hash) !== null)) {
    return false;
  }
  const { fill, used, mask } = set.payload;
  if (fill - used > Math.floor(mask / 5)) resizeTable(rt, set, used > 50_000 ? used * 2 : used * 4);
  return true;
}

/** `set ^= other` [set_symmetric_difference_update] */
export function toggleUpdate(rt: Runtime, set: PySet, other: PyObject): boolean {
  if (set === other) {
    setClear(rt, set);
    return true;
  }
  if (isDict(other)) return toggleAll(rt, set, dictKeysHashed(rt, other));
  const own = isAnySet(other) ? (newRef(other) as PySet) : makeSet(rt, baseTypeOf(rt, set), other);
  if (own === null) return false;
  const done = toggleAll(rt, set, setWalk(own));
  decref(rt, own);
  return done;
}

function* dictKeysHashed(rt: Runtime, dict: PyObject): Generator<readonly [PyObject, Hash]> {
  for (const [key, , stored] of dictWalk(dict)) yield [key, stored ?? (elementHash(rt, key) as Hash)];
}

function toggleAll(rt: Runtime, set: PySet, entries: Iterable<readonly [PyObject, Hash]>): boolean {
  for (const [key, hash] of entries) {
    hold(rt, "key looked up", newRef(key));
    const wasIn = discardEntry(rt, set, key, hash);
    const done = wasIn !== null && (wasIn || addEntry(rt, set, key, hash));
    dropHeld(rt, "key looked up", key);
    if (!done) return false;
  }
  return true;
}

/** `a ^ other`: a copy of the other one, toggled by this one. [set_symmetric_difference] */
export function toggle(rt: Runtime, set: PySet, other: PyObject): PySet | null {
  const result = makeSet(rt, baseTypeOf(rt, set), other);
  if (result === null || toggleUpdate(rt, result, set)) return result;
  decref(rt, result);
  return null;
}

/** `set &= other` [set_intersection_update] */
export function intersectUpdate(rt: Runtime, set: PySet, other: PyObject): boolean {
  const result = intersect(rt, set, other);
  if (result === null) return false;
  swapBodies(set, result);
  decref(rt, result);
  return true;
}

/** Every element of `set` is in `other`, a set. [set_issubset] */
export function isSubsetOf(rt: Runtime, set: PySet, other: PySet): boolean | null {
  if (set.payload.used > other.payload.used) return false;
  for (const [key, hash] of setWalk(set)) {
    rt.charge(1, 0);
    hold(rt, "key looked up", newRef(key));
    const found = findElement(rt, other, key, hash);
    dropHeld(rt, "key looked up", key);
    if (found === null) return null;
    if (found < 0) return false;
  }
  return true;
}

/** No element in common. [set_isdisjoint] */
export function isDisjoint(rt: Runtime, set: PySet, other: PyObject): boolean | null {
  if (set === other) return set.payload.used === 0;
  if (isAnySet(other)) {
    const swap = other.payload.used > set.payload.used;
    for (const [key, hash] of setWalk(swap ? set : other)) {
      hold(rt, "key looked up", newRef(key));
      const found = findElement(rt, swap ? other : set, key, hash);
      dropHeld(rt, "key looked up", key);
      if (found === null) return null;
      if (found >= 0) return false;
    }
    return true;
  }
  let common = false;
  const done = forEachItem(rt, other, (key, hash) => {
    const found = findElement(rt, set, key, hash);
    common = found !== null && found >= 0;
    return found !== null && !common;
  });
  return common ? false : done ? true : null;
}

export interface LookupKey {
  readonly key: PyObject;
  readonly hash: Hash;
  /** The key was made for the look-up, and is the caller's to drop. */
  readonly isOwn: boolean;
}

/** A hash of its own for a set asked about as an element: it is looked up as a frozenset would be. */
export function lookupKey(rt: Runtime, key: PyObject): LookupKey | null {
  const hash = elementHash(rt, key);
  if (hash !== null) return { key, hash, isOwn: false };
  if (!isAnySet(key)) return null;
  clearException(rt);
  const frozen = makeSet(rt, rt.types.frozenset, key);
  if (frozen === null) return null;
  const frozenHash = elementHash(rt, frozen);
  if (frozenHash !== null) return { key: frozen, hash: frozenHash, isOwn: true };
  decref(rt, frozen);
  return null;
}

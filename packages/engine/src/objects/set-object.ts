/**
 * The set object and its hash table.   [mirrors set_lookkey, set_add_entry, set_table_resize in Objects/setobject.c]
 *
 * The table is CPython's own, probe by probe, because iteration walks it: the order in which a set shows its elements is
 * the order of their slots. Slots hold an element and its hash; a removed element leaves a dummy.
 */
import { dropHeld, dropTaken, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { equals, hash as hashOf } from "./abstract.ts";
import { renameUnhashable } from "./dict-find.ts";
import { exceptionMatches } from "./errors.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { hashHigh, hashLow } from "./siphash.ts";
import { mayBeTracked } from "./tuple-object.ts";

export type Hash = number | bigint;

/** Stands in a slot whose element was removed. */
const dummy = Symbol("dummy");

export interface SetData {
  /** undefined: never used. */
  keys: (PyObject | typeof dummy | undefined)[];
  hashes: Hash[];
  /** Slots in the table, a power of two, minus one. */
  mask: number;
  /** Elements and dummies; elements alone. */
  fill: number;
  used: number;
  /** Where pop looks next. */
  finger: number;
  /** The table's block; 0 while it is the eight slots inside the object. */
  block: number;
  /** Of a frozenset, once asked for. */
  hash: Hash | null;
}

export type PySet = PyObject<SetData>;

const minSlots = 8;
const linearProbes = 9;
export const slotBytes = 16;

export function isAnySet(o: PyObject): o is PySet {
  return hasFlag(o.type, TypeFlag.SetSubclass);
}

export function newSetOf(rt: Runtime, type: PyType): PySet {
  const data: SetData = {
    keys: [],
    hashes: [],
    mask: minSlots - 1,
    fill: 0,
    used: 0,
    finger: 0,
    block: 0,
    hash: null,
  };
  const set = rt.heap.create<SetData>(type, data);
  rt.heap.track(set);
  return set;
}

/** An empty set. [PySet_New(NULL)] */
export function newSet(rt: Runtime): PySet {
  return newSetOf(rt, rt.types.set);
}

/** The elements in table order; borrowed. */
export function setElements(o: PyObject): PyObject[] {
  const { keys, mask } = (o as PySet).payload;
  const elements: PyObject[] = [];
  for (let i = 0; i <= mask; i += 1) {
    const key = keys[i];
    if (key !== undefined && key !== dummy) elements.push(key as PyObject);
  }
  return elements;
}

/** Element and hash of every used slot, in table order. */
export function setEntries(o: PyObject): [PyObject, Hash][] {
  const { keys, hashes, mask } = (o as PySet).payload;
  const entries: [PyObject, Hash][] = [];
  for (let i = 0; i <= mask; i += 1) {
    const key = keys[i];
    if (key !== undefined && key !== dummy) entries.push([key as PyObject, hashes[i] as Hash]);
  }
  return entries;
}

/** The same one by one, for walks on which the program's own code may change the set. [set_next] */
export function* setWalk(o: PyObject): Generator<readonly [PyObject, Hash]> {
  const data = (o as PySet).payload;
  for (let i = 0; i <= data.mask; i += 1) {
    const key = data.keys[i];
    if (key !== undefined && key !== dummy) yield [key as PyObject, data.hashes[i] as Hash];
  }
}

/** The element in a slot, or null. */
export function elementAt(data: SetData, slot: number): PyObject | null {
  const key = data.keys[slot];
  return key === undefined || key === dummy ? null : (key as PyObject);
}

/** Walks the slots a hash may be in, in CPython's order. */
class Probe {
  slot: number;
  private low: number;
  private high: number;
  private base: number;
  private linear: number;
  private readonly mask: number;

  constructor(hash: Hash, mask: number) {
    this.mask = mask;
    this.low = hashLow(hash);
    this.high = hashHigh(hash);
    this.base = this.low & mask;
    this.slot = this.base;
    this.linear = this.base + linearProbes <= mask ? linearProbes : 0;
  }

  advance(): void {
    if (this.linear > 0) {
      this.linear -= 1;
      this.slot += 1;
      return;
    }
    this.low = ((this.low >>> 5) | (this.high << 27)) >>> 0;
    this.high >>>= 5;
    this.base = (this.base * 5 + 1 + this.low) & this.mask;
    this.slot = this.base;
    this.linear = this.base + linearProbes <= this.mask ? linearProbes : 0;
  }
}

/** The slot of an equal element, −1 when there is none; null with an exception. [set_lookkey] */
export function findElement(rt: Runtime, set: PySet, key: PyObject, hash: Hash): number | null {
  for (;;) {
    const found = lookOnce(rt, set, key, hash, null);
    if (found !== "changed") return found;
  }
}

interface FreeSlot {
  /** The slot to put a new element into, and whether it was a dummy's. */
  slot: number;
  isDummy: boolean;
}

function lookOnce(
  rt: Runtime,
  set: PySet,
  key: PyObject,
  hash: Hash,
  free: FreeSlot | null,
): number | null | "changed" {
  const data = set.payload;
  const { keys, hashes, mask } = data;
  for (const probe = new Probe(hash, mask); ; probe.advance()) {
    const { slot } = probe;
    const found = keys[slot];
    if (found === undefined) {
      if (free !== null && free.slot < 0) free.slot = slot;
      return -1;
    }
    if (found === dummy) {
      if (free !== null && rt.profile.setReusesDummies) {
        free.slot = slot;
        free.isDummy = true;
      }
      continue;
    }
    if (hashes[slot] !== hash) continue;
    const element = found as PyObject;
    if (element === key) return slot;
    newRef(element);
    rt.charge(1, 0);
    hold(rt, "value in use", element);
    const same = equals(rt, element, key);
    dropHeld(rt, "value in use", element);
    if (same === null) return null;
    if (data.keys !== keys || keys[slot] !== element) return "changed";
    if (same) return slot;
  }
}

/** Adds an element that may be there already. False with an exception. [set_add_entry] */
export function addEntry(rt: Runtime, set: PySet, key: PyObject, hash: Hash): boolean {
  newRef(key);
  for (;;) {
    const free: FreeSlot = { slot: -1, isDummy: false };
    hold(rt, "key looked up", key);
    const found = lookOnce(rt, set, key, hash, free);
    letGo(rt, "key looked up", key);
    if (found === "changed") continue;
    if (found === null || found >= 0) {
      decref(rt, key);
      return found !== null;
    }
    place(rt, set, key, hash, free);
    return true;
  }
}

/** Puts an owned element into a free slot. */
function place(rt: Runtime, set: PySet, key: PyObject, hash: Hash, free: FreeSlot): void {
  const data = set.payload;
  data.keys[free.slot] = key;
  data.hashes[free.slot] = hash;
  data.used += 1;
  if (rt.recorder !== null) rt.recorder.slotWrite(set, "element", key, null, key);
  if (free.isDummy) return;
  data.fill += 1;
  if (data.fill * 5 >= data.mask * 3)
    resizeTable(rt, set, data.used > 50_000 ? data.used * 2 : data.used * 4);
}

/** A table of more than `minUsed` slots, without dummies. [set_table_resize] */
export function resizeTable(rt: Runtime, set: PySet, minUsed: number): void {
  const data = set.payload;
  let slots = minSlots;
  while (slots <= minUsed) slots *= 2;
  const entries = setEntries(set);
  const oldBytes = tableBytes(data);
  data.mask = slots - 1;
  const bytes = tableBytes(data);
  rt.charge(slots >> 2, Math.max(0, bytes - oldBytes));
  const block = rt.heap.allocRaw(bytes);
  rt.heap.freeRaw(data.block, oldBytes);
  data.block = block;
  if (rt.recorder !== null) rt.recorder.resize(set);
  data.keys = [];
  data.hashes = [];
  data.fill = data.used;
  for (const [key, hash] of entries) insertClean(data, key, hash);
}

/** Bytes of the table outside the object. */
export function tableBytes(data: SetData): number {
  return data.mask + 1 > minSlots ? (data.mask + 1) * slotBytes : 0;
}

/** Into a table without dummies or an equal element. [set_insert_clean] */
function insertClean(data: SetData, key: PyObject, hash: Hash): void {
  const probe = new Probe(hash, data.mask);
  while (data.keys[probe.slot] !== undefined) probe.advance();
  data.keys[probe.slot] = key;
  data.hashes[probe.slot] = hash;
}

/** Takes an element out; true when it was there. Null with an exception. [set_discard_entry] */
export function discardEntry(rt: Runtime, set: PySet, key: PyObject, hash: Hash): boolean | null {
  const slot = findElement(rt, set, key, hash);
  if (slot === null) return null;
  if (slot < 0) return false;
  decref(rt, takeSlot(rt, set, slot));
  return true;
}

/** Empties a used slot; the caller owns the element now. */
export function takeSlot(rt: Runtime, set: PySet, slot: number): PyObject {
  const data = set.payload;
  const key = data.keys[slot] as PyObject;
  data.keys[slot] = dummy;
  data.hashes[slot] = -1;
  data.used -= 1;
  if (rt.recorder !== null) rt.recorder.slotWrite(set, "element", key, key, null);
  return key;
}

/** The hash of an element to be; 3.14 says what it was for. */
export function elementHash(rt: Runtime, key: PyObject): Hash | null {
  const hash = hashOf(rt, key);
  if (hash === null && rt.profile.unhashableNamesUse && exceptionMatches(rt, "TypeError"))
    return renameUnhashable(rt, key, "a set element");
  return hash;
}

/** `set.add(key)`; false with an exception. [PySet_Add] */
export function setAdd(rt: Runtime, set: PyObject, key: PyObject): boolean {
  const hash = elementHash(rt, key);
  return hash !== null && addEntry(rt, set as PySet, key, hash);
}

/** Adds all of another set. False with an exception. [set_merge] */
export function mergeSet(rt: Runtime, set: PySet, other: PySet): boolean {
  const data = set.payload;
  const source = other.payload;
  if (set === other || source.used === 0) return true;
  rt.charge(source.used, 0);
  if ((data.fill + source.used) * 5 >= data.mask * 3) resizeTable(rt, set, (data.used + source.used) * 2);
  if (data.fill > 0) {
    for (const [key, hash] of setWalk(other)) if (!addEntry(rt, set, key, hash)) return false;
    return true;
  }
  const copiesTable = data.mask === source.mask && source.fill === source.used;
  if (copiesTable) {
    data.keys = [...source.keys];
    data.hashes = [...source.hashes];
  } else {
    for (const [key, hash] of setEntries(other)) insertClean(data, key, hash);
  }
  data.fill = source.used;
  data.used = source.used;
  for (const key of setElements(set)) {
    newRef(key);
    if (rt.recorder !== null) rt.recorder.slotWrite(set, "element", key, null, key);
  }
  return true;
}

/** Empties the set first and drops its elements then, in table order. [set_clear_internal] */
export function setClear(rt: Runtime, set: PySet): void {
  const data = set.payload;
  if (data.fill === 0 && data.block === 0) return;
  const elements = setElements(set);
  const { block } = data;
  const bytes = tableBytes(data);
  data.keys = [];
  data.hashes = [];
  data.mask = minSlots - 1;
  data.fill = 0;
  data.used = 0;
  data.block = 0;
  data.hash = null;
  if (rt.recorder !== null) for (const key of elements) rt.recorder.slotWrite(set, "element", key, key, null);
  dropTaken(rt, "items taken out", elements);
  if (rt.recorder !== null && bytes > 0) rt.recorder.resize(set);
  rt.heap.freeRaw(block, bytes);
}

/** Exchanges the contents of two sets. [set_swap_bodies] */
export function swapBodies(a: PySet, b: PySet): void {
  const mine = { ...a.payload };
  Object.assign(a.payload, b.payload);
  Object.assign(b.payload, mine);
}

/** 3.15: a frozenset that cannot lead back to itself is not tracked. */
export function untrackAtomic(rt: Runtime, set: PySet): void {
  if (
    rt.profile.untracksFrozensets &&
    set.type === rt.types.frozenset &&
    !setElements(set).some(mayBeTracked)
  )
    rt.heap.untrack(set);
}

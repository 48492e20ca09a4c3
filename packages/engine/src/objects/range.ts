/** range and its iterators.   [mirrors Objects/rangeobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { equals, index as indexObject, indexValue, repr, typeName } from "./abstract.ts";
import { raise } from "./errors.ts";
import { builtin, iteratorSelf } from "./index-iterator.ts";
import { hasIndex } from "./indices.ts";
import { newInt as newSafeInt } from "./int-object.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { isSlice, type PySlice } from "./slice.ts";
import { text } from "./str-object.ts";
import { tupleHash } from "./tuple-hash.ts";
import { member, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

export interface RangeData {
  /** Owned ints. */
  start: PyObject;
  stop: PyObject;
  step: PyObject;
  length: PyObject;
}

type PyRange = PyObject<RangeData>;

const data = (o: PyObject): RangeData => (o as PyRange).payload;
const intOf = (o: PyObject): bigint => BigInt((o as PyObject<number | bigint>).payload);
const lengthOf = (o: PyObject): bigint => intOf(data(o).length);

export function isRange(rt: Runtime, o: PyObject): o is PyRange {
  return o.type === rt.types.range;
}

/** Steals start, stop and step, which are ints. [make_range_object] */
function makeRange(rt: Runtime, start: PyObject, stop: PyObject, step: PyObject): PyObject {
  const length = rt.newInt(narrow(rangeLength(intOf(start), intOf(stop), intOf(step))));
  const range = rt.heap.create<RangeData>(rt.types.range, { start, stop, step, length });
  if (rt.recorder !== null)
    for (const name of ["start", "stop", "step", "length"] as const)
      rt.recorder.slotWrite(range, name, null, null, range.payload[name]);
  return range;
}

/** A range is not the collector's; its numbers are counted all the same. */
function holds(self: PyObject, visit: Visit): void {
  const { start, stop, step, length } = data(self);
  visit(start, "start", null);
  visit(stop, "stop", null);
  visit(step, "step", null);
  visit(length, "length", null);
}

function rangeLength(start: bigint, stop: bigint, step: bigint): bigint {
  if (step > 0n) return start < stop ? (stop - start - 1n) / step + 1n : 0n;
  return start > stop ? (start - stop - 1n) / -step + 1n : 0n;
}

function narrow(value: bigint): number | bigint {
  const n = Number(value);
  return Number.isSafeInteger(n) ? n : value;
}

function newInt(rt: Runtime, value: bigint): PyObject {
  return rt.newInt(narrow(value));
}

function rangeNew(
  rt: Runtime,
  _type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  if (!noKeywords(rt, "range", names)) return null;
  if (args.length === 0 && !rt.profile.rangeSaysAtLeast)
    return raise(rt, "TypeError", "range expected 1 argument, got 0");
  if (!checkPositional(rt, "range", args.length, 1, 3)) return null;
  const bounds: PyObject[] = [];
  for (const arg of args) {
    const bound = indexObject(rt, arg);
    if (bound === null) {
      for (const each of bounds) decref(rt, each);
      return null;
    }
    bounds.push(bound);
  }
  const [first, second, third] = bounds as [PyObject, PyObject | undefined, PyObject | undefined];
  if (third !== undefined && intOf(third) === 0n) {
    for (const each of bounds) decref(rt, each);
    return raise(rt, "ValueError", "range() arg 3 must not be zero");
  }
  if (second === undefined) return makeRange(rt, rt.newInt(0), first, rt.newInt(1));
  return makeRange(rt, first, second, third ?? rt.newInt(1));
}

function dealloc(rt: Runtime, self: PyObject): void {
  const { start, stop, step, length } = data(self);
  for (const each of [start, stop, step, length]) decref(rt, each);
  rt.heap.free(self);
}

function rangeRepr(rt: Runtime, self: PyObject): PyObject | null {
  const { start, stop, step } = data(self);
  const shown: string[] = [];
  const parts = intOf(step) === 1n ? [start, stop] : [start, stop, step];
  for (const part of parts) {
    const one = repr(rt, part);
    if (one === null) return null;
    shown.push(text(one));
    decref(rt, one);
  }
  return rt.newStr(`range(${shown.join(", ")})`);
}

/** Up to 3.11: the range as it was and how far it has come. */
function reduceWhole(rt: Runtime, next: bigint, step: bigint, left: bigint, total: bigint): PyObject | null {
  const start = next - step * (total - left);
  const whole = makeRange(rt, newInt(rt, start), newInt(rt, start + step * total), newInt(rt, step));
  const maker = builtin(rt, "iter");
  return maker === null ? null : rt.newTuple([maker, rt.newTuple([whole]), newInt(rt, total - left)]);
}

/** What makes two ranges equal: how many numbers, the first one, and the step between several. */
function essence(self: PyObject): (bigint | null)[] {
  const { start, step } = data(self);
  const length = lengthOf(self);
  return [length, length > 0n ? intOf(start) : null, length > 1n ? intOf(step) : null];
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!isRange(rt, other) || (op !== "==" && op !== "!=")) return newRef(rt.notImplemented);
  const mine = essence(self);
  const same = essence(other).every((value, i) => value === mine[i]);
  return newRef(same === (op === "==") ? rt.true : rt.false);
}

function hash(rt: Runtime, self: PyObject): number | bigint | null {
  const { none } = rt;
  const hashes: (number | bigint)[] = [];
  for (const value of essence(self)) {
    const o = value === null ? newRef(none) : newInt(rt, value);
    const one = o.type.payload.slots.hash?.(rt, o) ?? null;
    decref(rt, o);
    if (one === null) return null;
    hashes.push(one);
  }
  return tupleHash(hashes);
}

function itemAt(rt: Runtime, self: PyObject, index: bigint): PyObject | null {
  const length = lengthOf(self);
  const at = index < 0n ? index + length : index;
  if (at < 0n || at >= length) return raise(rt, "IndexError", "range object index out of range");
  const { start, step } = data(self);
  return newInt(rt, intOf(start) + at * intOf(step));
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  if (hasIndex(key)) {
    const index = indexValue(rt, key);
    return index === null ? null : itemAt(rt, self, BigInt(index));
  }
  if (isSlice(rt, key)) return slice(rt, self, key);
  return raise(rt, "TypeError", `range indices must be integers or slices, not ${typeName(key.type)}`);
}

/** A range of the selected numbers. [compute_slice] */
function slice(rt: Runtime, self: PyObject, key: PySlice): PyObject | null {
  const length = lengthOf(self);
  const step = bound(rt, key.payload.step, 1n);
  if (step === null) return null;
  if (step === 0n) return raise(rt, "ValueError", "slice step cannot be zero");
  const low = step < 0n ? -1n : 0n;
  const high = step < 0n ? length - 1n : length;
  const start = bound(rt, key.payload.start, step < 0n ? high : low);
  if (start === null) return null;
  const stop = bound(rt, key.payload.stop, step < 0n ? low - length : high);
  if (stop === null) return null;
  const from = clip(start < 0n && key.payload.start !== rt.none ? start + length : start, low, high);
  const to = clip(stop < 0n ? stop + length : stop, low, high);
  const own = data(self);
  const at = (position: bigint): PyObject => newInt(rt, intOf(own.start) + position * intOf(own.step));
  return makeRange(rt, at(from), at(to), newInt(rt, intOf(own.step) * step));
}

function clip(value: bigint, low: bigint, high: bigint): bigint {
  return value < low ? low : value > high ? high : value;
}

function bound(rt: Runtime, o: PyObject, fallback: bigint): bigint | null {
  if (o === rt.none) return fallback;
  if (!hasIndex(o))
    return raise(rt, "TypeError", "slice indices must be integers or None or have an __index__ method");
  const value = indexValue(rt, o);
  return value === null ? null : BigInt(value);
}

function length(rt: Runtime, self: PyObject): number | bigint | null {
  const size = lengthOf(self);
  if (size <= 0x7fff_ffff_ffff_ffffn) return narrow(size);
  return raise(rt, "OverflowError", "Python int too large to convert to C ssize_t");
}

function positionOf(self: PyObject, value: bigint): bigint {
  const { start, step } = data(self);
  const distance = value - intOf(start);
  if (distance % intOf(step) !== 0n) return -1n;
  const at = distance / intOf(step);
  return at >= 0n && at < lengthOf(self) ? at : -1n;
}

function isPlainInt(rt: Runtime, o: PyObject): boolean {
  return o.type === rt.types.int || o.type === rt.types.bool;
}

function contains(rt: Runtime, self: PyObject, value: PyObject): boolean | null {
  if (isPlainInt(rt, value)) return positionOf(self, intOf(value)) >= 0n;
  const found = search(rt, self, value, true);
  return found === null ? null : found > 0n;
}

/** How many numbers equal a value that is no int; the position of the first when `first`, plus one. */
function search(rt: Runtime, self: PyObject, value: PyObject, first: boolean): bigint | null {
  let count = 0n;
  const size = lengthOf(self);
  for (let i = 0n; i < size; i += 1n) {
    rt.charge(1, 0);
    const item = itemAt(rt, self, i);
    if (item === null) return null;
    hold(rt, "item in use", item);
    const same = equals(rt, item, value);
    dropHeld(rt, "item in use", item);
    if (same === null) return null;
    if (same && first) return i + 1n;
    if (same) count += 1n;
  }
  return count;
}

function indexOf(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  const at = isPlainInt(rt, value) ? positionOf(self, intOf(value)) : search(rt, self, value, true);
  if (at === null) return null;
  if (isPlainInt(rt, value) ? at >= 0n : at > 0n) return newInt(rt, isPlainInt(rt, value) ? at : at - 1n);
  const shown = repr(rt, value);
  if (shown === null) return null;
  hold(rt, "value in use", shown);
  const message = isPlainInt(rt, value)
    ? `${text(shown)} is not in range`
    : "sequence.index(x): x not in sequence";
  dropHeld(rt, "value in use", shown);
  return raise(rt, "ValueError", message);
}

function count(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  if (isPlainInt(rt, value)) return rt.newInt(positionOf(self, intOf(value)) >= 0n ? 1 : 0);
  const found = search(rt, self, value, false);
  return found === null ? null : newInt(rt, found);
}

// ---- iterators -----------------------------------------------------------------------------------------------

interface RangeIteratorData {
  next: number;
  step: number;
  left: number;
  readonly total: number;
}

interface LongRangeIteratorData {
  next: bigint;
  step: bigint;
  left: bigint;
  readonly total: bigint;
}

function newIterator(rt: Runtime, start: bigint, step: bigint, left: bigint): PyObject {
  const last = start + step * left;
  const fits = (n: bigint): boolean => Number.isSafeInteger(Number(n));
  if (fits(start) && fits(step) && fits(last)) {
    const short: RangeIteratorData = {
      next: Number(start),
      step: Number(step),
      left: Number(left),
      total: Number(left),
    };
    return rt.heap.create(rt.types.range_iterator, short);
  }
  const long: LongRangeIteratorData = { next: start, step, left, total: left };
  return rt.heap.create(rt.types.longrange_iterator, long);
}

/** [range_iter]: plain numbers while they fit. */
function iter(rt: Runtime, self: PyObject): PyObject {
  const { start, step, length: size } = data(self);
  const first = (start as PyObject<number | bigint>).payload;
  const by = (step as PyObject<number | bigint>).payload;
  const left = (size as PyObject<number | bigint>).payload;
  if (typeof first === "number" && typeof by === "number" && typeof left === "number") {
    if (Number.isSafeInteger(first + by * left)) {
      const short: RangeIteratorData = { next: first, step: by, left, total: left };
      return rt.heap.create(rt.types.range_iterator, short);
    }
  }
  return newIterator(rt, intOf(start), intOf(step), intOf(size));
}

function reversed(rt: Runtime, self: PyObject): PyObject {
  const { start, step } = data(self);
  const size = lengthOf(self);
  return newIterator(rt, intOf(start) + (size - 1n) * intOf(step), -intOf(step), size);
}

/** The next number of a range iterator, which FOR_ITER asks for without a detour. [FOR_ITER_RANGE] */
export function nextInRange(rt: Runtime, self: PyObject): PyObject | null {
  const it = self.payload as RangeIteratorData;
  if (it.left <= 0) return null;
  const value = it.next;
  it.next = value + it.step;
  it.left -= 1;
  return newSafeInt(rt, value);
}

function longNext(rt: Runtime, self: PyObject): PyObject | null {
  const it = self.payload as LongRangeIteratorData;
  if (it.left <= 0n) return null;
  const value = it.next;
  it.next = value + it.step;
  it.left -= 1n;
  return newInt(rt, value);
}

function remaining(rt: Runtime, self: PyObject): PyObject {
  return newInt(rt, BigInt((self.payload as RangeIteratorData | LongRangeIteratorData).left));
}

function iteratorReduce(rt: Runtime, self: PyObject): PyObject | null {
  const it = self.payload as RangeIteratorData | LongRangeIteratorData;
  const start = BigInt(it.next);
  const step = BigInt(it.step);
  if (!rt.profile.rangeIteratorForgets)
    return reduceWhole(rt, start, step, BigInt(it.left), BigInt(it.total));
  const rest = makeRange(rt, newInt(rt, start), newInt(rt, start + step * BigInt(it.left)), newInt(rt, step));
  const maker = builtin(rt, "iter");
  return maker === null ? null : rt.newTuple([maker, rt.newTuple([rest]), newRef(rt.none)]);
}

export const rangeSpec: TypeSpec = {
  name: "range",
  flags: TypeFlag.Sequence,
  basicsize: 48,
  slots: {
    dealloc,
    holds,
    new: rangeNew,
    repr: rangeRepr,
    hash,
    richcompare: compare,
    iter,
    bool: (_rt, self) => lengthOf(self) > 0n,
    length,
    contains,
    item: (rt, self, index) => itemAt(rt, self, BigInt(index)),
    subscript,
  },
  getset: [
    member("start", (_rt, self) => newRef(data(self).start)),
    member("stop", (_rt, self) => newRef(data(self).stop)),
    member("step", (_rt, self) => newRef(data(self).step)),
  ],
  methods: [
    noArgs("__reversed__", reversed),
    noArgs("__reduce__", (rt, self) => {
      const { start, stop, step } = data(self);
      return rt.newTuple([newRef(self.type), rt.newTuple([newRef(start), newRef(stop), newRef(step)])]);
    }),
    oneArg("count", count),
    oneArg("index", indexOf),
  ],
};

const iteratorMethods = [noArgs("__length_hint__", remaining), noArgs("__reduce__", iteratorReduce)];

export const rangeIteratorSpec: TypeSpec = {
  name: "range_iterator",
  basicsize: (profile) => profile.rangeIteratorBytes,
  slots: {
    dealloc: (rt, self) => rt.heap.free(self),
    iter: iteratorSelf,
    iternext: nextInRange,
  },
  methods: iteratorMethods,
};

export const longRangeIteratorSpec: TypeSpec = {
  name: "longrange_iterator",
  basicsize: (profile) => profile.rangeIteratorBytes,
  slots: {
    dealloc: (rt, self) => rt.heap.free(self),
    iter: iteratorSelf,
    iternext: longNext,
  },
  methods: iteratorMethods,
};

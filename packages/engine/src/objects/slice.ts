/** Slices.   [mirrors Objects/sliceobject.c] */
import { dropHeld, dropTaken, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { hash as hashOf, repr, richCompare } from "./abstract.ts";
import { raise } from "./errors.ts";
import { boundArgument, ssizeArgument, ssizeMax } from "./indices.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { text } from "./str-object.ts";
import { mixHashes } from "./tuple-hash.ts";
import { member, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

export interface SliceData {
  /** Owned; None where the source has nothing. */
  start: PyObject;
  stop: PyObject;
  step: PyObject;
}

export type PySlice = PyObject<SliceData>;

/** Bounds and step as numbers, the bounds clipped to a sequence's length, and how many items they select. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

export function isSlice(rt: Runtime, o: PyObject): o is PySlice {
  return o.type === rt.types.slice;
}

/** A slice of borrowed parts. [PySlice_New] */
export function newSlice(rt: Runtime, start: PyObject, stop: PyObject, step: PyObject): PySlice {
  return newSliceSteal(rt, newRef(start), newRef(stop), newRef(step));
}

/** A slice of stolen parts. */
export function newSliceSteal(rt: Runtime, start: PyObject, stop: PyObject, step: PyObject): PySlice {
  const slice = rt.heap.create<SliceData>(rt.types.slice, { start, stop, step });
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(slice, "start", null, null, start);
    rt.recorder.slotWrite(slice, "stop", null, null, stop);
    rt.recorder.slotWrite(slice, "step", null, null, step);
  }
  rt.heap.track(slice);
  return slice;
}

/** What the slice selects in a sequence of `length` items. [PySlice_Unpack, PySlice_AdjustIndices] */
export function sliceRange(rt: Runtime, slice: PySlice, length: () => number): SliceRange | null {
  const step = boundArgument(rt, slice.payload.step, 1);
  if (step === null) return null;
  if (step === 0) return raise(rt, "ValueError", "slice step cannot be zero");
  const start = boundArgument(rt, slice.payload.start, step < 0 ? ssizeMax : 0);
  if (start === null) return null;
  const stop = boundArgument(rt, slice.payload.stop, step < 0 ? -ssizeMax : ssizeMax);
  if (stop === null) return null;
  return adjustSlice(start, stop, step, length());
}

/** [PySlice_AdjustIndices] */
export function adjustSlice(start: number, stop: number, step: number, length: number): SliceRange {
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const from = start < 0 ? Math.max(start + length, low) : Math.min(start, high);
  const to = stop < 0 ? Math.max(stop + length, low) : Math.min(stop, high);
  let count = 0;
  if (step < 0) count = to < from ? Math.floor((from - to - 1) / -step) + 1 : 0;
  else count = from < to ? Math.floor((to - from - 1) / step) + 1 : 0;
  return { start: from, stop: to, step, count };
}

/** The selected items of an array; borrowed as they were. */
export function selectItems<T>(items: readonly T[], range: SliceRange): T[] {
  const { start, step, count } = range;
  if (step === 1) return items.slice(start, start + count);
  const selected: T[] = [];
  for (let i = 0, at = start; i < count; i += 1, at += step) selected.push(items[at] as T);
  return selected;
}

function dealloc(rt: Runtime, self: PyObject): void {
  const slice = self as PySlice;
  rt.heap.untrack(slice);
  const { start, stop, step } = slice.payload;
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(self, "start", null, start, null);
    rt.recorder.slotWrite(self, "stop", null, stop, null);
    rt.recorder.slotWrite(self, "step", null, step, null);
  }
  dropTaken(rt, "items taken out", [step, start, stop]);
  rt.heap.free(slice);
}

function traverse(self: PyObject, visit: Visit): void {
  const { start, stop, step } = (self as PySlice).payload;
  visit(start, "start", null);
  visit(stop, "stop", null);
  visit(step, "step", null);
}

function sliceNew(
  rt: Runtime,
  _type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  if (!noKeywords(rt, "slice", names)) return null;
  if (!checkPositional(rt, "slice", args.length, 1, 3)) return null;
  const [first, second, third] = args;
  if (second === undefined) return newSlice(rt, rt.none, first as PyObject, rt.none);
  return newSlice(rt, first as PyObject, second, third ?? rt.none);
}

function sliceRepr(rt: Runtime, self: PyObject): PyObject | null {
  const parts: string[] = [];
  for (const part of partsOf(self)) {
    const shown = repr(rt, part);
    if (shown === null) return null;
    parts.push(text(shown));
    decref(rt, shown);
  }
  return rt.newStr(`slice(${parts.join(", ")})`);
}

function partsOf(self: PyObject): readonly [PyObject, PyObject, PyObject] {
  const { start, stop, step } = (self as PySlice).payload;
  return [start, stop, step];
}

/** Slices compare like tuples of their parts. [slice_richcompare] */
function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if (other.type !== rt.types.slice) return newRef(rt.notImplemented);
  if (self === other) return newRef(op === "==" || op === "<=" || op === ">=" ? rt.true : rt.false);
  const left = rt.newTuple(partsOf(self).map((part) => newRef(part)));
  const right = rt.newTuple(partsOf(other).map((part) => newRef(part)));
  hold(rt, "value in use", left);
  hold(rt, "value in use", right);
  const result = richCompare(rt, left, right, op);
  dropHeld(rt, "value in use", left);
  dropHeld(rt, "value in use", right);
  return result;
}

/** 3.12+. [slicehash: the tuple's mix without its length] */
function sliceHash(rt: Runtime, self: PyObject): number | bigint | null {
  const hashes: (number | bigint)[] = [];
  for (const part of partsOf(self)) {
    const hash = hashOf(rt, part);
    if (hash === null) return null;
    hashes.push(hash);
  }
  return mixHashes(hashes, 0n);
}

function indices(rt: Runtime, self: PyObject, length: PyObject): PyObject | null {
  const size = ssizeArgument(rt, length);
  if (size === null) return null;
  if (size < 0) return raise(rt, "ValueError", "length should not be negative");
  const range = sliceRange(rt, self as PySlice, () => size);
  if (range === null) return null;
  return rt.newTuple([rt.newInt(range.start), rt.newInt(range.stop), rt.newInt(range.step)]);
}

function reduce(rt: Runtime, self: PyObject): PyObject | null {
  const parts = rt.newTuple(partsOf(self).map((part) => newRef(part)));
  return rt.newTuple([newRef(rt.types.slice), parts]);
}

export const sliceSpec: TypeSpec = {
  name: "slice",
  flags: TypeFlag.HaveGc,
  basicsize: 40,
  slots: {
    dealloc,
    traverse,
    new: sliceNew,
    repr: sliceRepr,
    richcompare: compare,
  },
  versionSlots: (profile) =>
    profile.slicesAreHashable
      ? { hash: sliceHash }
      : { hash: (rt) => raise(rt, "TypeError", "unhashable type: 'slice'") },
  getset: [
    member("start", (_rt, self) => newRef((self as PySlice).payload.start)),
    member("stop", (_rt, self) => newRef((self as PySlice).payload.stop)),
    member("step", (_rt, self) => newRef((self as PySlice).payload.step)),
  ],
  methods: [oneArg("indices", indices), noArgs("__reduce__", reduce)],
};

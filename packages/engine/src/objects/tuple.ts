/** The type tuple.   [mirrors Objects/tupleobject.c] */

import { decref, newRef } from "../memory/refcount.ts";
import { asIndex, hash as hashOf, typeName } from "./abstract.ts";
import { mayAllocate } from "./allocation.ts";
import { classGetItem } from "./class-getitem.ts";
import { raise } from "./errors.ts";
import { indexIteratorSpec, newIndexIterator } from "./index-iterator.ts";
import { boundNotNone, clampBound, hasIndex } from "./indices.ts";
import { listFrom } from "./list-extend.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { reprEnter, reprLeave } from "./repr-guard.ts";
import { compareItems, countItems, findItem, reprItems } from "./sequence-compare.ts";
import { isSlice, selectItems, sliceRange } from "./slice.ts";
import { tupleHash } from "./tuple-hash.ts";
import {
  emptyTuple,
  isTuple,
  mayBeTracked,
  newTrackedTuple,
  newTuple,
  type PyTuple,
  type TupleData,
} from "./tuple-object.ts";
import { method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

const items = (self: PyObject): readonly PyObject[] => (self as PyTuple).payload.items;

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  const all = items(self);
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const item = all[i] as PyObject;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "item", i, item, null);
    decref(rt, item);
  }
  rt.heap.free(self, all.length);
}

function traverse(self: PyObject, visit: Visit): void {
  const all = items(self);
  for (let i = all.length - 1; i >= 0; i -= 1) visit(all[i] as PyObject, "item", i);
}

/** `tuple(iterable)`; the tuple itself when it is an exact one. [PySequence_Tuple] */
export function tupleFrom(rt: Runtime, iterable: PyObject): PyObject | null {
  if (iterable.type === rt.types.tuple) return newRef(iterable);
  if (iterable.type === rt.types.list) return newTuple(rt, [...items(iterable)].map(newRef));
  const list = listFrom(rt, iterable);
  if (list === null) return null;
  const tuple = newTuple(rt, list.payload.items.map(newRef));
  decref(rt, list);
  return tuple;
}

function tupleNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const isExact = type === rt.types.tuple;
  const isBare =
    rt.profile.bareSubclassesTakeNoKeywords &&
    (type as PyType).payload.slots.init === rt.types.tuple.payload.slots.init;
  if ((isExact || isBare) && !noKeywords(rt, "tuple", names)) return null;
  const given = args.length - (names === null ? 0 : names.length);
  if (!checkPositional(rt, "tuple", given, 0, 1)) return null;
  const tuple = given === 0 ? emptyTuple(rt) : tupleFrom(rt, args[0] as PyObject);
  if (tuple === null || isExact) return tuple;
  return subtypeFrom(rt, type as PyType, tuple);
}

/** An instance of a subclass with the items of `exact` (stolen). [tuple_subtype_new] */
function subtypeFrom(rt: Runtime, type: PyType, exact: PyObject): PyTuple {
  const owned = items(exact).map(newRef);
  const tuple = rt.heap.create<TupleData>(type, { items: owned }, owned.length);
  if (rt.recorder !== null)
    for (let i = 0; i < owned.length; i += 1)
      rt.recorder.slotWrite(tuple, "item", i, null, owned[i] as PyObject);
  rt.heap.track(tuple);
  decref(rt, exact);
  return tuple;
}

function tupleRepr(rt: Runtime, self: PyObject): PyObject | null {
  const size = items(self).length;
  if (size === 0) return rt.newStr("()");
  if (!reprEnter(rt, self)) return rt.newStr("(...)");
  const inner = reprItems(rt, () => items(self), false);
  reprLeave(rt, self);
  if (inner === null) return null;
  return rt.newStr(size === 1 ? `(${inner},)` : `(${inner})`);
}

function hash(rt: Runtime, self: PyObject): number | bigint | null {
  const hashes: (number | bigint)[] = [];
  rt.charge(items(self).length, 0);
  for (const item of items(self)) {
    const one = hashOf(rt, item);
    if (one === null) return null;
    hashes.push(one);
  }
  return tupleHash(hashes);
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if (!isTuple(self) || !isTuple(other)) return newRef(rt.notImplemented);
  return compareItems(
    rt,
    () => items(self),
    () => items(other),
    op,
    false,
  );
}

function item(rt: Runtime, self: PyObject, index: number): PyObject | null {
  const found = items(self)[index];
  return found === undefined ? raise(rt, "IndexError", "tuple index out of range") : newRef(found);
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  if (hasIndex(key)) {
    const at = asIndex(rt, key, "IndexError");
    if (at === null) return null;
    return item(rt, self, at < 0 ? at + items(self).length : at);
  }
  if (!isSlice(rt, key))
    return raise(rt, "TypeError", `tuple indices must be integers or slices, not ${typeName(key.type)}`);
  const range = sliceRange(rt, key, () => items(self).length);
  if (range === null) return null;
  const isWhole = range.start === 0 && range.step === 1 && range.count === items(self).length;
  if (isWhole && self.type === rt.types.tuple) return newRef(self);
  rt.charge(range.count, 0);
  const selected = selectItems(items(self), range).map(newRef);
  return rt.profile.untracksTupleSlices ? newTuple(rt, selected) : newTrackedTuple(rt, selected);
}

function concat(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  if (items(self).length === 0 && other.type === rt.types.tuple) return newRef(other);
  if (!isTuple(other))
    return raise(rt, "TypeError", `can only concatenate tuple (not "${typeName(other.type)}") to tuple`);
  if (items(other).length === 0 && self.type === rt.types.tuple) return newRef(self);
  rt.charge(items(self).length + items(other).length, 0);
  return newTrackedTuple(rt, [...items(self).map(newRef), ...items(other).map(newRef)]);
}

function repeat(rt: Runtime, self: PyObject, count: number): PyObject | null {
  const all = items(self);
  if ((all.length === 0 || count === 1) && self.type === rt.types.tuple) return newRef(self);
  if (all.length === 0 || count <= 0) return emptyTuple(rt);
  if (!mayAllocate(rt, 8 * all.length * count)) return null;
  rt.charge(all.length * count, 8 * all.length * count);
  const repeated: PyObject[] = [];
  for (let i = 0; i < count; i += 1) for (const each of all) repeated.push(newRef(each));
  return newTrackedTuple(rt, repeated);
}

function contains(rt: Runtime, self: PyObject, value: PyObject): boolean | null {
  const at = findItem(rt, () => items(self), value, 0, Number.POSITIVE_INFINITY, false);
  return at === null ? null : at >= 0;
}

function indexOf(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const start = boundNotNone(rt, args[1], 0);
  if (start === null) return null;
  const stop = boundNotNone(rt, args[2], Number.MAX_SAFE_INTEGER);
  if (stop === null) return null;
  const size = items(self).length;
  const at = findItem(
    rt,
    () => items(self),
    args[0] as PyObject,
    clampBound(start, size),
    clampBound(stop, size),
    false,
  );
  if (at === null) return null;
  return at >= 0 ? rt.newInt(at) : raise(rt, "ValueError", "tuple.index(x): x not in tuple");
}

function count(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  const found = countItems(rt, () => items(self), value, false);
  return found === null ? null : rt.newInt(found);
}

/** The collector lets go of a tuple none of whose items can lead back to it. [_PyTuple_MaybeUntrack] */
export function canUntrackTuple(self: PyObject): boolean {
  return !items(self).some(mayBeTracked);
}

export const tupleSpec: TypeSpec = {
  name: "tuple",
  flags: TypeFlag.BaseType | TypeFlag.HaveGc | TypeFlag.TupleSubclass | TypeFlag.Sequence,
  basicsize: (profile) => profile.tupleHeaderBytes,
  itemsize: 8,
  slots: {
    dealloc,
    traverse,
    sizeof: (_rt, self) => self.type.payload.basicsize + 8 * items(self).length,
    new: tupleNew,
    repr: tupleRepr,
    hash,
    richcompare: compare,
    iter: (rt, self) => newIndexIterator(rt, rt.types.tuple_iterator, self),
    length: (_rt, self) => items(self).length,
    contains,
    item,
    subscript,
    concat,
    repeat,
  },
  methods: [
    noArgs("__getnewargs__", (rt, self) => newTuple(rt, [newTuple(rt, items(self).map(newRef))])),
    method("index", indexOf, { min: 1, max: 3 }),
    oneArg("count", count),
    classGetItem,
  ],
};

export const tupleIteratorSpec: TypeSpec = indexIteratorSpec({
  name: "tuple_iterator",
  item: (_rt, tuple, index) => {
    const found = items(tuple)[index];
    return found === undefined ? null : newRef(found);
  },
  length: (_rt, tuple) => items(tuple).length,
});

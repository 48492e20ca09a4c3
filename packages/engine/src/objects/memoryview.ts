/**
 * memoryview, one-dimensional and of bytes.   [mirrors Objects/memoryobject.c]
 *
 * SIMPLIFIED: other formats than B, casts and several dimensions are not modelled; CPython's managed buffer behind the view
 * is part of the view here, so it is not an object of its own for the collector.
 */
import { decref, newRef } from "../memory/refcount.ts";
import { asIndex, typeName } from "./abstract.ts";
import { isBytearray } from "./bytearray-object.ts";
import { byteValue, compareByteslike, containsByte } from "./bytes.ts";
import { hex } from "./bytes-methods.ts";
import { newBytes } from "./bytes-object.ts";
import { bytesOf, isByteslike } from "./byteslike.ts";
import { raise } from "./errors.ts";
import { indexIteratorSpec, newIndexIterator } from "./index-iterator.ts";
import { hasIndex } from "./indices.ts";
import type { MemoryviewData, PyMemoryview } from "./memoryview-object.ts";
import { parseArguments } from "./native-arguments.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, Unsupported, type Visit } from "./object.ts";
import { hashKeyFor, sipHash } from "./siphash.ts";
import { isSlice, sliceRange } from "./slice.ts";
import { getset, keywordMethod, method, noArgs, type TypeSpec } from "./typespec.ts";

const data = (o: PyObject): MemoryviewData => (o as PyMemoryview).payload;

/** A view of the bytes of `base`, which it keeps from changing its size. */
function newView(
  rt: Runtime,
  type: PyType,
  base: PyObject,
  bounds: Pick<MemoryviewData, "start" | "step" | "count">,
): PyObject {
  const isReadonly = !isBytearray(rt, base);
  const view = rt.heap.create<MemoryviewData>(
    type,
    { base: newRef(base), ...bounds, format: "B", isReadonly },
    3,
  );
  if (isBytearray(rt, base)) base.payload.exports += 1;
  if (rt.recorder !== null) rt.recorder.slotWrite(view, "obj", null, null, base);
  rt.heap.track(view);
  return view;
}

function viewNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const places = parseArguments(rt, "memoryview", { names: ["object"], required: 1 }, args, names);
  if (places === null) return null;
  const o = places[0] as PyObject;
  if (o.type === rt.types["array.array"]) throw new Unsupported("a memoryview of an array");
  if (!isByteslike(o))
    return raise(rt, "TypeError", `memoryview: a bytes-like object is required, not '${typeName(o.type)}'`);
  if (o.type === type) {
    const { base, start, step, count } = data(o);
    return base === null ? released(rt) : newView(rt, type as PyType, base, { start, step, count });
  }
  return newView(rt, type as PyType, o, { start: 0, step: 1, count: bytesOf(o).length });
}

function released(rt: Runtime): null {
  return raise(rt, "ValueError", "operation forbidden on released memoryview object");
}

/** Lets go of the object. */
function release(rt: Runtime, self: PyObject): void {
  const view = data(self);
  const { base } = view;
  if (base === null) return;
  view.base = null;
  if (isBytearray(rt, base)) base.payload.exports -= 1;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "obj", null, base, null);
  decref(rt, base);
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  release(rt, self);
  rt.heap.free(self, 3);
}

function traverse(self: PyObject, visit: Visit): void {
  const { base } = data(self);
  if (base !== null) visit(base, "obj", null);
}

function positionOf(rt: Runtime, self: PyObject, key: PyObject): number | null {
  const at = asIndex(rt, key, "IndexError");
  if (at === null) return null;
  const { start, step, count } = data(self);
  const index = at < 0 ? at + count : at;
  if (index < 0 || index >= count) return raise(rt, "IndexError", "index out of bounds on dimension 1");
  return start + index * step;
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const { base, start, step } = data(self);
  if (base === null) return released(rt);
  if (hasIndex(key)) {
    const at = positionOf(rt, self, key);
    return at === null ? null : rt.newInt(bytesOf(base)[at] as number);
  }
  if (!isSlice(rt, key)) return raise(rt, "TypeError", "memoryview: invalid slice key");
  const range = sliceRange(rt, key, () => data(self).count);
  if (range === null) return null;
  return newView(rt, self.type, base, {
    start: start + range.start * step,
    step: step * range.step,
    count: range.count,
  });
}

function assSubscript(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  const { base, isReadonly } = data(self);
  const refused =
    base === null
      ? released(rt)
      : isReadonly
        ? raise(rt, "TypeError", "cannot modify read-only memory")
        : value === null
          ? raise(rt, "TypeError", "cannot delete memory")
          : value;
  if (refused === null || base === null || value === null) return false;
  if (hasIndex(key)) {
    const at = positionOf(rt, self, key);
    if (at === null) return false;
    if (!hasIndex(value)) {
      raise(rt, "TypeError", "memoryview: invalid type for format 'B'");
      return false;
    }
    const byte = byteValue(rt, value, "memoryview: invalid value for format 'B'");
    if (byte === null) return false;
    bytesOf(base)[at] = byte;
    return true;
  }
  return assignSlice(rt, self, key, value);
}

function assignSlice(rt: Runtime, self: PyObject, key: PyObject, value: PyObject): boolean {
  if (!isSlice(rt, key)) {
    raise(rt, "TypeError", "memoryview: invalid slice key");
    return false;
  }
  const { base, start, step, count } = data(self);
  const range = sliceRange(rt, key, () => count);
  if (range === null || base === null) return false;
  if (!isByteslike(value)) {
    raise(rt, "TypeError", `a bytes-like object is required, not '${typeName(value.type)}'`);
    return false;
  }
  const content = bytesOf(value).slice();
  if (content.length !== range.count) {
    raise(rt, "ValueError", "memoryview assignment: lvalue and rvalue have different structures");
    return false;
  }
  const all = bytesOf(base);
  for (let i = 0; i < range.count; i += 1)
    all[start + (range.start + i * range.step) * step] = content[i] as number;
  return true;
}

function hash(rt: Runtime, self: PyObject): number | bigint | null {
  const { base, isReadonly } = data(self);
  if (base === null) return released(rt);
  if (!isReadonly) return raise(rt, "ValueError", "cannot hash writable memoryview object");
  return sipHash(bytesOf(self), hashKeyFor(rt.nuisance.hashes), rt.profile.strHashRounds);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const address = `0x${rt.heap.addressOf(self).toString(16)}`;
  return rt.newStr(`<${data(self).base === null ? "released memory" : "memory"} at ${address}>`);
}

const small = (name: string, value: (rt: Runtime, view: MemoryviewData) => PyObject) =>
  getset(name, (rt, self) => (data(self).base === null ? released(rt) : value(rt, data(self))));

const truth = (rt: Runtime, value: boolean): PyObject => newRef(value ? rt.true : rt.false);

export const memoryviewSpec: TypeSpec = {
  name: "memoryview",
  flags: TypeFlag.HaveGc | TypeFlag.HasWeakrefs,
  basicsize: 144,
  itemsize: 8,
  slots: {
    dealloc,
    traverse,
    sizeof: () => 168,
    new: viewNew,
    repr,
    hash,
    richcompare: compareByteslike,
    iter: (rt, self) => newIndexIterator(rt, rt.types.memory_iterator, self),
    length: (rt, self) => (data(self).base === null ? released(rt) : data(self).count),
    contains: containsByte,
    item: (rt, self, index) => {
      const { base, start, step, count } = data(self);
      if (base === null) return released(rt);
      if (index < 0 || index >= count) return raise(rt, "IndexError", "index out of bounds on dimension 1");
      return rt.newInt(bytesOf(base)[start + index * step] as number);
    },
    subscript,
    assSubscript,
  },
  getset: [
    small("obj", (rt, view) => newRef(view.base ?? rt.none)),
    small("nbytes", (rt, view) => rt.newInt(view.count)),
    small("itemsize", (rt) => rt.newInt(1)),
    small("format", (rt, view) => rt.newStr(view.format)),
    small("ndim", (rt) => rt.newInt(1)),
    small("shape", (rt, view) => rt.newTuple([rt.newInt(view.count)])),
    small("strides", (rt, view) => rt.newTuple([rt.newInt(view.step)])),
    small("suboffsets", (rt) => rt.newTuple([])),
    small("readonly", (rt, view) => truth(rt, view.isReadonly)),
    small("contiguous", (rt, view) => truth(rt, view.step === 1)),
    small("c_contiguous", (rt, view) => truth(rt, view.step === 1)),
    small("f_contiguous", (rt, view) => truth(rt, view.step === 1)),
  ],
  methods: [
    noArgs("release", (rt, self) => {
      release(rt, self);
      return newRef(rt.none);
    }),
    method("tobytes", (rt, self) => newBytes(rt, bytesOf(self).slice()), { min: 0, max: 1 }),
    noArgs("tolist", (rt, self) => rt.newList([...bytesOf(self)].map((byte) => rt.newInt(byte)))),
    keywordMethod("hex", hex),
    noArgs("toreadonly", (rt, self) => {
      const { base, start, step, count } = data(self);
      if (base === null) return released(rt);
      const view = newView(rt, self.type, base, { start, step, count });
      data(view).isReadonly = true;
      return view;
    }),
    noArgs("__enter__", (rt, self) => (data(self).base === null ? released(rt) : newRef(self))),
    method("__exit__", (rt, self) => {
      release(rt, self);
      return newRef(rt.none);
    }),
  ],
};

export const memoryIteratorSpec: TypeSpec = indexIteratorSpec({
  name: "memory_iterator",
  item: (rt, view, index) => {
    const value = bytesOf(view)[index];
    return value === undefined ? null : rt.newInt(value);
  },
  length: (_rt, view) => data(view).count,
});

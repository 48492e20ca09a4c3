/** tee: copies of one iterator that share what was read. */
import { decref, newRef } from "../../memory/refcount.ts";
import { getIter, iterNext } from "../../objects/abstract.ts";
import { raise } from "../../objects/errors.ts";
import { ssizeArgument } from "../../objects/indices.ts";
import { fieldSlots, newWithFields, setField } from "../../objects/native-fields.ts";
import { type PyObject, type Runtime, TypeFlag } from "../../objects/object.ts";
import { newTuple } from "../../objects/tuple-object.ts";
import { noArgs, type TypeSpec } from "../../objects/typespec.ts";
import { bytesByVersion } from "../module-sizes.ts";
import { type Args, iteratorType } from "./shape.ts";

/** Values the copies share, in blocks of so many; a block lives as long as a copy stands in it or before it. [LINKCELLS] */
const blockCells = 57;

interface TeeBlockData {
  iterator: PyObject;
  /** Owned. */
  values: PyObject[];
  next: PyObject | null;
}

interface TeeData {
  block: PyObject | null;
  index: number;
}

const blockFields = fieldSlots(["iterator", "next"]);

function newBlock(rt: Runtime, iterator: PyObject): PyObject {
  const data: TeeBlockData = { iterator: newRef(iterator), values: [], next: null };
  return newWithFields(rt, rt.types["itertools._tee_dataobject"], data, ["iterator", "next"]);
}

/** `block` is stolen. */
function newTee(rt: Runtime, block: PyObject, index: number): PyObject {
  const data: TeeData = { block, index };
  return newWithFields(rt, rt.types["itertools._tee"], data, ["block"]);
}

export function tee(rt: Runtime, _module: PyObject, args: Args): PyObject | null {
  const count = args[1] === undefined ? 2 : ssizeArgument(rt, args[1]);
  if (count === null) return null;
  if (count < 0) return raise(rt, "ValueError", "n must be >= 0");
  const iterator = getIter(rt, args[0] as PyObject);
  if (iterator === null) return null;
  const known = iterator.type === rt.types["itertools._tee"] ? (iterator.payload as TeeData) : null;
  const block = known === null ? newBlock(rt, iterator) : newRef(known.block as PyObject);
  const copies: PyObject[] = [];
  for (let i = 0; i < count; i += 1) copies.push(newTee(rt, newRef(block), known?.index ?? 0));
  decref(rt, block);
  decref(rt, iterator);
  return newTuple(rt, copies);
}

/** The value at a place of a block, read from the iterator when nobody has been there yet. */
function valueAt(rt: Runtime, block: PyObject, index: number): PyObject | null {
  const data = block.payload as TeeBlockData;
  const known = data.values[index];
  if (known !== undefined) return newRef(known);
  const value = iterNext(rt, data.iterator);
  if (value === null) return null;
  data.values.push(newRef(value));
  if (rt.recorder !== null) rt.recorder.slotWrite(block, "value", index, null, value);
  return value;
}

function teeNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as TeeData;
  if (data.block === null) return null;
  if (data.index >= blockCells) {
    const full = data.block.payload as TeeBlockData;
    if (full.next === null) setField(rt, data.block, "next", newBlock(rt, full.iterator));
    setField(rt, self, "block", newRef(full.next as PyObject));
    data.index = 0;
  }
  const value = valueAt(rt, data.block, data.index);
  if (value !== null) data.index += 1;
  return value;
}

export const teeSpec = iteratorType({
  name: "itertools._tee",
  fields: ["block"],
  make: (rt) => raise(rt, "TypeError", "cannot create 'itertools._tee' instances"),
  next: teeNext,
  methods: [
    noArgs("__copy__", (rt, self) => {
      const { block, index } = self.payload as TeeData;
      return newTee(rt, newRef(block as PyObject), index);
    }),
  ],
  basicsize: bytesByVersion("itertools._tee"),
});

function dropValues(rt: Runtime, self: PyObject): void {
  const data = self.payload as TeeBlockData;
  const { values } = data;
  data.values = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as PyObject;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "value", i, value, null);
    decref(rt, value);
  }
}

export const teeLinkSpec: TypeSpec = {
  name: "itertools._tee_dataobject",
  pyName: "_tee_dataobject",
  module: "itertools",
  flags: TypeFlag.HaveGc,
  basicsize: 496,
  isHeapType: (profile) => profile.collectionsMakeTypes && "first",
  slots: {
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      dropValues(rt, self);
      blockFields.dealloc?.(rt, self);
    },
    traverse: (self, visit) => {
      for (const [i, each] of (self.payload as TeeBlockData).values.entries()) visit(each, "value", i);
      blockFields.traverse?.(self, visit);
    },
    clear: (rt, self) => {
      dropValues(rt, self);
      setField(rt, self, "next", null);
    },
  },
};

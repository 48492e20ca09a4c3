import { newRef } from "../memory/refcount.ts";
import { raise } from "./errors.ts";
import { builtin, iteratorSelf } from "./index-iterator.ts";
import { fieldSlots, newWithFields, setField } from "./native-fields.ts";
import { type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { elementAt, type PySet } from "./set-object.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";

const used = (o: PyObject): number => (o as PySet).payload.used;

interface SetIteratorData {
  set: PyObject | null;
  size: number;
  slot: number;
  left: number;
}

/** A new iterator over a set. */
export function newSetIterator(rt: Runtime, self: PyObject): PyObject {
  const data: SetIteratorData = { set: newRef(self), size: used(self), slot: 0, left: used(self) };
  return newWithFields(rt, rt.types.set_iterator, data, ["set"]);
}

function iteratorNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as SetIteratorData;
  const { set } = data;
  if (set === null) return null;
  const table = (set as PySet).payload;
  if (data.size !== table.used) {
    data.size = -1;
    return raise(rt, "RuntimeError", "Set changed size during iteration");
  }
  for (let slot = data.slot; slot <= table.mask; slot += 1) {
    const key = elementAt(table, slot);
    if (key === null) continue;
    data.slot = slot + 1;
    data.left -= 1;
    return newRef(key);
  }
  setField(rt, self, "set", null);
  return null;
}

function iteratorHint(rt: Runtime, self: PyObject): PyObject {
  const { set, size, left } = self.payload as SetIteratorData;
  return rt.newInt(set !== null && size === used(set) ? left : 0);
}

function iteratorReduce(rt: Runtime, self: PyObject): PyObject | null {
  const { set, slot } = self.payload as SetIteratorData;
  const rest: PyObject[] = [];
  if (set !== null) {
    const table = (set as PySet).payload;
    for (let i = slot; i <= table.mask; i += 1) {
      const key = elementAt(table, i);
      if (key !== null) rest.push(newRef(key));
    }
  }
  const maker = builtin(rt, "iter");
  return maker === null ? null : rt.newTuple([maker, rt.newTuple([rt.newList(rest)])]);
}

export const setIteratorSpec: TypeSpec = {
  name: "set_iterator",
  flags: TypeFlag.HaveGc,
  basicsize: 48,
  slots: { ...fieldSlots(["set"]), iter: iteratorSelf, iternext: iteratorNext },
  methods: [noArgs("__length_hint__", iteratorHint), noArgs("__reduce__", iteratorReduce)],
};

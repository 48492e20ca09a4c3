/** filter.   [mirrors filter in Python/bltinmodule.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, getIter, isTrue, iterNext } from "./abstract.ts";
import { iteratorSelf } from "./index-iterator.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";

interface FilterData {
  func: PyObject | null;
  iterator: PyObject | null;
}

const fields = ["iterator", "func"] as const;

function filterNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  if (!noKeywords(rt, "filter", names)) return null;
  if (!checkPositional(rt, "filter", args.length, 2, 2)) return null;
  const iterator = getIter(rt, args[1] as PyObject);
  if (iterator === null) return null;
  const data: FilterData = { func: newRef(args[0] as PyObject), iterator };
  return newWithFields(rt, type as PyType, data, fields);
}

function next(rt: Runtime, self: PyObject): PyObject | null {
  const { func, iterator } = self.payload as FilterData;
  if (func === null || iterator === null) return null;
  for (;;) {
    const item = iterNext(rt, iterator);
    if (item === null) return null;
    rt.charge(1, 0);
    const passes = test(rt, func, item);
    if (passes === true) return item;
    decref(rt, item);
    if (passes === null) return null;
  }
}

function test(rt: Runtime, func: PyObject, item: PyObject): boolean | null {
  if (func === rt.none || func === rt.types.bool) return isTrue(rt, item);
  if (rt.recorder !== null) rt.recorder.nativeHold("argument of filter", item);
  const answer = call(rt, func, [item]);
  if (rt.recorder !== null) rt.recorder.nativeRelease("argument of filter", item);
  if (answer === null) return null;
  hold(rt, "result in use", answer);
  const truth = isTrue(rt, answer);
  dropHeld(rt, "result in use", answer);
  return truth;
}

function reduce(rt: Runtime, self: PyObject): PyObject {
  const { func, iterator } = self.payload as FilterData;
  const args = rt.newTuple([newRef(func ?? rt.none), newRef(iterator ?? rt.none)]);
  return rt.newTuple([newRef(self.type), args]);
}

export const filterSpec: TypeSpec = {
  name: "filter",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType,
  basicsize: 32,
  slots: { ...fieldSlots(fields), new: filterNew, iter: iteratorSelf, iternext: next },
  methods: [noArgs("__reduce__", reduce)],
};

/** map.   [mirrors map in Python/bltinmodule.c] */
import { decref, decrefAll, newRef } from "../memory/refcount.ts";
import { call, iterNext } from "./abstract.ts";
import { raise } from "./errors.ts";
import { iteratorSelf } from "./index-iterator.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { tupleItems } from "./tuple-object.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";
import { checkStrict, iteratorsOf, strictKeyword } from "./zip.ts";

interface MapData {
  iterators: PyObject | null;
  func: PyObject | null;
  strict: boolean;
}

const fields = ["iterators", "func"] as const;

function mapNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const strict = strictKeyword(rt, "map", rt.profile.mapIsStrict, args, names);
  if (strict === null) return null;
  const given = names === null ? args : args.slice(0, args.length - names.length);
  const [func, ...iterables] = given;
  if (func === undefined || iterables.length === 0)
    return raise(rt, "TypeError", "map() must have at least two arguments.");
  const iterators = iteratorsOf(rt, iterables);
  if (iterators === null) return null;
  const data: MapData = { iterators, func: newRef(func), strict };
  return newWithFields(rt, type as PyType, data, fields);
}

function next(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as MapData;
  if (data.iterators === null || data.func === null) return null;
  const iterators = tupleItems(data.iterators);
  const args: PyObject[] = [];
  for (let i = 0; i < iterators.length; i += 1) {
    const item = iterNext(rt, iterators[i] as PyObject);
    if (item === null) {
      decrefAll(rt, args);
      if (data.strict && rt.thread.exception === null) checkStrict(rt, "map", iterators, i);
      return null;
    }
    args.push(item);
  }
  if (rt.recorder !== null) for (const arg of args) rt.recorder.nativeHold("argument of map", arg);
  const result = call(rt, data.func, args);
  for (const arg of args) {
    if (rt.recorder !== null) rt.recorder.nativeRelease("argument of map", arg);
    decref(rt, arg);
  }
  return result;
}

function reduce(rt: Runtime, self: PyObject): PyObject {
  const data = self.payload as MapData;
  const iterators = data.iterators === null ? [] : tupleItems(data.iterators);
  const args = rt.newTuple([newRef(data.func ?? rt.none), ...iterators.map((each) => newRef(each))]);
  return rt.newTuple([newRef(self.type), args]);
}

export const mapSpec: TypeSpec = {
  name: "map",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType,
  basicsize: (profile) => profile.mapBytes,
  slots: { ...fieldSlots(fields), new: mapNew, iter: iteratorSelf, iternext: next },
  methods: [noArgs("__reduce__", reduce)],
};

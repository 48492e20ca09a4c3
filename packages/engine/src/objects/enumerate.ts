/** enumerate.   [mirrors Objects/enumobject.c] */
import { decref, newRef } from "../memory/refcount.ts";
import { getIter, index as indexObject, iterNext } from "./abstract.ts";
import { classGetItem } from "./class-getitem.ts";
import { raise } from "./errors.ts";
import { iteratorSelf } from "./index-iterator.ts";
import { parseArguments } from "./native-arguments.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { fillReusedTuple, newReusedTuple } from "./reused-tuple.ts";
import { text } from "./str-object.ts";
import type { PyTuple } from "./tuple-object.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";

interface EnumerateData {
  next: number | bigint;
  iterator: PyObject | null;
  /** The tuple given out last. */
  result: PyObject | null;
}

const fields = ["iterator", "result"] as const;
const parameters = { names: ["iterable", "start"], required: 1 };

function enumerateNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  if (rt.profile.enumerateTakesVector && !checkVector(rt, args.length, names)) return null;
  const places = parseArguments(rt, "enumerate", parameters, args, names);
  if (places === null) return null;
  const [iterable, start = null] = places as [PyObject, PyObject | null];
  let next: number | bigint = 0;
  if (start !== null) {
    const first = indexObject(rt, start);
    if (first === null) return null;
    next = (first as PyObject<number | bigint>).payload;
    decref(rt, first);
  }
  const iterator = getIter(rt, iterable);
  if (iterator === null) return null;
  const data: EnumerateData = { next, iterator, result: newReusedTuple(rt, 2, true) };
  return newWithFields(rt, type as PyType, data, fields);
}

/** Its own look at the arguments, with words of its own. [enumerate_vectorcall] */
function checkVector(rt: Runtime, count: number, names: readonly PyObject[] | null): boolean {
  const wrong = (message: string): false => {
    raise(rt, "TypeError", message);
    return false;
  };
  if (count === 0) return wrong("enumerate() missing required argument 'iterable'");
  if (count > 2) return wrong(`enumerate() takes at most 2 arguments (${count} given)`);
  const given = (names ?? []).map(text);
  const places = ["iterable", "start"].slice(count - given.length, count);
  const isSwapped = given.length === 2 && given[0] === "start";
  if (isSwapped) places.reverse();
  const stray = given.find((name, i) => name !== places[i]);
  return stray === undefined || wrong(`'${stray}' is an invalid keyword argument for enumerate()`);
}

function next(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as EnumerateData;
  if (data.iterator === null) return null;
  const item = iterNext(rt, data.iterator);
  if (item === null) return null;
  const number = rt.newInt(data.next);
  data.next = following(data.next);
  return fillReusedTuple(rt, data.result as PyTuple, [number, item]);
}

function following(n: number | bigint): number | bigint {
  if (typeof n === "bigint") return n + 1n;
  return n < Number.MAX_SAFE_INTEGER ? n + 1 : BigInt(n) + 1n;
}

function reduce(rt: Runtime, self: PyObject): PyObject {
  const data = self.payload as EnumerateData;
  const args = rt.newTuple([newRef(data.iterator ?? rt.none), rt.newInt(data.next)]);
  return rt.newTuple([newRef(self.type), args]);
}

export const enumerateSpec: TypeSpec = {
  name: "enumerate",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType,
  basicsize: (profile) => profile.enumerateBytes,
  slots: { ...fieldSlots(fields), new: enumerateNew, iter: iteratorSelf, iternext: next },
  methods: [noArgs("__reduce__", reduce), classGetItem],
};

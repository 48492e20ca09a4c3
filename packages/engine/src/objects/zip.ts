/** zip.   [mirrors zip in Python/bltinmodule.c] */
import { decref, decrefAll, newRef } from "../memory/refcount.ts";
import { getIter, isTrue, iterNext } from "./abstract.ts";
import { raise } from "./errors.ts";
import { iteratorSelf } from "./index-iterator.ts";
import { noKeywords, parseArguments } from "./native-arguments.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { fillReusedTuple, newReusedTuple } from "./reused-tuple.ts";
import { newTuple, type PyTuple, tupleItems } from "./tuple-object.ts";
import { noArgs, oneArg, type TypeSpec } from "./typespec.ts";

export interface ZipData {
  /** A tuple of the iterators. */
  iterators: PyObject | null;
  result: PyObject | null;
  strict: boolean;
}

const fields = ["iterators", "result"] as const;

/** The iterators of all arguments as a tuple; null with an exception. */
export function iteratorsOf(rt: Runtime, iterables: readonly PyObject[]): PyTuple | null {
  const iterators: PyObject[] = [];
  for (const iterable of iterables) {
    const iterator = getIter(rt, iterable);
    if (iterator === null) {
      decrefAll(rt, iterators);
      return null;
    }
    iterators.push(iterator);
  }
  return newTuple(rt, iterators);
}

/** The `strict` keyword, from the version that has it; null with an exception. */
export function strictKeyword(
  rt: Runtime,
  fname: string,
  exists: boolean,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean | null {
  if (names === null || names.length === 0) return false;
  if (!exists) {
    noKeywords(rt, fname, names);
    return null;
  }
  const given = args.slice(args.length - names.length);
  const places = parseArguments(rt, fname, { names: ["strict"], required: 0, positional: 0 }, given, names);
  return places === null ? null : isTrue(rt, places[0] as PyObject);
}

function zipNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const strict = strictKeyword(rt, "zip", rt.profile.zipIsStrict, args, names);
  if (strict === null) return null;
  const iterables = names === null ? args : args.slice(0, args.length - names.length);
  const iterators = iteratorsOf(rt, iterables);
  if (iterators === null) return null;
  const data: ZipData = { iterators, result: newReusedTuple(rt, iterables.length), strict };
  return newWithFields(rt, type as PyType, data, fields);
}

function next(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as ZipData;
  if (data.iterators === null) return null;
  const iterators = tupleItems(data.iterators);
  if (iterators.length === 0) return null;
  const items: PyObject[] = [];
  for (let i = 0; i < iterators.length; i += 1) {
    const item = iterNext(rt, iterators[i] as PyObject);
    if (item === null) {
      decrefAll(rt, items);
      if (data.strict && rt.thread.exception === null) checkStrict(rt, "zip", iterators, i);
      return null;
    }
    items.push(item);
  }
  return fillReusedTuple(rt, data.result as PyTuple, items);
}

/** Iterator `ended` is the first without an item; the others must have none either. */
export function checkStrict(rt: Runtime, fname: string, iterators: readonly PyObject[], ended: number): null {
  const others = (n: number): string => (n === 1 ? " " : `s 1-${n}`).replace(/^ $/, " 1");
  if (ended > 0)
    return raise(
      rt,
      "ValueError",
      `${fname}() argument ${ended + 1} is shorter than argument${others(ended)}`,
    );
  for (let i = 1; i < iterators.length; i += 1) {
    const item = iterNext(rt, iterators[i] as PyObject);
    if (item === null) {
      if (rt.thread.exception !== null) return null;
      continue;
    }
    decref(rt, item);
    return raise(rt, "ValueError", `${fname}() argument ${i + 1} is longer than argument${others(i)}`);
  }
  return null;
}

function reduce(rt: Runtime, self: PyObject): PyObject {
  const data = self.payload as ZipData;
  const parts = [newRef(self.type), newRef(data.iterators ?? rt.none)];
  if (data.strict) parts.push(newRef(rt.true));
  return rt.newTuple(parts);
}

function setState(rt: Runtime, self: PyObject, state: PyObject): PyObject | null {
  const strict = isTrue(rt, state);
  if (strict === null) return null;
  (self.payload as ZipData).strict = strict;
  return newRef(rt.none);
}

export const zipSpec: TypeSpec = {
  name: "zip",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType,
  basicsize: (profile) => profile.zipBytes,
  slots: { ...fieldSlots(fields), new: zipNew, iter: iteratorSelf, iternext: next },
  methods: [noArgs("__reduce__", reduce), oneArg("__setstate__", setState)],
};

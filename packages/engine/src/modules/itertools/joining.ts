/** chain, accumulate, pairwise, batched, zip_longest. */
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, decrefAll, newRef } from "../../memory/refcount.ts";
import { binaryOp, call, getIter, isTrue, iterNext } from "../../objects/abstract.ts";
import { raise } from "../../objects/errors.ts";
import { ssizeArgument } from "../../objects/indices.ts";
import { checkPositional, noKeywords, parseArguments } from "../../objects/native-arguments.ts";
import { fieldSlots, newWithFields, setField } from "../../objects/native-fields.ts";
import type { PyObject, PyType, Runtime } from "../../objects/object.ts";
import { fillReusedTuple, newReusedTuple } from "../../objects/reused-tuple.ts";
import { text } from "../../objects/str-object.ts";
import { newTuple, type PyTuple } from "../../objects/tuple-object.ts";
import { classMethod } from "../../objects/typespec.ts";
import { bytesByVersion } from "../module-sizes.ts";
import { type Args, iteratorType, type Names } from "./shape.ts";

// ---- chain ---------------------------------------------------------------------------------------------------

interface ChainData {
  source: PyObject | null;
  active: PyObject | null;
}

function newChain(rt: Runtime, type: PyType, iterables: PyObject): PyObject | null {
  const source = getIter(rt, iterables);
  if (source === null) return null;
  const data: ChainData = { source, active: null };
  return newWithFields(rt, type, data, ["active", "source"]);
}

function makeChain(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  if (!noKeywords(rt, "chain", names)) return null;
  const iterables = newTuple(rt, args.map(newRef));
  const chain = newChain(rt, type, iterables);
  decref(rt, iterables);
  return chain;
}

function chainNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as ChainData;
  while (data.source !== null) {
    if (data.active === null) {
      const iterable = iterNext(rt, data.source);
      const active = iterable === null ? null : getIter(rt, iterable);
      if (iterable !== null) decref(rt, iterable);
      if (active === null) {
        setField(rt, self, "source", null);
        return null;
      }
      setField(rt, self, "active", active);
    }
    const item = iterNext(rt, data.active as PyObject);
    if (item !== null || rt.thread.exception !== null) return item;
    setField(rt, self, "active", null);
  }
  return null;
}

export const chainSpec = iteratorType({
  name: "itertools.chain",
  fields: ["active", "source"],
  make: makeChain,
  next: chainNext,
  methods: [
    classMethod("from_iterable", (rt, type, args) => newChain(rt, type as PyType, args[0] as PyObject), {
      min: 1,
      max: 1,
    }),
  ],
  basicsize: 32,
});

// ---- accumulate ----------------------------------------------------------------------------------------------

interface AccumulateData {
  total: PyObject | null;
  iterator: PyObject;
  func: PyObject | null;
  initial: PyObject | null;
}

const accumulateFields = ["func", "iterator", "total", "initial"] as const;

function makeAccumulate(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  const parameters = { names: ["iterable", "func", "initial"], required: 1, positional: 2 };
  const places = parseArguments(rt, "accumulate", parameters, args, names);
  if (places === null) return null;
  const [iterable, func = null, initial = null] = places as [PyObject, PyObject | null, PyObject | null];
  const iterator = getIter(rt, iterable);
  if (iterator === null) return null;
  const keep = (o: PyObject | null): PyObject | null => (o === null || o === rt.none ? null : newRef(o));
  const data: AccumulateData = {
    total: null,
    iterator,
    func: keep(func),
    initial: newRef(initial ?? rt.none),
  };
  return newWithFields(rt, type, data, accumulateFields);
}

function accumulateNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as AccumulateData;
  if (data.initial !== null && data.initial !== rt.none) {
    const { initial } = data;
    setField(rt, self, "total", newRef(initial));
    setField(rt, self, "initial", null);
    return newRef(data.total as PyObject);
  }
  const item = iterNext(rt, data.iterator);
  if (item === null) return null;
  if (data.total === null) {
    setField(rt, self, "total", newRef(item));
    return item;
  }
  hold(rt, "item in use", item);
  const total =
    data.func === null ? binaryOp(rt, "add", data.total, item) : call(rt, data.func, [data.total, item]);
  dropHeld(rt, "item in use", item);
  if (total === null) return null;
  setField(rt, self, "total", newRef(total));
  return total;
}

export const accumulateSpec = iteratorType({
  name: "itertools.accumulate",
  fields: accumulateFields,
  make: makeAccumulate,
  next: accumulateNext,
  basicsize: bytesByVersion("itertools.accumulate"),
});

// ---- pairwise, batched ---------------------------------------------------------------------------------------

interface PairwiseData {
  iterator: PyObject | null;
  old: PyObject | null;
  result: PyObject;
}

const pairwiseFields = ["iterator", "old", "result"] as const;

export const pairwiseSpec = iteratorType({
  name: "itertools.pairwise",
  fields: pairwiseFields,
  make: (rt, type, args, names) => {
    if (!noKeywords(rt, "pairwise", names) || !checkPositional(rt, "pairwise", args.length, 1, 1))
      return null;
    const iterator = getIter(rt, args[0] as PyObject);
    if (iterator === null) return null;
    const data: PairwiseData = { iterator, old: null, result: newReusedTuple(rt, 2) };
    return newWithFields(rt, type, data, pairwiseFields);
  },
  next: (rt, self) => {
    const data = self.payload as PairwiseData;
    if (data.iterator === null) return null;
    if (data.old === null) {
      const first = iterNext(rt, data.iterator);
      if (first === null) {
        setField(rt, self, "iterator", null);
        return null;
      }
      setField(rt, self, "old", first);
    }
    const item = iterNext(rt, data.iterator);
    if (item === null) {
      setField(rt, self, "iterator", null);
      setField(rt, self, "old", null);
      return null;
    }
    const pair = fillReusedTuple(rt, data.result as PyTuple, [newRef(data.old as PyObject), newRef(item)]);
    setField(rt, self, "old", item);
    return pair;
  },
  basicsize: bytesByVersion("itertools.pairwise"),
  exists: (profile) => profile.itertoolsHasPairwise,
});

interface BatchedData {
  iterator: PyObject | null;
  size: number;
  strict: boolean;
}

export const batchedSpec = iteratorType({
  name: "itertools.batched",
  fields: ["iterator"],
  make: (rt, type, args, names) => {
    const parameters = { names: ["iterable", "n", "strict"], required: 2, positional: 2 };
    const places = parseArguments(rt, "batched", parameters, args, names);
    if (places === null) return null;
    const size = ssizeArgument(rt, places[1] as PyObject);
    if (size === null) return null;
    if (size < 1) return raise(rt, "ValueError", "n must be at least one");
    const strict = places[2] === null || places[2] === undefined ? false : isTrue(rt, places[2]);
    if (strict === null) return null;
    const iterator = getIter(rt, places[0] as PyObject);
    if (iterator === null) return null;
    const data: BatchedData = { iterator, size, strict };
    return newWithFields(rt, type, data, ["iterator"]);
  },
  next: (rt, self) => {
    const data = self.payload as BatchedData;
    if (data.iterator === null) return null;
    const items: PyObject[] = [];
    while (items.length < data.size) {
      const item = iterNext(rt, data.iterator);
      if (item === null) break;
      items.push(item);
    }
    if (rt.thread.exception !== null || items.length === 0) {
      decrefAll(rt, items);
      setField(rt, self, "iterator", null);
      return null;
    }
    if (data.strict && items.length < data.size) {
      decrefAll(rt, items);
      return raise(rt, "ValueError", "batched(): incomplete batch");
    }
    return newTuple(rt, items);
  },
  basicsize: bytesByVersion("itertools.batched"),
  exists: (profile) => profile.itertoolsHasBatched,
});

// ---- zip_longest ---------------------------------------------------------------------------------------------

interface ZipLongestData {
  /** A list of iterators; None where one has ended. */
  iterators: (PyObject | null)[];
  active: number;
  fill: PyObject;
  result: PyObject;
}

function makeZipLongest(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  let fill = rt.none;
  const positional = args.length - (names?.length ?? 0);
  for (let i = 0; i < (names?.length ?? 0); i += 1) {
    if (text((names as Args)[i] as PyObject) !== "fillvalue")
      return raise(rt, "TypeError", "zip_longest() got an unexpected keyword argument");
    fill = args[positional + i] as PyObject;
  }
  const iterators: PyObject[] = [];
  for (const iterable of args.slice(0, positional)) {
    const iterator = getIter(rt, iterable);
    if (iterator === null) {
      decrefAll(rt, iterators);
      return null;
    }
    iterators.push(iterator);
  }
  const data: ZipLongestData = {
    iterators,
    active: iterators.length,
    fill: newRef(fill),
    result: newReusedTuple(rt, iterators.length),
  };
  const zip = newWithFields(rt, type, data, ["fill", "result"]);
  if (rt.recorder !== null)
    for (const [i, each] of iterators.entries()) rt.recorder.slotWrite(zip, "iterator", i, null, each);
  return zip;
}

function dropIterator(rt: Runtime, self: PyObject, i: number): void {
  const { iterators } = self.payload as ZipLongestData;
  const old = iterators[i] ?? null;
  if (old === null) return;
  iterators[i] = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "iterator", i, old, null);
  decref(rt, old);
}

function zipLongestNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as ZipLongestData;
  if (data.iterators.length === 0 || data.active === 0) return null;
  const items: PyObject[] = [];
  for (let i = 0; i < data.iterators.length; i += 1) {
    const iterator = data.iterators[i] ?? null;
    const item = iterator === null ? null : iterNext(rt, iterator);
    if (item === null && iterator !== null) {
      data.active -= 1;
      if (data.active === 0 || rt.thread.exception !== null) {
        data.active = 0;
        decrefAll(rt, items);
        return null;
      }
      dropIterator(rt, self, i);
    }
    items.push(item ?? newRef(data.fill));
  }
  return fillReusedTuple(rt, data.result as PyTuple, items);
}

const longestFields = fieldSlots(["fill", "result"]);

export const zipLongestSpec = iteratorType({
  name: "itertools.zip_longest",
  fields: ["fill", "result"],
  make: makeZipLongest,
  next: zipLongestNext,
  slots: {
    dealloc: (rt, self) => {
      const { iterators } = self.payload as ZipLongestData;
      for (let i = 0; i < iterators.length; i += 1) dropIterator(rt, self, i);
      longestFields.dealloc?.(rt, self);
    },
    traverse: (self, visit) => {
      const { iterators } = self.payload as ZipLongestData;
      for (const [i, each] of iterators.entries()) if (each !== null) visit(each, "iterator", i);
      longestFields.traverse?.(self, visit);
    },
  },
  basicsize: 56,
});

/** compress, dropwhile, takewhile, filterfalse, starmap, islice. */
import { dropHeld, hold, letGo } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { call, getIter, isTrue, iterNext } from "../../objects/abstract.ts";
import { asIndex } from "../../objects/abstract-number.ts";
import { raise } from "../../objects/errors.ts";
import { hasIndex } from "../../objects/indices.ts";
import { checkPositional, noKeywords, parseArguments } from "../../objects/native-arguments.ts";
import { newWithFields, setField } from "../../objects/native-fields.ts";
import type { PyObject, PyType, Runtime } from "../../objects/object.ts";
import { tupleFrom } from "../../objects/tuple.ts";
import { tupleItems } from "../../objects/tuple-object.ts";
import { type Args, iteratorType, type Names } from "./shape.ts";

interface FunctionData {
  func: PyObject;
  iterator: PyObject;
  /** dropwhile: has begun; takewhile: has ended. */
  isSwitched: boolean;
}

const fields = ["iterator", "func"] as const;

function makeFunction(fname: string) {
  return (rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null => {
    if (!noKeywords(rt, fname, names) || !checkPositional(rt, fname, args.length, 2, 2)) return null;
    const iterator = getIter(rt, args[1] as PyObject);
    if (iterator === null) return null;
    const data: FunctionData = { func: newRef(args[0] as PyObject), iterator, isSwitched: false };
    return newWithFields(rt, type, data, fields);
  };
}

function test(rt: Runtime, func: PyObject, item: PyObject): boolean | null {
  if (func === rt.none || func === rt.types.bool) return isTrue(rt, item);
  const answer = call(rt, func, [item]);
  if (answer === null) return null;
  hold(rt, "result in use", answer);
  const truth = isTrue(rt, answer);
  dropHeld(rt, "result in use", answer);
  return truth;
}

/** The next item for which `accept` says true. */
function nextThat(
  rt: Runtime,
  iterator: PyObject,
  accept: (item: PyObject) => boolean | null,
): PyObject | null {
  for (;;) {
    const item = iterNext(rt, iterator);
    if (item === null) return null;
    rt.charge(1, 0);
    hold(rt, "item in use", item);
    const accepted = accept(item);
    letGo(rt, "item in use", item);
    if (accepted === true) return item;
    decref(rt, item);
    if (accepted === null) return null;
  }
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

export const dropwhileSpec = iteratorType({
  name: "itertools.dropwhile",
  fields,
  make: makeFunction("dropwhile"),
  next: (rt, self) => {
    const data = self.payload as FunctionData;
    if (data.isSwitched) return iterNext(rt, data.iterator);
    const first = nextThat(rt, data.iterator, (item) => negate(test(rt, data.func, item)));
    if (first !== null) data.isSwitched = true;
    return first;
  },
  basicsize: 40,
});

export const takewhileSpec = iteratorType({
  name: "itertools.takewhile",
  fields,
  make: makeFunction("takewhile"),
  next: (rt, self) => {
    const data = self.payload as FunctionData;
    if (data.isSwitched) return null;
    const item = iterNext(rt, data.iterator);
    if (item === null) return null;
    hold(rt, "item in use", item);
    const passes = test(rt, data.func, item);
    letGo(rt, "item in use", item);
    if (passes === true) return item;
    decref(rt, item);
    if (passes === false) data.isSwitched = true;
    return null;
  },
  basicsize: 40,
});

export const filterfalseSpec = iteratorType({
  name: "itertools.filterfalse",
  fields,
  make: makeFunction("filterfalse"),
  next: (rt, self) => {
    const { func, iterator } = self.payload as FunctionData;
    return nextThat(rt, iterator, (item) => negate(test(rt, func, item)));
  },
  basicsize: 32,
});

export const starmapSpec = iteratorType({
  name: "itertools.starmap",
  fields,
  make: makeFunction("starmap"),
  next: (rt, self) => {
    const { func, iterator } = self.payload as FunctionData;
    const item = iterNext(rt, iterator);
    if (item === null) return null;
    hold(rt, "item in use", item);
    const args = tupleFrom(rt, item);
    dropHeld(rt, "item in use", item);
    if (args === null) return null;
    hold(rt, "call arguments", args);
    const result = call(rt, func, tupleItems(args));
    dropHeld(rt, "call arguments", args);
    return result;
  },
  basicsize: 32,
});

// ---- compress ------------------------------------------------------------------------------------------------

interface CompressData {
  data: PyObject;
  selectors: PyObject;
}

export const compressSpec = iteratorType({
  name: "itertools.compress",
  fields: ["data", "selectors"],
  make: (rt, type, args, names) => {
    const places = parseArguments(rt, "compress", { names: ["data", "selectors"], required: 2 }, args, names);
    if (places === null) return null;
    const data = getIter(rt, places[0] as PyObject);
    if (data === null) return null;
    hold(rt, "iterator drawn from", data);
    const selectors = getIter(rt, places[1] as PyObject);
    letGo(rt, "iterator drawn from", data);
    if (selectors === null) {
      decref(rt, data);
      return null;
    }
    const payload: CompressData = { data, selectors };
    return newWithFields(rt, type, payload, ["data", "selectors"]);
  },
  next: (rt, self) => {
    const { data, selectors } = self.payload as CompressData;
    return nextThat(rt, data, () => {
      const selector = iterNext(rt, selectors);
      if (selector === null) return null;
      hold(rt, "value in use", selector);
      const truth = isTrue(rt, selector);
      dropHeld(rt, "value in use", selector);
      return truth;
    });
  },
  basicsize: 32,
});

// ---- islice --------------------------------------------------------------------------------------------------

interface IsliceData {
  iterator: PyObject | null;
  next: number;
  /** −1: no end. */
  stop: number;
  step: number;
  count: number;
}

function islicePart(rt: Runtime, o: PyObject, fallback: number): number | null {
  if (o === rt.none) return fallback;
  const value = hasIndex(o) ? asIndex(rt, o, "OverflowError") : null;
  return value !== null && value >= 0 ? value : null;
}

function makeIslice(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  if (!noKeywords(rt, "islice", names) || !checkPositional(rt, "islice", args.length, 2, 4)) return null;
  const [iterable, second, third, fourth] = args as [PyObject, PyObject, PyObject?, PyObject?];
  const range = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  const start = third === undefined ? 0 : islicePart(rt, second, 0);
  const stop = islicePart(rt, third ?? second, -1);
  if (stop === null)
    return raise(
      rt,
      "ValueError",
      "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
    );
  if (start === null) return raise(rt, "ValueError", range);
  const step = fourth === undefined ? 1 : islicePart(rt, fourth, 1);
  if (step === null || step < 1)
    return raise(rt, "ValueError", "Step for islice() must be a positive integer or None.");
  const iterator = getIter(rt, iterable);
  if (iterator === null) return null;
  const data: IsliceData = { iterator, next: start, stop, step, count: 0 };
  return newWithFields(rt, type, data, ["iterator"]);
}

function isliceNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as IsliceData;
  const { iterator } = data;
  if (iterator === null) return null;
  const end = (): null => {
    setField(rt, self, "iterator", null);
    return null;
  };
  const { stop } = data;
  while (data.count < data.next && (stop < 0 || data.count < stop)) {
    const skipped = iterNext(rt, iterator);
    if (skipped === null) return rt.thread.exception === null ? end() : null;
    rt.charge(1, 0);
    decref(rt, skipped);
    data.count += 1;
  }
  if (stop >= 0 && data.count >= stop) return end();
  const item = iterNext(rt, iterator);
  if (item === null) return rt.thread.exception === null ? end() : null;
  data.count += 1;
  data.next += data.step;
  if (stop >= 0 && data.next > stop) data.next = stop;
  return item;
}

export const isliceSpec = iteratorType({
  name: "itertools.islice",
  fields: ["iterator"],
  make: makeIslice,
  next: isliceNext,
  basicsize: 56,
});

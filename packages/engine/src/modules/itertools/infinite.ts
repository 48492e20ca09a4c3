/** count, cycle, repeat. */
import { decref, newRef } from "../../memory/refcount.ts";
import { binaryOp, getIter, iterNext, repr } from "../../objects/abstract.ts";
import { raise } from "../../objects/errors.ts";
import { ssizeArgument } from "../../objects/indices.ts";
import { listAppend, type PyList } from "../../objects/list-object.ts";
import { checkPositional, noKeywords, parseArguments } from "../../objects/native-arguments.ts";
import { newWithFields, setField } from "../../objects/native-fields.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "../../objects/object.ts";
import { text } from "../../objects/str-object.ts";
import { noArgs } from "../../objects/typespec.ts";
import { bytesByVersion } from "../module-sizes.ts";
import { type Args, iteratorType, type Names } from "./shape.ts";

// ---- count ---------------------------------------------------------------------------------------------------

interface CountData {
  next: PyObject;
  step: PyObject;
}

const countFields = ["next", "step"] as const;

function isNumber(o: PyObject): boolean {
  const { slots } = o.type.payload;
  return (
    slots.index !== undefined ||
    slots.float !== undefined ||
    slots.int !== undefined ||
    slots.add !== undefined
  );
}

function makeCount(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "count", { names: ["start", "step"], required: 0 }, args, names);
  if (places === null) return null;
  const [start = null, step = null] = places;
  for (const each of [start, step])
    if (each !== null && !isNumber(each)) return raise(rt, "TypeError", "a number is required");
  const data: CountData = {
    next: start === null ? rt.newInt(0) : newRef(start),
    step: step === null ? rt.newInt(1) : newRef(step),
  };
  return newWithFields(rt, type, data, countFields);
}

function countNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as CountData;
  const following = binaryOp(rt, "add", data.next, data.step);
  if (following === null) return null;
  const current = newRef(data.next);
  setField(rt, self, "next", following);
  return current;
}

function countRepr(rt: Runtime, self: PyObject): PyObject | null {
  const { next, step } = self.payload as CountData;
  const first = repr(rt, next);
  if (first === null) return null;
  const value = text(first);
  decref(rt, first);
  if (hasFlag(step.type, TypeFlag.IntSubclass) && (step as PyObject<number | bigint>).payload === 1)
    return rt.newStr(`count(${value})`);
  const second = repr(rt, step);
  if (second === null) return null;
  const shown = `count(${value}, ${text(second)})`;
  decref(rt, second);
  return rt.newStr(shown);
}

/** A machine number until it grows too large or the step is not 1. */
function isFast({ next, step }: CountData): boolean {
  const isOne = (step as PyObject<unknown>).payload === 1;
  return isOne && hasFlag(next.type, TypeFlag.IntSubclass) && typeof next.payload === "number";
}

export const countSpec = iteratorType({
  name: "itertools.count",
  fields: countFields,
  slots: {
    repr: countRepr,
    traverse: (self, visit) => {
      const data = self.payload as CountData;
      if (!isFast(data)) visit(data.next, "next", null);
      visit(data.step, "step", null);
    },
    holds: (self, visit) => {
      const data = self.payload as CountData;
      if (isFast(data)) visit(data.next, "next", null);
    },
  },
  make: makeCount,
  next: countNext,
  basicsize: 40,
});

// ---- cycle ---------------------------------------------------------------------------------------------------

interface CycleData {
  iterator: PyObject | null;
  saved: PyObject;
  index: number;
}

function makeCycle(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  if (!noKeywords(rt, "cycle", names) || !checkPositional(rt, "cycle", args.length, 1, 1)) return null;
  const iterator = getIter(rt, args[0] as PyObject);
  if (iterator === null) return null;
  const data: CycleData = { iterator, saved: rt.newList([]), index: 0 };
  return newWithFields(rt, type, data, ["iterator", "saved"]);
}

function cycleNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as CycleData;
  if (data.iterator !== null) {
    const item = iterNext(rt, data.iterator);
    if (item !== null) {
      listAppend(rt, data.saved as PyList, item);
      return item;
    }
    if (rt.thread.exception !== null) return null;
    setField(rt, self, "iterator", null);
  }
  const { items } = (data.saved as PyList).payload;
  const item = items[data.index];
  if (item === undefined) return null;
  data.index = (data.index + 1) % items.length;
  return newRef(item);
}

export const cycleSpec = iteratorType({
  name: "itertools.cycle",
  fields: ["iterator", "saved"],
  make: makeCycle,
  next: cycleNext,
  basicsize: bytesByVersion("itertools.cycle"),
});

// ---- repeat --------------------------------------------------------------------------------------------------

interface RepeatData {
  element: PyObject;
  /** −1: for ever. */
  left: number;
}

function makeRepeat(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "repeat", { names: ["object", "times"], required: 1 }, args, names);
  if (places === null) return null;
  const times = places[1] ?? null;
  const left = times === null ? -1 : ssizeArgument(rt, times);
  if (left === null) return null;
  const data: RepeatData = {
    element: newRef(places[0] as PyObject),
    left: times === null ? -1 : Math.max(0, left),
  };
  return newWithFields(rt, type, data, ["element"]);
}

function repeatNext(_rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as RepeatData;
  if (data.left === 0) return null;
  if (data.left > 0) data.left -= 1;
  return newRef(data.element);
}

function repeatRepr(rt: Runtime, self: PyObject): PyObject | null {
  const { element, left } = self.payload as RepeatData;
  const shown = repr(rt, element);
  if (shown === null) return null;
  const value = text(shown);
  decref(rt, shown);
  return rt.newStr(left < 0 ? `repeat(${value})` : `repeat(${value}, ${left})`);
}

export const repeatSpec = iteratorType({
  name: "itertools.repeat",
  fields: ["element"],
  make: makeRepeat,
  next: repeatNext,
  slots: { repr: repeatRepr },
  methods: [
    noArgs("__length_hint__", (rt, self) => {
      const { left } = self.payload as RepeatData;
      return left < 0 ? raise(rt, "TypeError", "len() of unsized object") : rt.newInt(left);
    }),
  ],
  basicsize: 32,
});

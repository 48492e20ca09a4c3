/** `iter(sequence)`, `iter(callable, sentinel)`, `reversed`.   [mirrors Objects/iterobject.c, reversed in enumobject.c] */
import { hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import {
  call,
  callSpecialMethod,
  equals,
  getItemAt,
  isSequence,
  length as lengthOf,
  typeLookup,
  typeName,
} from "./abstract.ts";
import { clearIfMatches, raise } from "./errors.ts";
import {
  builtin,
  indexIteratorSpec,
  iteratorDealloc,
  iteratorSelf,
  iteratorTraverse,
  newIndexIterator,
} from "./index-iterator.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { fieldSlots, newWithFields, setField } from "./native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import type { PySeqIterator } from "./seq-iterator-object.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";

/** The item of any sequence; an IndexError or StopIteration is the end. [iter_iternext] */
function sequenceItem(rt: Runtime, sequence: PyObject, index: number): PyObject | null {
  const item = getItemAt(rt, sequence, index);
  if (item !== null) return item;
  if (!clearIfMatches(rt, "IndexError")) clearIfMatches(rt, "StopIteration");
  return null;
}

function sequenceLength(rt: Runtime, sequence: PyObject): number | null {
  return sequence.type.payload.slots.length === undefined ? 0 : lengthOf(rt, sequence);
}

export const seqIteratorSpec: TypeSpec = indexIteratorSpec({
  name: "iterator",
  item: sequenceItem,
  length: sequenceLength,
});

// ---- iter(callable, sentinel) --------------------------------------------------------------------------------

interface CallableIteratorData {
  callable: PyObject | null;
  sentinel: PyObject | null;
}

const callableFields = ["callable", "sentinel"] as const;

/** [PyCallIter_New] */
export function newCallableIterator(rt: Runtime, callable: PyObject, sentinel: PyObject): PyObject {
  const data: CallableIteratorData = { callable: newRef(callable), sentinel: newRef(sentinel) };
  return newWithFields(rt, rt.types.callable_iterator, data, callableFields);
}

function callableNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as CallableIteratorData;
  if (data.callable === null || data.sentinel === null) return null;
  const result = call(rt, data.callable, []);
  if (result === null) {
    if (clearIfMatches(rt, "StopIteration")) finishCallable(rt, self);
    return null;
  }
  const { sentinel } = data;
  hold(rt, "result in use", result);
  const isEnd = sentinel === null ? true : equals(rt, sentinel, result);
  letGo(rt, "result in use", result);
  if (isEnd === false) return result;
  decref(rt, result);
  if (isEnd !== null) finishCallable(rt, self);
  return null;
}

function finishCallable(rt: Runtime, self: PyObject): void {
  setField(rt, self, "callable", null);
  setField(rt, self, "sentinel", null);
}

function callableReduce(rt: Runtime, self: PyObject): PyObject | null {
  const maker = builtin(rt, "iter");
  if (maker === null) return null;
  const { callable, sentinel } = self.payload as CallableIteratorData;
  const args =
    callable === null || sentinel === null ? [rt.newTuple([])] : [newRef(callable), newRef(sentinel)];
  return rt.newTuple([maker, rt.newTuple(args)]);
}

export const callableIteratorSpec: TypeSpec = {
  name: "callable_iterator",
  flags: TypeFlag.HaveGc,
  basicsize: 32,
  slots: { ...fieldSlots(callableFields), iter: iteratorSelf, iternext: callableNext },
  methods: [noArgs("__reduce__", callableReduce)],
};

// ---- reversed ------------------------------------------------------------------------------------------------

function reversedNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  if (!noKeywords(rt, "reversed", names)) return null;
  if (!checkPositional(rt, "reversed", args.length, 1, 1)) return null;
  const sequence = args[0] as PyObject;
  const own = typeLookup(rt, sequence.type, "__reversed__");
  if (own === rt.none) return notReversible(rt, sequence);
  if (own !== null) return callSpecialMethod(rt, sequence, "__reversed__");
  if (!isSequence(rt, sequence)) return notReversible(rt, sequence);
  const size = lengthOf(rt, sequence);
  if (size === null) return null;
  return newIndexIterator(rt, type as PyType, sequence, size - 1);
}

function notReversible(rt: Runtime, sequence: PyObject): null {
  return raise(rt, "TypeError", `'${typeName(sequence.type)}' object is not reversible`);
}

const reversedIterator = indexIteratorSpec({
  name: "reversed",
  item: sequenceItem,
  length: sequenceLength,
  isReversed: true,
});

export const reversedSpec: TypeSpec = {
  ...reversedIterator,
  flags: TypeFlag.HaveGc | TypeFlag.BaseType,
  slots: {
    ...reversedIterator.slots,
    dealloc: iteratorDealloc,
    traverse: iteratorTraverse,
    new: reversedNew,
  },
  methods: [
    ...(reversedIterator.methods ?? []).filter((spec) => spec.name !== "__reduce__"),
    noArgs("__reduce__", (rt, self) => {
      const { sequence, index } = (self as PySeqIterator).payload;
      if (sequence === null) return rt.newTuple([newRef(self.type), rt.newTuple([rt.newTuple([])])]);
      return rt.newTuple([newRef(self.type), rt.newTuple([newRef(sequence)]), rt.newInt(index)]);
    }),
  ],
};

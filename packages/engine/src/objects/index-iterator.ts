/**
 * Iterators that count their way through a sequence: of list, tuple, str, bytes, bytearray, memoryview and anything with
 * `__getitem__`.   [listiterobject, tupleiterobject, unicodeiterobject …: one shape]
 *
 * An exhausted iterator lets go of its sequence at once.
 */
import { decref, newRef } from "../memory/refcount.ts";
import { asIndex } from "./abstract-number.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import type { PySeqIterator, SeqIteratorData } from "./seq-iterator-object.ts";
import { noArgs, oneArg, type TypeSpec } from "./typespec.ts";

export function newIndexIterator(rt: Runtime, type: PyType, sequence: PyObject, index = 0): PySeqIterator {
  const iterator = rt.heap.create<SeqIteratorData>(type, { index, sequence: newRef(sequence) });
  if (rt.recorder !== null) rt.recorder.slotWrite(iterator, "sequence", null, null, sequence);
  rt.heap.track(iterator);
  return iterator;
}

export function iteratorSelf(_rt: Runtime, self: PyObject): PyObject {
  return newRef(self);
}

/** Lets go of the sequence, now that nothing is left. */
export function finishIterator(rt: Runtime, iterator: PySeqIterator): null {
  const { sequence } = iterator.payload;
  if (sequence === null) return null;
  iterator.payload.sequence = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(iterator, "sequence", null, sequence, null);
  decref(rt, sequence);
  return null;
}

export function iteratorDealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  finishIterator(rt, self as PySeqIterator);
  rt.heap.free(self);
}

export function iteratorTraverse(self: PyObject, visit: Visit): void {
  const { sequence } = (self as PySeqIterator).payload;
  if (sequence !== null) visit(sequence, "sequence", null);
}

export interface IndexIteratorKind {
  readonly name: BuiltinTypeName;
  readonly pyName?: string;
  /** The item at `index` (a new reference); null past the end, or with an exception set. */
  readonly item: (rt: Runtime, sequence: PyObject, index: number) => PyObject | null;
  /** How many items there are now. */
  readonly length: (rt: Runtime, sequence: PyObject) => number | null;
  /** Counts down to −1 instead of up. */
  readonly isReversed?: boolean;
  readonly exists?: TypeSpec["exists"];
}

/** The type of such an iterator. */
export function indexIteratorSpec(kind: IndexIteratorKind): TypeSpec {
  const step = kind.isReversed === true ? -1 : 1;
  const next = (rt: Runtime, self: PyObject): PyObject | null => {
    const iterator = self as PySeqIterator;
    const { sequence, index } = iterator.payload;
    if (sequence === null) return null;
    const found = index < 0 ? null : kind.item(rt, sequence, index);
    if (found !== null) {
      iterator.payload.index = index + step;
      return found;
    }
    return rt.thread.exception === null ? finishIterator(rt, iterator) : null;
  };
  const hint = (rt: Runtime, self: PyObject): PyObject | null => {
    const { sequence, index } = (self as PySeqIterator).payload;
    if (sequence === null) return rt.newInt(0);
    const size = kind.length(rt, sequence);
    if (size === null) return null;
    if (step < 0) return rt.newInt(index + 1 > size ? 0 : index + 1);
    return rt.newInt(Math.max(0, size - index));
  };
  return {
    name: kind.name,
    ...(kind.pyName === undefined ? {} : { pyName: kind.pyName }),
    ...(kind.exists === undefined ? {} : { exists: kind.exists }),
    flags: TypeFlag.HaveGc,
    basicsize: 32,
    slots: {
      dealloc: iteratorDealloc,
      traverse: iteratorTraverse,
      iter: iteratorSelf,
      iternext: next,
    },
    methods: [
      noArgs("__length_hint__", hint),
      noArgs("__reduce__", (rt, self) => reduce(rt, self as PySeqIterator, step < 0 ? "reversed" : "iter")),
      oneArg("__setstate__", (rt, self, state) => setState(rt, self as PySeqIterator, state)),
    ],
  };
}

/** `(iter, (sequence,), index)`, or an iterator over nothing once exhausted. */
function reduce(rt: Runtime, iterator: PySeqIterator, how: "iter" | "reversed"): PyObject | null {
  const { sequence, index } = iterator.payload;
  const maker = builtin(rt, sequence === null ? "iter" : how);
  if (maker === null) return null;
  if (sequence === null) return rt.newTuple([maker, rt.newTuple([rt.newTuple([])])]);
  if (index < 0 && rt.profile.reducedReversedIsEmpty)
    return rt.newTuple([maker, rt.newTuple([rt.newList([])])]);
  return rt.newTuple([maker, rt.newTuple([newRef(sequence)]), rt.newInt(index)]);
}

/** A builtin function or class by name; a new reference. [_PyEval_GetBuiltin] */
export function builtin(rt: Runtime, name: string): PyObject | null {
  const key = rt.intern(name);
  const found = rt.types.dict.payload.slots.subscript?.(rt, rt.builtins, key) ?? null;
  decref(rt, key);
  return found;
}

function setState(rt: Runtime, iterator: PySeqIterator, state: PyObject): PyObject | null {
  const index = asIndex(rt, state, "OverflowError");
  if (index === null) return null;
  iterator.payload.index = Math.max(0, index);
  return newRef(rt.none);
}

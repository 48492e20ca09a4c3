/** The iterator over anything with `__getitem__`: the object itself, a leaf.   [seqiterobject, Objects/iterobject.c] */
import { newRef } from "../memory/refcount.ts";
import type { PyObject, Runtime } from "./object.ts";

export interface SeqIteratorData {
  index: number;
  /** Owned; null once exhausted. */
  sequence: PyObject | null;
}

export type PySeqIterator = PyObject<SeqIteratorData>;

/** [PySeqIter_New] */
export function newSeqIterator(rt: Runtime, sequence: PyObject): PySeqIterator {
  const data: SeqIteratorData = { index: 0, sequence: newRef(sequence) };
  const iterator = rt.heap.create(rt.types.iterator, data);
  rt.heap.track(iterator);
  if (rt.recorder !== null) rt.recorder.slotWrite(iterator, "sequence", null, null, sequence);
  return iterator;
}

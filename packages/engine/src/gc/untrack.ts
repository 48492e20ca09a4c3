/**
 * Containers that can be in no cycle leave the collector's lists.
 * [mirrors untrack_tuples, untrack_dicts, _PyTuple_MaybeUntrack, _PyDict_MaybeUntrack]
 */
import type { GcHead, PyObject, Runtime } from "../objects/object.ts";

export function untrackTuples(rt: Runtime, young: GcHead): void {
  untrackAtomic(rt, young, rt.types.tuple);
}

export function untrackDicts(rt: Runtime, young: GcHead): void {
  untrackAtomic(rt, young, rt.types.dict);
}

/** What could lead back: a container, unless it is a tuple that was already untracked. [_PyObject_GC_MAY_BE_TRACKED] */
export function mayBeTracked(rt: Runtime, o: PyObject): boolean {
  return o.gc !== null && (o.type !== rt.types.tuple || o.gc.next !== null);
}

function untrackAtomic(rt: Runtime, young: GcHead, type: PyObject): void {
  for (let head = young.next as GcHead; head !== young; ) {
    // Untracking takes the head out of the ring.
    const next = head.next as GcHead;
    const o = head.object as PyObject;
    if (o.type === type && isAtomic(rt, o)) rt.heap.untrack(o);
    head = next;
  }
}

function isAtomic(rt: Runtime, o: PyObject): boolean {
  let found = true;
  o.type.payload.slots.traverse?.(o, (referent) => {
    if (mayBeTracked(rt, referent)) found = false;
  });
  return found;
}

/**
 * The result tuple that enumerate, zip and their like keep and use again while nobody else holds it. It keeps the last
 * items alive until the next step, which counts show.   [enum_next, zip_next]
 */
import { dropTaken, hold, letGo } from "../memory/native-hold.ts";
import { newRef } from "../memory/refcount.ts";
import type { PyObject, Runtime } from "./object.ts";
import { newTrackedTuple, newTuple, type PyTuple } from "./tuple-object.ts";

/** @param isPacked made from its items, not filled: not tracked from 3.14 */
export function newReusedTuple(rt: Runtime, size: number, isPacked = false): PyTuple {
  const items: PyObject[] = [];
  for (let i = 0; i < size; i += 1) items.push(newRef(rt.none));
  return isPacked ? newTuple(rt, items) : newTrackedTuple(rt, items);
}

/** A tuple of these items (stolen): the kept one when nobody else has it, else a new one. */
export function fillReusedTuple(rt: Runtime, kept: PyTuple, items: PyObject[]): PyTuple {
  if (kept.refcnt !== 1) return newTrackedTuple(rt, items);
  newRef(kept);
  const slots = kept.payload.items;
  const old: PyObject[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const previous = slots[i] as PyObject;
    slots[i] = items[i] as PyObject;
    old.push(previous);
    if (rt.recorder !== null) rt.recorder.slotWrite(kept, "item", i, previous, items[i] as PyObject);
  }
  // What a slot held may run code when it dies; the tuple is whole by then.
  hold(rt, "result tuple", kept);
  dropTaken(rt, "items taken out", old);
  letGo(rt, "result tuple", kept);
  rt.heap.track(kept);
  return kept;
}

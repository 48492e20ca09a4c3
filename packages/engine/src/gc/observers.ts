/** What a program sees of a collection: `gc.callbacks` and `gc.garbage`. [mirrors invoke_gc_callback] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, incref } from "../memory/refcount.ts";
import { call } from "../objects/abstract.ts";
import { dictSetText, newDict } from "../objects/dict.ts";
import { listAppend, listItems, type PyList } from "../objects/list-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { writeUnraisable } from "./unraisable.ts";

export interface CollectionInfo {
  readonly generation: number;
  readonly collected: number;
  readonly candidates: number;
}

/** Calls every function in `gc.callbacks` with the phase and its numbers. */
export function notifyCallbacks(rt: Runtime, phase: "start" | "stop", info: CollectionInfo): void {
  const callbacks = rt.heap.gc.callbacks;
  if (callbacks === null || listItems(callbacks).length === 0) return;
  const details = collectionDetails(rt, info);
  const phaseName = rt.newStr(phase);
  hold(rt, "call arguments", details);
  hold(rt, "call arguments", phaseName);
  // A callback may change the list; CPython walks it by index too.
  for (let i = 0; i < listItems(callbacks).length; i += 1) {
    const callback = listItems(callbacks)[i] as PyObject;
    incref(callback);
    hold(rt, "function being called", callback);
    const result = call(rt, callback, [phaseName, details]);
    if (result === null) writeUnraisable(rt, callback);
    else decref(rt, result);
    dropHeld(rt, "function being called", callback);
  }
  dropHeld(rt, "call arguments", phaseName);
  dropHeld(rt, "call arguments", details);
}

/** The `info` dict, keys in CPython's order. */
function collectionDetails(rt: Runtime, info: CollectionInfo): PyObject {
  const details = newDict(rt);
  const set = (name: string, value: PyObject): void => {
    dictSetText(rt, details, name, value);
    decref(rt, value);
  };
  set("generation", rt.newInt(info.generation));
  set("collected", rt.newInt(info.collected));
  set("uncollectable", rt.newInt(0));
  if (rt.profile.gcReportsCandidates) {
    set("candidates", rt.newInt(info.candidates));
    set("duration", rt.newFloat(0));
  }
  return details;
}

/** Appends to `gc.garbage`. */
export function saveGarbage(rt: Runtime, o: PyObject): void {
  const garbage = rt.heap.gc.garbage;
  if (garbage !== null) listAppend(rt, garbage as PyList, o);
}

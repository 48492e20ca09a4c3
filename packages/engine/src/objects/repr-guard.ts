/** A container inside itself: its repr notices.   [mirrors Py_ReprEnter, Py_ReprLeave in Objects/object.c] */
import { decref, newRef } from "../memory/refcount.ts";
import type { PyObject, Runtime } from "./object.ts";

/** False when the repr of `o` is already being made. The thread owns a reference meanwhile, as CPython's list of them does. */
export function reprEnter(rt: Runtime, o: PyObject): boolean {
  const { reprs } = rt.thread;
  if (reprs.includes(o)) return false;
  reprs.push(newRef(o));
  if (rt.recorder !== null) rt.recorder.nativeHold("repr in progress", o);
  return true;
}

export function reprLeave(rt: Runtime, o: PyObject): void {
  const { reprs } = rt.thread;
  const at = reprs.lastIndexOf(o);
  if (at < 0) return;
  reprs.splice(at, 1);
  if (rt.recorder !== null) rt.recorder.nativeRelease("repr in progress", o);
  decref(rt, o);
}

/**
 * References that native code keeps in a local variable while Python code may run.
 *
 * In CPython they are C locals: counted, and in no container anybody could walk. Declared here, a trace can name them and the
 * heap checker can count them; without a listener that is one null check.
 */
import type { PyObject, Runtime } from "../objects/object.ts";
import { decref } from "./refcount.ts";

/** From now on `holder` owns a reference to `o`, which the caller has made. */
export function hold(rt: Runtime, holder: string, o: PyObject): void {
  if (rt.recorder !== null) rt.recorder.nativeHold(holder, o);
}

/** The reference is the caller's to give away or drop. */
export function letGo(rt: Runtime, holder: string, o: PyObject): void {
  if (rt.recorder !== null) rt.recorder.nativeRelease(holder, o);
}

/** One of the runtime's own tables (`visitRoots`) has a reference to `o` from now on. */
export function keep(rt: Runtime, holder: string, o: PyObject): void {
  if (rt.recorder !== null) rt.recorder.rootHold(holder, o);
}

export function keepNoMore(rt: Runtime, holder: string, o: PyObject): void {
  if (rt.recorder !== null) rt.recorder.rootRelease(holder, o);
}

/** letGo, then decref. */
export function dropHeld(rt: Runtime, holder: string, o: PyObject): void {
  if (rt.recorder !== null) rt.recorder.nativeRelease(holder, o);
  decref(rt, o);
}

/** Drops references that were taken out of their slots beforehand, first to last. */
export function dropTaken(rt: Runtime, holder: string, objects: readonly PyObject[]): void {
  if (rt.recorder !== null) for (const o of objects) rt.recorder.nativeHold(holder, o);
  for (const o of objects) dropHeld(rt, holder, o);
}

/** As dropTaken, last to first. */
export function dropTakenReversed(rt: Runtime, holder: string, objects: readonly PyObject[]): void {
  if (rt.recorder !== null) for (const o of objects) rt.recorder.nativeHold(holder, o);
  for (let i = objects.length - 1; i >= 0; i -= 1) dropHeld(rt, holder, objects[i] as PyObject);
}

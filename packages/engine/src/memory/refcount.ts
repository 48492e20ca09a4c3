/**
 * The one place where counts move.   [mirrors Py_INCREF, Py_DECREF, _Py_Dealloc in Include/refcount.h, Objects/object.c]
 */
import type { PyObject, Runtime } from "../objects/object.ts";

import { dealloc } from "./dealloc.ts";

/**
 * The count stored in an immortal object. Above 3.11's start value for static objects (1e9), below 2³¹, so that a count
 * stays a small integer of the JS engine; what `sys.getrefcount` prints for it is the profile's `immortalRefcount`.
 */
export const IMMORTAL = 0x6000_0000;

export function isImmortal(o: PyObject): boolean {
  return o.refcnt >= IMMORTAL;
}

export function incref(o: PyObject): void {
  if (o.refcnt < IMMORTAL) o.refcnt += 1;
}

/** incref that returns its argument: a borrowed reference becomes an owned one. [Py_NewRef] */
export function newRef<O extends PyObject>(o: O): O {
  if (o.refcnt < IMMORTAL) o.refcnt += 1;
  return o;
}

export function decref(rt: Runtime, o: PyObject): void {
  const count = o.refcnt;
  if (count >= IMMORTAL) return;
  o.refcnt = count - 1;
  if (count === 1) dealloc(rt, o);
}

/** decref of an optional reference. [Py_XDECREF] */
export function xdecref(rt: Runtime, o: PyObject | null): void {
  if (o !== null) decref(rt, o);
}

/** decref of several references, first to last. */
export function decrefAll(rt: Runtime, objects: readonly PyObject[]): void {
  for (const o of objects) decref(rt, o);
}

/**
 * Weak references as the memory manager sees them.   [mirrors Objects/weakrefobject.c]
 *
 * A referent keeps a borrowed list of its weak references in `attrs.weakrefs`: the shared callback-free reference first,
 * the shared proxy second, then those with callbacks, newest first.
 */

import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call } from "../objects/abstract.ts";
import { attributesOf } from "../objects/instance-attributes.ts";
import type { PyObject, PyType, Runtime } from "../objects/object.ts";
import { writeUnraisable } from "./unraisable.ts";

export interface WeakrefData {
  /** Borrowed; null once the referent is dead or the reference was cleared. */
  referent: PyObject | null;
  /** Owned. */
  callback: PyObject | null;
  /** The referent's hash, once asked for while it lived. */
  hash: number | bigint | null;
}

export type PyWeakref = PyObject<WeakrefData>;

/** Weak references to `o`, in CPython's list order. */
export function weakrefsOf(o: PyObject): readonly PyWeakref[] {
  return (o.attrs?.weakrefs ?? []) as readonly PyWeakref[];
}

/** The reference without a callback that `o` already has, or null; `type` is exactly ref or exactly proxy. */
export function sharedWeakref(o: PyObject, type: PyType): PyWeakref | null {
  for (const ref of weakrefsOf(o)) if (ref.type === type && ref.payload.callback === null) return ref;
  return null;
}

/** Puts a new reference on its referent's list: shared reference, shared proxy, then the others newest first. */
export function addWeakref(o: PyObject, ref: PyWeakref, refType: PyType, proxyType: PyType): void {
  const attrs = attributesOf(o);
  attrs.weakrefs ??= [];
  const list = attrs.weakrefs as PyWeakref[];
  const isShared = (other: PyWeakref | undefined): boolean =>
    other !== undefined &&
    other.payload.callback === null &&
    (other.type === refType || other.type === proxyType);
  if (ref.payload.callback === null && ref.type === refType) {
    list.unshift(ref);
    return;
  }
  let at = 0;
  if (list[at]?.type === refType && isShared(list[at])) at += 1;
  const isSharedProxy = ref.payload.callback === null && ref.type === proxyType;
  if (!isSharedProxy && isShared(list[at])) at += 1;
  list.splice(at, 0, ref);
}

/** Takes the reference off its referent's list; the callback stays. */
export function unlinkWeakref(ref: PyWeakref): void {
  const referent = ref.payload.referent;
  if (referent === null) return;
  const list = referent.attrs?.weakrefs ?? null;
  const at = list?.indexOf(ref) ?? -1;
  if (list !== null && at >= 0) list.splice(at, 1);
  ref.payload.referent = null;
}

/** The reference points nowhere from now on; its callback is kept for the caller. [_PyWeakref_ClearRef] */
export function clearRef(rt: Runtime, ref: PyWeakref): void {
  const referent = ref.payload.referent;
  if (referent === null) return;
  unlinkWeakref(ref);
  if (rt.recorder !== null) rt.recorder.weakrefClear(ref, referent);
}

/** The referent is dying: clear all of its weak references, then run their callbacks. [PyObject_ClearWeakRefs] */
export function clearWeakrefs(rt: Runtime, o: PyObject): void {
  const list = weakrefsOf(o);
  if (list.length === 0) return;
  const pending: { ref: PyWeakref; callback: PyObject }[] = [];
  for (const ref of [...list]) {
    const callback = ref.payload.callback;
    clearRef(rt, ref);
    ref.payload.callback = null;
    if (callback === null) continue;
    if (rt.recorder !== null) rt.recorder.slotWrite(ref, "__callback__", null, callback, null);
    // A reference that is itself dying takes its callback with it.
    if (ref.refcnt > 0) {
      pending.push({ ref: newRef(ref), callback });
      hold(rt, "callback of a weak reference", callback);
      hold(rt, "callback of a weak reference", ref);
    } else decref(rt, callback);
  }
  const saved = rt.thread.exception;
  rt.thread.exception = null;
  for (const { ref, callback } of pending) {
    runCallback(rt, ref, callback);
    dropHeld(rt, "callback of a weak reference", callback);
    dropHeld(rt, "callback of a weak reference", ref);
  }
  rt.thread.exception = saved;
}

/** Without callbacks. */
export function clearWeakrefsSilently(rt: Runtime, o: PyObject): void {
  for (const ref of [...weakrefsOf(o)]) clearRef(rt, ref);
}

export function runCallback(rt: Runtime, ref: PyWeakref, callback: PyObject): void {
  const result = call(rt, callback, [ref]);
  if (result === null) writeUnraisable(rt, callback);
  else decref(rt, result);
}

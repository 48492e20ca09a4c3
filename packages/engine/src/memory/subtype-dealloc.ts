/**
 * The end of an instance of a Python class.   [mirrors subtype_dealloc in Objects/typeobject.c]
 *
 * Order, which learners see: `__del__`, weak references, slots, instance dict, then whatever the built-in base holds,
 * then the reference to the class.
 */

import { clearWeakrefs, clearWeakrefsSilently } from "../gc/weakrefs.ts";
import { detachDict } from "../objects/instance-attributes.ts";
import {
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  type SlotKey,
  TypeFlag,
} from "../objects/object.ts";
import { hold, letGo } from "./native-hold.ts";
import { decref } from "./refcount.ts";

export function subtypeDealloc(rt: Runtime, self: PyObject): void {
  let type = self.type;
  let base = baseWithOwnDealloc(type);
  if (self.gc !== null) rt.heap.untrack(self);
  if (type.payload.slots.finalize !== undefined) {
    if (self.gc !== null) rt.heap.track(self);
    if (callFinalizerFromDealloc(rt, self)) return;
    if (self.gc !== null) rt.heap.untrack(self);
    // A finalizer may have given the object another class; that one is let go.
    type = self.type;
    base = baseWithOwnDealloc(type);
  }
  if (self.attrs !== null) {
    if (!hasFlag(base, TypeFlag.HasWeakrefs)) clearWeakrefs(rt, self);
    // A finalizer may have made new weak references; they are dropped without their callbacks.
    if (type.payload.slots.finalize !== undefined) clearWeakrefsSilently(rt, self);
    clearSlots(rt, self, base);
    clearInstanceDict(rt, self);
  }
  base.payload.slots.dealloc?.(rt, self);
  decref(rt, type);
}

/**
 * Runs `tp_finalize` on a dying object. True: it was resurrected and lives on.
 * [PyObject_CallFinalizerFromDealloc]
 */
export function callFinalizerFromDealloc(rt: Runtime, self: PyObject): boolean {
  self.refcnt = 1;
  hold(rt, "finalizer call", self);
  callFinalizer(rt, self);
  letGo(rt, "finalizer call", self);
  self.refcnt -= 1;
  if (self.refcnt === 0) return false;
  if (rt.recorder !== null) rt.recorder.resurrect(self);
  return true;
}

/** At most once per object that has a collector's header (PEP 442). [PyObject_CallFinalizer] */
export function callFinalizer(rt: Runtime, self: PyObject): void {
  const finalize = self.type.payload.slots.finalize;
  if (finalize === undefined) return;
  if (self.gc !== null) {
    if (self.gc.isFinalized) return;
  }
  if (rt.recorder !== null) rt.recorder.finalize(self);
  finalize(rt, self);
  if (self.gc !== null) self.gc.isFinalized = true;
}

function baseWithOwnDealloc(type: PyType): PyType {
  let base = type;
  while (base.payload.slots.dealloc === subtypeDealloc) {
    if (base.payload.base === null) throw new Error(`${type.payload.name} has no base with a dealloc`);
    base = base.payload.base;
  }
  return base;
}

/** The most derived class's slots first; within a class in storage order. [clear_slots] */
function clearSlots(rt: Runtime, self: PyObject, base: PyType): void {
  const values = self.attrs?.slots ?? null;
  if (values === null) return;
  let end = values.length;
  for (let type: PyType | null = self.type; type !== null && type !== base; type = type.payload.base) {
    const start = end - (type.payload.heap?.slotNames?.length ?? 0);
    for (let i = start; i < end; i += 1) dropValue(rt, self, values, i, "slot", i);
    end = start;
  }
}

function clearInstanceDict(rt: Runtime, self: PyObject): void {
  const attrs = self.attrs;
  if (attrs === null) return;
  // A dict that shows inline values takes them along, and drops them itself if nobody else holds it.
  if (attrs.dict !== null) detachDict(self);
  const values = attrs.values;
  if (values !== null) {
    const names = attrs.keys?.names ?? [];
    for (let i = 0; i < values.length; i += 1) dropValue(rt, self, values, i, "attribute", names[i] ?? null);
    attrs.values = null;
    rt.heap.freeRaw(attrs.valuesBlock, 0);
    attrs.valuesBlock = 0;
  }
  const dict = attrs.dict;
  if (dict !== null) {
    attrs.dict = null;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
    decref(rt, dict);
  }
}

function dropValue(
  rt: Runtime,
  self: PyObject,
  values: (PyObject | null)[],
  i: number,
  slot: string,
  key: SlotKey,
): void {
  const value = values[i] ?? null;
  if (value === null) return;
  values[i] = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, slot, key, value, null);
  decref(rt, value);
}

/**
 * Objects whose references are a few named fields: iterators, partials, aliases and their like.
 *
 * A payload is a plain object; the names say which of its properties are counted references, in the order tp_traverse
 * visits and tp_dealloc drops them.
 */
import { clearWeakrefs } from "../gc/weakrefs.ts";
import { decref } from "../memory/refcount.ts";
import type { PyObject, PyType, Runtime, TypeSlots, Visit } from "./object.ts";

type Fields = Record<string, unknown>;

function fieldOf(o: PyObject, name: string): PyObject | null {
  return ((o.payload as Fields)[name] as PyObject | null | undefined) ?? null;
}

/** A tracked object with these fields, whose references it steals. */
export function newWithFields<P extends object>(
  rt: Runtime,
  type: PyType,
  payload: P,
  names: readonly (keyof P & string)[],
): PyObject<P> {
  const o = rt.heap.create<P>(type, payload);
  if (rt.recorder !== null)
    for (const name of names) {
      const value = fieldOf(o, name);
      if (value !== null) rt.recorder.slotWrite(o, name, null, null, value);
    }
  rt.heap.track(o);
  return o;
}

/** Stores `value` (stolen; null empties the field) and drops what was there. */
export function setField(rt: Runtime, o: PyObject, name: string, value: PyObject | null): void {
  const old = fieldOf(o, name);
  (o.payload as Fields)[name] = value;
  if (rt.recorder !== null) rt.recorder.slotWrite(o, name, null, old, value);
  if (old !== null) decref(rt, old);
}

/** dealloc and traverse of a type with such fields; a weakref list and a `__dict__`, if any, are looked after too. */
export function fieldSlots(names: readonly string[]): Pick<TypeSlots, "dealloc" | "traverse"> {
  return {
    dealloc: (rt: Runtime, self: PyObject): void => {
      rt.heap.untrack(self);
      if (self.attrs !== null) clearWeakrefs(rt, self);
      for (const name of names) setField(rt, self, name, null);
      dropDict(rt, self);
      rt.heap.free(self);
    },
    traverse: (self: PyObject, visit: Visit): void => {
      for (const name of names) {
        const value = fieldOf(self, name);
        if (value !== null) visit(value, name, null);
      }
      const dict = self.attrs?.dict ?? null;
      if (dict !== null) visit(dict, "__dict__", null);
    },
  };
}

/** What tp_clear drops: the fields in their order, then the `__dict__`. */
export function clearFields(names: readonly string[]): (rt: Runtime, self: PyObject) => void {
  return (rt, self) => {
    for (const name of names) setField(rt, self, name, null);
    dropDict(rt, self);
  };
}

function dropDict(rt: Runtime, self: PyObject): void {
  const dict = self.attrs?.dict ?? null;
  if (self.attrs === null || dict === null) return;
  self.attrs.dict = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
  decref(rt, dict);
}

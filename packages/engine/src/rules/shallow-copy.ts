/** The copy somebody imagines: another container with the same items, another instance with the same attributes. */
import { newRef } from "../memory/refcount.ts";
import { dictItems, dictSet, newDict } from "../objects/dict.ts";
import { allocInstance, baseOf, storeAttribute } from "../objects/instance.ts";
import { attributesOf } from "../objects/instance-attributes.ts";
import { listItems, newList } from "../objects/list-object.ts";
import type { Frame, PyObject, Runtime } from "../objects/object.ts";
import { newSetOf, setAdd, setElements } from "../objects/set-object.ts";
import { closeSlot } from "../vm/frame.ts";
import { isOwnInstance } from "./program-data.ts";

/** A new reference to a copy of something that can change; null for everything else, which nobody could tell apart. */
export function shallowCopy(rt: Runtime, o: PyObject): PyObject | null {
  const { list, dict, set } = rt.types;
  if (o.type === list) return newList(rt, listItems(o).map(newRef));
  if (o.type === dict) {
    const copy = newDict(rt);
    for (const [key, value] of dictItems(o)) dictSet(rt, copy, key, value);
    return copy;
  }
  if (o.type === set) {
    const copy = newSetOf(rt, set);
    for (const element of setElements(o)) setAdd(rt, copy, element);
    return copy;
  }
  return isOwnInstance(o) && baseOf(o.type) === rt.types.object ? copyInstance(rt, o) : null;
}

function copyInstance(rt: Runtime, o: PyObject): PyObject {
  const copy = allocInstance<null>(rt, o.type, null);
  const { attrs } = o;
  if (attrs === null) return copy;
  if (attrs.slots !== null) {
    attributesOf(copy).slots = attrs.slots.map((value) => (value === null ? null : newRef(value)));
    for (const [i, value] of attrs.slots.entries()) rt.recorder?.slotWrite(copy, "slot", i, null, value);
  }
  for (const [name, value] of ownAttributes(o)) storeAttribute(rt, copy, name, value);
  return copy;
}

/** The instance's own attributes in the order they came. */
export function ownAttributes(o: PyObject): [PyObject, PyObject][] {
  const { attrs } = o;
  if (attrs === null) return [];
  if (attrs.dict !== null) return dictItems(attrs.dict);
  const order = attrs.order ?? attrs.values?.map((_, i) => i) ?? [];
  return order.flatMap((i) => {
    const name = attrs.keys?.names[i];
    const value = attrs.values?.[i] ?? null;
    return name === undefined || value === null ? [] : [[name, value] as [PyObject, PyObject]];
  });
}

/** Puts a copy in the place of what lies in a stack slot. */
export function copySlot(rt: Runtime, frame: Frame, at: number): void {
  const copy = shallowCopy(rt, frame.slots[at] as PyObject);
  if (copy === null) return;
  closeSlot(rt, frame, at);
  frame.slots[at] = copy;
}

/** Whether somebody holds the object of a stack slot beside that slot. */
export function isHeldElsewhere(frame: Frame, at: number): boolean {
  const o = frame.slots[at] ?? null;
  return o !== null && (frame.borrowed[at] !== 0 || o.refcnt > 1);
}

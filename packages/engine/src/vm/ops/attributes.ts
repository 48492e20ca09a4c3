/** Attributes, methods without a bound method in between, super().   [mirrors _PyObject_GetMethod, LOAD_SUPER_ATTR] */
import { decref, incref, newRef } from "../../memory/refcount.ts";
import { call, deleteAttr, getAttr, setAttr } from "../../objects/abstract.ts";
import { peekAttribute } from "../../objects/instance.ts";
import {
  type Frame,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
} from "../../objects/object.ts";
import { lookInType, typeLookup } from "../../objects/type-lookup.ts";
import { closeSlot, dropTop, popOwned } from "../frame.ts";

function name(frame: Frame, arg: number): PyObject {
  return frame.code.payload.names[arg] as PyObject;
}

/** [object] → [unbound method, object] or [attribute, null]. */
export function loadMethod(rt: Runtime, frame: Frame, arg: number): boolean {
  const at = frame.sp - 1;
  const o = frame.slots[at] as PyObject;
  const type = o.type;
  if (type.payload.slots.getattro === rt.types.object.payload.slots.getattro) {
    const text = frame.unit.names[arg] ?? "";
    const found = typeLookup(rt, type, text);
    if (found !== null && hasFlag(found.type, TypeFlag.MethodDescriptor) && peekAttribute(o, text) === null) {
      // self keeps its reference and, where it is borrowed, its mark.
      frame.slots[at] = newRef(found);
      frame.slots[at + 1] = o;
      frame.borrowed[at + 1] = frame.borrowed[at] as number;
      if (frame.borrowed[at] !== 0) frame.borrowed[at] = 0;
      frame.sp = at + 2;
      return true;
    }
  }
  const attribute = getAttr(rt, o, name(frame, arg));
  if (attribute === null) return false;
  closeSlot(rt, frame, at);
  frame.slots[at] = attribute;
  frame.slots[at + 1] = null;
  frame.sp = at + 2;
  return true;
}

/** [value, object] → []. */
export function storeAttr(rt: Runtime, frame: Frame, arg: number): boolean {
  const sp = frame.sp;
  const done = setAttr(
    rt,
    frame.slots[sp - 1] as PyObject,
    name(frame, arg),
    frame.slots[sp - 2] as PyObject,
  );
  if (!done) return false;
  closeSlot(rt, frame, sp - 2);
  closeSlot(rt, frame, sp - 1);
  frame.sp = sp - 2;
  return true;
}

export function deleteAttribute(rt: Runtime, frame: Frame, arg: number): boolean {
  if (!deleteAttr(rt, frame.slots[frame.sp - 1] as PyObject, name(frame, arg))) return false;
  dropTop(rt, frame, 1);
  return true;
}

/** [super, class, self] → the attribute, and for a method call self or null. */
export function loadSuper(rt: Runtime, frame: Frame, arg: number, isMethod: boolean): boolean {
  const sp = frame.sp;
  const factory = frame.slots[sp - 3] as PyObject;
  const cls = frame.slots[sp - 2] as PyObject;
  const self = frame.slots[sp - 1] as PyObject;
  const attributeName = name(frame, arg >> 1);
  if (isMethod && factory === rt.types.super && hasFlag(cls.type, TypeFlag.TypeSubclass)) {
    const found = superMethod(rt, cls, self, frame.unit.names[arg >> 1] ?? "");
    if (found !== null) {
      incref(found);
      const owned = popOwned(frame);
      dropTop(rt, frame, 2);
      frame.slots[frame.sp] = found;
      frame.slots[frame.sp + 1] = owned;
      frame.sp += 2;
      return true;
    }
  }
  const object = call(rt, factory, [cls, self]);
  if (object === null) return false;
  const attribute = getAttr(rt, object, attributeName);
  decref(rt, object);
  if (attribute === null) return false;
  dropTop(rt, frame, 3);
  frame.slots[frame.sp] = attribute;
  frame.sp += isMethod ? 2 : 1;
  return true;
}

/** The plain function that `super(cls, self).name` would bind to an instance of `cls`; borrowed. [_PySuper_Lookup] */
function superMethod(rt: Runtime, cls: PyObject, self: PyObject, text: string): PyObject | null {
  const mro = self.type.payload.mroTypes;
  const at = mro.indexOf(cls as PyType);
  if (at < 0) return null;
  for (const type of mro.slice(at + 1)) {
    const found = lookInType(rt, type, text);
    if (found !== null) return hasFlag(found.type, TypeFlag.MethodDescriptor) ? found : null;
  }
  return null;
}

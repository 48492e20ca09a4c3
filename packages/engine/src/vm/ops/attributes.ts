/** Attributes, methods without a bound method in between, super().   [mirrors _PyObject_GetMethod, LOAD_SUPER_ATTR] */
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { incref, newRef } from "../../memory/refcount.ts";
import { call, deleteAttr, getAttr, setAttr } from "../../objects/abstract.ts";
import { hasOwnMindedKeys, peekAttribute, storeValue } from "../../objects/instance.ts";
import {
  type AttributeCache,
  type Frame,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
} from "../../objects/object.ts";
import { lookInType, typeLookup } from "../../objects/type-lookup.ts";
import { closeSlot, dropTop, replaceSlot } from "../frame.ts";
import { cachesOf, rememberMethod, rememberValue } from "../inline-cache.ts";
import { isSpecialized } from "../specialize.ts";

function name(frame: Frame, arg: number): PyObject {
  return frame.code.payload.names[arg] as PyObject;
}

/** Name number `arg` of the object; a new reference. */
export function loadAttr(rt: Runtime, frame: Frame, o: PyObject, arg: number): PyObject | null {
  const cache = cachesOf(frame.code.payload).attributes[frame.pc] as AttributeCache;
  const attrs = o.attrs;
  if (attrs !== null && cache.keys === attrs.keys && attrs.values !== null && isCurrent(cache, o)) {
    const value = cache.index < attrs.values.length ? attrs.values[cache.index] : null;
    if (value !== null && value !== undefined) return newRef(value);
  }
  noteValue(rt, frame, o, arg);
  return getAttr(rt, o, name(frame, arg));
}

function isCurrent(cache: AttributeCache, o: PyObject): boolean {
  return cache.type === o.type && cache.versionTag === o.type.payload.versionTag;
}

/** Remembers where the instance keeps the value, if its class leaves that to the instance. */
function noteValue(rt: Runtime, frame: Frame, o: PyObject, arg: number): void {
  const attrs = o.attrs;
  if (attrs === null || attrs.values === null || attrs.keys === null) return;
  const object = rt.types.object.payload.slots;
  const slots = o.type.payload.slots;
  if (slots.getattro !== object.getattro || slots.setattro !== object.setattro) return;
  const text = frame.unit.names[arg] ?? "";
  const index = attrs.keys.indexByName.get(text);
  // What the class itself has under the name may be, or become, a data descriptor.
  if (index === undefined || typeLookup(rt, o.type, text) !== null) return;
  rememberValue(cachesOf(frame.code.payload), frame.pc, o.type, attrs.keys, index);
}

/** [object] → [unbound method, object] or [attribute, null]. */
export function loadMethod(rt: Runtime, frame: Frame, arg: number): boolean {
  const at = frame.sp - 1;
  const o = frame.slots[at] as PyObject;
  const found = cachedMethod(frame, o) ?? findMethod(rt, frame, o, arg);
  if (found !== null) {
    // self keeps its reference and, where it is borrowed, its mark.
    frame.slots[at] = newRef(found);
    frame.slots[at + 1] = o;
    if (frame.borrowed[at] !== 0) {
      frame.borrowed[at] = 0;
      frame.borrowed[at + 1] = 1;
    }
    frame.sp = at + 2;
    return true;
  }
  const attribute = getAttr(rt, o, name(frame, arg));
  if (attribute === null) return false;
  replaceSlot(rt, frame, at, attribute);
  frame.slots[at + 1] = null;
  frame.sp = at + 2;
  return true;
}

/** The method this instruction found last time, if it would find it again. */
function cachedMethod(frame: Frame, o: PyObject): PyObject | null {
  const cache = cachesOf(frame.code.payload).attributes[frame.pc] as AttributeCache;
  if (cache.method === null || !isCurrent(cache, o)) return null;
  const attrs = o.attrs;
  if (attrs === null) return cache.method;
  if (attrs.values === null || attrs.keys === null) return null;
  return attrs.keys === cache.keys && attrs.keys.names.length === cache.size ? cache.method : null;
}

/** The function on the type that may be called with `o` as its first argument; borrowed. [_PyObject_GetMethod] */
function findMethod(rt: Runtime, frame: Frame, o: PyObject, arg: number): PyObject | null {
  const type = o.type;
  if (type.payload.slots.getattro !== rt.types.object.payload.slots.getattro) return null;
  const text = frame.unit.names[arg] ?? "";
  const found = typeLookup(rt, type, text);
  if (found === null || !hasFlag(found.type, TypeFlag.MethodDescriptor)) return null;
  const attrs = o.attrs;
  if (hasOwnMindedKeys(o) || peekAttribute(o, text) !== null) return null;
  const keys = attrs === null ? null : attrs.keys;
  // A key the class knows may come to hold something in another instance.
  if (attrs === null || (attrs.values !== null && keys !== null && !keys.indexByName.has(text)))
    rememberMethod(cachesOf(frame.code.payload), frame.pc, type, keys, found);
  return found;
}

/** [value, object] → []. */
export function storeAttr(rt: Runtime, frame: Frame, arg: number): boolean {
  const sp = frame.sp;
  const o = frame.slots[sp - 1] as PyObject;
  const value = frame.slots[sp - 2] as PyObject;
  const cache = cachesOf(frame.code.payload).attributes[frame.pc] as AttributeCache;
  const attrs = o.attrs;
  if (
    attrs !== null &&
    cache.keys === attrs.keys &&
    attrs.values !== null &&
    cache.index < attrs.values.length &&
    isCurrent(cache, o)
  ) {
    storeValue(rt, o, attrs, cache.index, value);
  } else {
    if (!setAttr(rt, o, name(frame, arg), value)) return false;
    noteValue(rt, frame, o, arg);
  }
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
  // The general form makes a super object and a bound method.
  if (
    isMethod &&
    factory === rt.types.super &&
    hasFlag(cls.type, TypeFlag.TypeSubclass) &&
    isSpecialized(rt, frame, factory)
  ) {
    const found = superMethod(rt, cls, self, frame.unit.names[arg >> 1] ?? "");
    if (found !== null) {
      incref(found);
      // self keeps its reference and, where it is borrowed, its mark.
      const mark = frame.borrowed[sp - 1] ?? 0;
      frame.slots[sp - 1] = null;
      if (mark !== 0) frame.borrowed[sp - 1] = 0;
      frame.sp = sp - 1;
      dropTop(rt, frame, 2);
      frame.slots[frame.sp] = found;
      frame.slots[frame.sp + 1] = self;
      if (mark !== 0) frame.borrowed[frame.sp + 1] = mark;
      frame.sp += 2;
      return true;
    }
  }
  const object = call(rt, factory, [cls, self]);
  if (object === null) return false;
  hold(rt, "value in use", object);
  const attribute = getAttr(rt, object, attributeName);
  dropHeld(rt, "value in use", object);
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

/** Attributes of classes.   [mirrors type_getattro, type_setattro in Objects/typeobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { newRef } from "../memory/refcount.ts";
import { dictDelete, dictSet } from "./dict.ts";
import { raise, raiseAttribute } from "./errors.ts";
import { internName } from "./intern-name.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { lookInType, typeLookup, typeModified, typeName } from "./type-lookup.ts";
import { updateSlotsOfTree } from "./type-slots.ts";

/** `C.name`: data descriptors of the metaclass, then the class and its bases, then the rest of the metaclass. */
export function typeGetAttr(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  const type = self as PyType;
  if (!isStr(name))
    return raise(rt, "TypeError", `attribute name must be string, not '${typeName(name.type)}'`);
  const nameText = text(name);
  const meta = typeLookup(rt, type.type, nameText);
  const metaSlots = meta?.type.payload.slots;
  if (meta !== null && metaSlots?.descrGet !== undefined && metaSlots.descrSet !== undefined)
    return bindHeld(rt, metaSlots.descrGet, meta, type, type.type);
  const found = typeLookup(rt, type, nameText);
  if (found !== null) {
    const bind = found.type.payload.slots.descrGet;
    if (bind === undefined) return newRef(found);
    return bindHeld(rt, bind, found, null, type);
  }
  if (meta !== null)
    return metaSlots?.descrGet === undefined
      ? newRef(meta)
      : bindHeld(rt, metaSlots.descrGet, meta, type, type.type);
  const message = `type object '${type.payload.name}' has no attribute '${nameText}'`;
  return raiseAttribute(rt, type, name, message);
}

/** Calls `__get__` of a descriptor, which is held meanwhile. */
function bindHeld(
  rt: Runtime,
  bind: NonNullable<TypeSlots["descrGet"]>,
  descriptor: PyObject,
  instance: PyObject | null,
  owner: PyType,
): PyObject | null {
  newRef(descriptor);
  hold(rt, "descriptor in use", descriptor);
  const value = bind(rt, descriptor, instance, owner);
  dropHeld(rt, "descriptor in use", descriptor);
  return value;
}

/** `C.name = value`, `del C.name`: the slots follow. */
export function typeSetAttr(rt: Runtime, self: PyObject, name: PyObject, value: PyObject | null): boolean {
  const type = self as PyType;
  if (!isStr(name)) {
    raise(rt, "TypeError", `attribute name must be string, not '${typeName(name.type)}'`);
    return false;
  }
  const nameText = text(name);
  if (!hasFlag(type, TypeFlag.HeapType)) {
    raise(rt, "TypeError", immutableMessage(rt, type, nameText));
    return false;
  }
  const meta = typeLookup(rt, type.type, nameText);
  const set = meta?.type.payload.slots.descrSet;
  if (meta !== null && set !== undefined) {
    newRef(meta);
    hold(rt, "descriptor in use", meta);
    const done = set(rt, meta, type, value);
    dropHeld(rt, "descriptor in use", meta);
    return done;
  }
  return changeDict(rt, type, name, nameText, value);
}

function changeDict(
  rt: Runtime,
  type: PyType,
  name: PyObject,
  nameText: string,
  value: PyObject | null,
): boolean {
  const dict = type.payload.dict as PyObject;
  if (value !== null) {
    const interned = internName(rt, name);
    // Forget before the old value can run a finalizer that looks.
    typeModified(type);
    hold(rt, "value in use", interned);
    const done = dictSet(rt, dict, interned, value);
    dropHeld(rt, "value in use", interned);
    if (!done) return false;
  } else if (lookInType(rt, type, nameText) === null) {
    const message = rt.profile.deleteErrorNamesClass
      ? `type object '${type.payload.name}' has no attribute '${nameText}'`
      : nameText;
    raiseAttribute(rt, type, name, message);
    return false;
  } else if (!dictDelete(rt, dict, name)) {
    return false;
  }
  typeModified(type);
  if (nameText.startsWith("__") && nameText.endsWith("__")) updateSlotsOfTree(rt, type, nameText);
  return true;
}

function immutableMessage(rt: Runtime, type: PyType, name: string): string {
  const owner = type.payload.name;
  return rt.profile.immutableTypeWording
    ? `cannot set '${name}' attribute of immutable type '${owner}'`
    : `can't set attributes of built-in/extension type '${owner}'`;
}

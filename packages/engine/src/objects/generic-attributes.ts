/**
 * The ordinary attribute protocol: data descriptors, the instance, other class attributes.
 * [mirrors _PyObject_GenericGetAttrWithDict, _PyObject_GenericSetAttrWithDict, _PyObject_GetMethod in Objects/object.c]
 */

import { internObject } from "../memory/interned.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { raise, raiseAttribute } from "./errors.ts";
import {
  askAttribute,
  hasInstanceDict,
  hasOwnMindedKeys,
  peekAttribute,
  removeAttribute,
  storeAttribute,
} from "./instance.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { typeLookup, typeName } from "./type-lookup.ts";

/** `object.__getattribute__` [PyObject_GenericGetAttr] */
export function genericGetAttr(rt: Runtime, o: PyObject, name: PyObject): PyObject | null {
  if (!isStr(name)) return notString(rt, name);
  const nameText = text(name);
  const found = typeLookup(rt, o.type, nameText);
  if (hasOwnMindedKeys(o)) return getAmongOwnMinded(rt, o, name, found);
  if (found === null) {
    const value = peekAttribute(o, nameText);
    return value === null ? missing(rt, o, name) : newRef(value);
  }
  const slots = found.type.payload.slots;
  const bind = slots.descrGet;
  if (bind === undefined || slots.descrSet === undefined) {
    const value = peekAttribute(o, nameText);
    if (value !== null) return newRef(value);
    if (bind === undefined) return newRef(found);
  }
  newRef(found);
  hold(rt, "descriptor in use", found);
  const value = bind(rt, found, o, o.type);
  dropHeld(rt, "descriptor in use", found);
  return value;
}

/** The instance's dict runs code of the program's when it is searched, which may take the class's attribute away. */
function getAmongOwnMinded(
  rt: Runtime,
  o: PyObject,
  name: PyObject,
  found: PyObject | null,
): PyObject | null {
  const slots = found?.type.payload.slots;
  const bind = slots?.descrGet;
  if (found !== null) hold(rt, "descriptor in use", newRef(found));
  const isData = bind !== undefined && slots?.descrSet !== undefined;
  let value = isData ? null : askAttribute(rt, o, name);
  if (value === null && rt.thread.exception === null) {
    if (found === null) return missing(rt, o, name);
    value = bind === undefined ? newRef(found) : bind(rt, found, o, o.type);
  }
  if (found !== null) dropHeld(rt, "descriptor in use", found);
  return value;
}

function missing(rt: Runtime, o: PyObject, name: PyObject): null {
  return raiseAttribute(rt, o, name, `'${typeName(o.type)}' object has no attribute '${text(name)}'`);
}

function notString(rt: Runtime, name: PyObject): null {
  return raise(rt, "TypeError", `attribute name must be string, not '${typeName(name.type)}'`);
}

/** `object.__setattr__` and `object.__delattr__` [PyObject_GenericSetAttr] */
export function genericSetAttr(rt: Runtime, o: PyObject, name: PyObject, value: PyObject | null): boolean {
  if (!isStr(name)) {
    notString(rt, name);
    return false;
  }
  const found = typeLookup(rt, o.type, text(name));
  const set = found?.type.payload.slots.descrSet;
  if (found !== null && set !== undefined) {
    newRef(found);
    hold(rt, "descriptor in use", found);
    const done = set(rt, found, o, value);
    dropHeld(rt, "descriptor in use", found);
    return done;
  }
  if (!hasInstanceDict(o)) return refuse(rt, o, name, found !== null);
  if (value === null) {
    if (removeAttribute(rt, o, name)) return true;
    if (rt.thread.exception === null) missingToDelete(rt, o, name);
    return false;
  }
  // The dict holds the interned name, whatever the caller passed.
  const interned = name.type === rt.types.str && !name.payload.isInterned ? internObject(rt, name) : null;
  const done = storeAttribute(rt, o, interned ?? name, value);
  if (interned !== null) decref(rt, interned);
  return done;
}

function missingToDelete(rt: Runtime, o: PyObject, name: PyObject): void {
  if (rt.profile.deleteErrorNamesClass) missing(rt, o, name);
  else raiseAttribute(rt, o, name, text(name));
}

function refuse(rt: Runtime, o: PyObject, name: PyObject, isOnClass: boolean): boolean {
  const owner = `'${typeName(o.type)}' object`;
  const attribute = `attribute '${text(name)}'`;
  const more = rt.profile.noDictErrorSaysSo ? " and no __dict__ for setting new attributes" : "";
  const message = isOnClass ? `${owner} ${attribute} is read-only` : `${owner} has no ${attribute}${more}`;
  raiseAttribute(rt, o, name, message);
  return false;
}

/**
 * The function behind `o.name(…)` when it may be called with `o` as its first argument, so that no method object is made;
 * borrowed. null without an exception: look the attribute up in the ordinary way. [_PyObject_GetMethod]
 */
export function peekMethod(rt: Runtime, o: PyObject, name: string): PyObject | null {
  if (o.type.payload.slots.getattro !== genericGetAttr) return null;
  const found = typeLookup(rt, o.type, name);
  if (found === null || !hasFlag(found.type, TypeFlag.MethodDescriptor) || hasOwnMindedKeys(o)) return null;
  return peekAttribute(o, name) === null ? found : null;
}

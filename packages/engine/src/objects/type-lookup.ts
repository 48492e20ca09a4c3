/**
 * Finding a name on a type, and binding what was found.   [mirrors _PyType_Lookup, lookup_maybe_method, _PyObject_LookupSpecial]
 */
import { newRef } from "../memory/refcount.ts";
import { type DictData, lookText } from "./dict-table.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";

/** The attribute `name` of the first class in the MRO that has one; borrowed, null without an exception. */
export function typeLookup(rt: Runtime, type: PyType, name: string): PyObject | null {
  const known = type.payload.lookups.get(name);
  if (known !== undefined) return known;
  const found = lookInMro(rt, type, name);
  type.payload.lookups.set(name, found);
  return found;
}

function lookInMro(rt: Runtime, type: PyType, name: string): PyObject | null {
  for (const base of type.payload.mroTypes) {
    const found = lookInType(rt, base, name);
    if (found !== null) return found;
  }
  return null;
}

/** `name` in the type's own dict; borrowed. */
export function lookInType(rt: Runtime, type: PyType, name: string): PyObject | null {
  const dict = type.payload.dict;
  const found = dict === null ? null : lookText(dict.payload as DictData, name);
  if (found !== null) return found;
  return type.payload.lazy === null ? null : type.payload.lazy.make(rt, type, name);
}

/** A type or one of its bases changed: forget what look-ups found, here and in all subclasses. [PyType_Modified] */
export function typeModified(type: PyType): void {
  type.payload.lookups.clear();
  type.payload.versionTag += 1;
  for (const subclass of type.payload.subclasses) typeModified(subclass);
}

/** `tp_name`: what messages call the type. */
export function typeName(type: PyType): string {
  const { flags, module, name } = type.payload;
  if ((flags & TypeFlag.HeapType) !== 0 || module === "builtins") return name;
  return `${module}.${name}`;
}

/** What a message about a wrong argument says was given: None is called by its name. [_PyArg_BadArgument] */
export function argumentTypeName(o: PyObject): string {
  return o.type.payload.name === "NoneType" ? "None" : typeName(o.type);
}

/** A special method looked up on the type and bound; null without an exception when there is none. */
export function lookupSpecial(rt: Runtime, o: PyObject, name: string): PyObject | null {
  const found = typeLookup(rt, o.type, name);
  if (found === null) return null;
  const bind = found.type.payload.slots.descrGet;
  return bind === undefined ? newRef(found) : bind(rt, found, o, o.type);
}

/**
 * A special method for a call: the function itself (new reference) with `isUnbound` true when it takes `self` as its first
 * argument, so that no method object is made. [lookup_maybe_method]
 */
export function lookupMethod(rt: Runtime, o: PyObject, name: string): SpecialMethod | null {
  const found = typeLookup(rt, o.type, name);
  if (found === null) return null;
  if (hasFlag(found.type, TypeFlag.MethodDescriptor)) return { callable: newRef(found), isUnbound: true };
  const bind = found.type.payload.slots.descrGet;
  const callable = bind === undefined ? newRef(found) : bind(rt, found, o, o.type);
  return callable === null ? null : { callable, isUnbound: false };
}

export interface SpecialMethod {
  /** Owned by the caller. */
  readonly callable: PyObject;
  readonly isUnbound: boolean;
}

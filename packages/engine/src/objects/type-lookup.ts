/**
 * Finding a name on a type, and binding what was found.   [mirrors _PyType_Lookup, lookup_maybe_method, _PyObject_LookupSpecial]
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { type DictData, lookText } from "./dict-table.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";

/** The attribute `name` of the first class in the MRO that has one; borrowed, null without an exception. */
export function typeLookup(rt: Runtime, type: PyType, name: string): PyObject | null {
  const known = type.payload.lookups.get(name);
  if (known !== undefined) return known;
  const { versionTag } = type.payload;
  const found = lookInMro(rt, type, name);
  // A key that changed the type while it was compared has made this answer old.
  if (type.payload.versionTag === versionTag) type.payload.lookups.set(name, found);
  return found;
}

function lookInMro(rt: Runtime, type: PyType, name: string): PyObject | null {
  for (const base of type.payload.mroTypes) {
    const isOwnMinded = base.payload.dict !== null && (base.payload.dict.payload as DictData).byHash !== null;
    const found = isOwnMinded ? askType(rt, type, base, name) : lookInType(rt, base, name);
    if (found !== null) return found;
  }
  return null;
}

/** Keys of the class's dict that are no plain str are asked too; their errors are nobody's. [find_name_in_mro] */
function askType(rt: Runtime, type: PyType, base: PyType, name: string): PyObject | null {
  const plain = lookInType(rt, base, name);
  const dict = base.payload.dict;
  const mro = type.payload.mro;
  if (plain !== null || dict === null) return plain;
  const key = rt.intern(name);
  const subscript = dict.type.payload.slots.subscript as NonNullable<TypeSlots["subscript"]>;
  // The MRO is held while the keys do what they like.
  if (mro !== null) hold(rt, "MRO in use", newRef(mro));
  hold(rt, "key looked up", key);
  const found = subscript(rt, dict, key);
  dropHeld(rt, "key looked up", key);
  if (mro !== null) dropHeld(rt, "MRO in use", mro);
  if (found === null) {
    const exception = rt.thread.exception;
    rt.thread.exception = null;
    xdecref(rt, exception);
    return null;
  }
  decref(rt, found);
  return found;
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

/** The module and the qualified name, where the module is worth saying. [_PyType_GetFullyQualifiedName] */
export function qualifiedName(type: PyType): string {
  const { module, qualname } = type.payload;
  return module === "" || module === "builtins" || module === "__main__" ? qualname : `${module}.${qualname}`;
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

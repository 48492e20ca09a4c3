/** Lengths, items and membership.   [mirrors the PyMapping_ and PySequence_ halves of Objects/abstract.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref } from "../memory/refcount.ts";
import { asIndex } from "./abstract-number.ts";
import { call, callSpecialMethod, equals, getIter, getOptionalAttr, iterNext } from "./abstract-object.ts";
import { clearException, clearIfMatches, exceptionMatches, raise } from "./errors.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { typeName } from "./type-lookup.ts";

/** `len(o)` [PyObject_Size] */
export function length(rt: Runtime, o: PyObject): number | null {
  const size = exactLength(rt, o);
  return size === null ? null : Number(size);
}

/** … to the last digit. */
export function exactLength(rt: Runtime, o: PyObject): number | bigint | null {
  const slot = o.type.payload.slots.length;
  if (slot !== undefined) return slot(rt, o);
  return raise(rt, "TypeError", `object of type '${typeName(o.type)}' has no len()`);
}

/** What `__length_hint__` says, or `fallback`. [PyObject_LengthHint] */
export function lengthHint(rt: Runtime, o: PyObject, fallback: number): number | null {
  if (o.type.payload.slots.length !== undefined) {
    const size = length(rt, o);
    if (size !== null || !clearIfMatches(rt, "TypeError")) return size;
  }
  const result = callSpecialMethod(rt, o, "__length_hint__");
  if (result === null) {
    if (rt.thread.exception === null || clearIfMatches(rt, "TypeError")) return fallback;
    return null;
  }
  if (result === rt.notImplemented) {
    decref(rt, result);
    return fallback;
  }
  return readHint(rt, result);
}

function readHint(rt: Runtime, result: PyObject): number | null {
  if (!hasFlag(result.type, TypeFlag.IntSubclass)) {
    raise(rt, "TypeError", `__length_hint__ must be an integer, not ${typeName(result.type)}`);
    decref(rt, result);
    return null;
  }
  const value = Number((result as PyObject<number | bigint>).payload);
  decref(rt, result);
  if (value < 0) return raise(rt, "ValueError", "__length_hint__() should return >= 0");
  return value;
}

/** `o[key]` [PyObject_GetItem] */
export function getItem(rt: Runtime, o: PyObject, key: PyObject): PyObject | null {
  const slots = o.type.payload.slots;
  if (slots.subscript !== undefined) return slots.subscript(rt, o, key);
  if (slots.item !== undefined) return sequenceItem(rt, o, key);
  if (hasFlag(o.type, TypeFlag.TypeSubclass)) return classGetItem(rt, o as PyType, key);
  return raise(rt, "TypeError", `'${typeName(o.type)}' object is not subscriptable`);
}

function sequenceItem(rt: Runtime, o: PyObject, key: PyObject): PyObject | null {
  if (key.type.payload.slots.index === undefined)
    return raise(rt, "TypeError", `sequence index must be integer, not '${typeName(key.type)}'`);
  const at = asIndex(rt, key, "IndexError");
  if (at === null) return null;
  return getItemAt(rt, o, at);
}

/** `o[i]` for a sequence. [PySequence_GetItem] */
export function getItemAt(rt: Runtime, o: PyObject, at: number): PyObject | null {
  const slots = o.type.payload.slots;
  if (slots.item === undefined)
    return raise(rt, "TypeError", `'${typeName(o.type)}' object does not support indexing`);
  let position = at;
  if (at < 0 && slots.length !== undefined) {
    const size = slots.length(rt, o);
    if (size === null) return null;
    position += Number(size);
  }
  return slots.item(rt, o, position);
}

/** `int[...]`: the class may know what to do. */
function classGetItem(rt: Runtime, type: PyType, key: PyObject): PyObject | null {
  if (type === rt.types.type && rt.profile.typeIsSubscriptable) {
    const alias = rt.types.GenericAlias.payload.slots.new;
    if (alias !== undefined) return alias(rt, rt.types.GenericAlias, [type, key], null);
  }
  const method = getOptionalAttr(rt, type, "__class_getitem__");
  if (method !== null && method !== rt.none) {
    hold(rt, "function being called", method);
    const result = call(rt, method, [key]);
    dropHeld(rt, "function being called", method);
    return result;
  }
  if (method !== null) decref(rt, method);
  if (rt.thread.exception !== null) return null;
  const what = rt.profile.classSubscriptNamesClass
    ? `type '${type.payload.name}'`
    : `'${typeName(type.type)}' object`;
  return raise(rt, "TypeError", `${what} is not subscriptable`);
}

/** `o[key] = value` [PyObject_SetItem] */
export function setItem(rt: Runtime, o: PyObject, key: PyObject, value: PyObject): boolean {
  const slot = o.type.payload.slots.assSubscript;
  if (slot !== undefined) return slot(rt, o, key, value);
  raise(rt, "TypeError", `'${typeName(o.type)}' object does not support item assignment`);
  return false;
}

/** `del o[key]` */
export function deleteItem(rt: Runtime, o: PyObject, key: PyObject): boolean {
  const slot = o.type.payload.slots.assSubscript;
  if (slot !== undefined) return slot(rt, o, key, null);
  const verb = o.type.payload.slots.item === undefined ? "does" : "doesn't";
  const not = verb === "does" ? " not" : "";
  raise(rt, "TypeError", `'${typeName(o.type)}' object ${verb}${not} support item deletion`);
  return false;
}

/** `item in o` [PySequence_Contains] */
export function contains(rt: Runtime, o: PyObject, item: PyObject): boolean | null {
  const slot = o.type.payload.slots.contains;
  if (slot !== undefined) return slot(rt, o, item);
  const iterator = getIter(rt, o);
  if (iterator === null) {
    if (!exceptionMatches(rt, "TypeError")) return null;
    clearException(rt);
    return raise(rt, "TypeError", notContainer(rt, o));
  }
  hold(rt, "iterator drawn from", iterator);
  const found = searchIterator(rt, iterator, item);
  dropHeld(rt, "iterator drawn from", iterator);
  return found;
}

function notContainer(rt: Runtime, o: PyObject): string {
  const name = typeName(o.type);
  return rt.profile.membershipSaysContainer
    ? `argument of type '${name}' is not a container or iterable`
    : `argument of type '${name}' is not iterable`;
}

function searchIterator(rt: Runtime, iterator: PyObject, item: PyObject): boolean | null {
  for (;;) {
    const candidate = iterNext(rt, iterator);
    if (candidate === null) return rt.thread.exception === null ? false : null;
    rt.charge(1, 0);
    hold(rt, "value in use", candidate);
    const same = equals(rt, candidate, item);
    dropHeld(rt, "value in use", candidate);
    if (same === null || same) return same;
  }
}

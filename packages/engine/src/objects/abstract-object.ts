/**
 * What can be done with any object: attributes, calls, truth, comparison, hash, text, iteration.
 * [mirrors the object half of Objects/object.c, Objects/call.c and Objects/abstract.c]
 *
 * Every operation goes through the type's slots. New references out, borrowed in; see object.ts.
 */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, decrefAll, newRef } from "../memory/refcount.ts";
import { clearIfMatches, exceptionMatches, isTypeOrSubtype, raise } from "./errors.ts";
import { callUnpackedNative, isNative } from "./native.ts";
import {
  type Call,
  type CompareOp,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
} from "./object.ts";
import { enterRecursive, leaveRecursive } from "./recursion.ts";
import { newSeqIterator } from "./seq-iterator-object.ts";
import { isStr } from "./str-object.ts";
import { lookupMethod, lookupSpecial, typeLookup, typeName } from "./type-lookup.ts";
import { wrongReturn } from "./wrong-return.ts";

// ---- attributes ----------------------------------------------------------------------------------------------

/** `o.name`; `name` is a str. [PyObject_GetAttr] */
export function getAttr(rt: Runtime, o: PyObject, name: PyObject): PyObject | null {
  const slot = o.type.payload.slots.getattro;
  if (slot === undefined)
    return raise(rt, "AttributeError", `'${typeName(o.type)}' object has no attributes`);
  return slot(rt, o, name);
}

export function getAttrText(rt: Runtime, o: PyObject, name: string): PyObject | null {
  const nameObject = rt.intern(name);
  hold(rt, "value in use", nameObject);
  const value = getAttr(rt, o, nameObject);
  dropHeld(rt, "value in use", nameObject);
  return value;
}

/** `getattr(o, name, None)` without the default: null and no exception when it is missing. [PyObject_GetOptionalAttr] */
export function getOptionalAttr(rt: Runtime, o: PyObject, name: string): PyObject | null {
  const value = getAttrText(rt, o, name);
  if (value === null) clearIfMatches(rt, "AttributeError");
  return value;
}

/** `o.name = value` [PyObject_SetAttr] */
export function setAttr(rt: Runtime, o: PyObject, name: PyObject, value: PyObject): boolean {
  return setOrDelete(rt, o, name, value);
}

/** `del o.name` */
export function deleteAttr(rt: Runtime, o: PyObject, name: PyObject): boolean {
  return setOrDelete(rt, o, name, null);
}

export function setAttrText(rt: Runtime, o: PyObject, name: string, value: PyObject): boolean {
  const nameObject = rt.intern(name);
  const done = setOrDelete(rt, o, nameObject, value);
  decref(rt, nameObject);
  return done;
}

function setOrDelete(rt: Runtime, o: PyObject, name: PyObject, value: PyObject | null): boolean {
  const slots = o.type.payload.slots;
  if (slots.setattro !== undefined) return slots.setattro(rt, o, name, value);
  const kind = slots.getattro === undefined ? "no" : "only read-only";
  raise(rt, "TypeError", `'${typeName(o.type)}' object has ${kind} attributes`);
  return false;
}

// ---- calls ---------------------------------------------------------------------------------------------------

/** `callable(*args)`; the last `names.length` of args are keyword values. [PyObject_Vectorcall] */
export function call(
  rt: Runtime,
  callable: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null = null,
): PyObject | null {
  const slot = callable.type.payload.slots.call;
  if (slot === undefined)
    return raise(rt, "TypeError", `'${typeName(callable.type)}' object is not callable`);
  if (takesVector(callable)) return slot(rt, callable, args, names);
  if (!enterRecursive(rt, " while calling a Python object")) return null;
  const result =
    args.length === 0
      ? slot(rt, callable, args, names)
      : callThroughTuple(rt, slot, callable, args, names, null);
  leaveRecursive(rt);
  return result;
}

/** As call, with the positional arguments in a tuple already, which may itself be passed on. [PyObject_Call] */
export function callUnpacked(
  rt: Runtime,
  callable: PyObject,
  tuple: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const slot = callable.type.payload.slots.call;
  if (slot === undefined) return call(rt, callable, args, names);
  if (!takesVector(callable)) return callThroughTuple(rt, slot, callable, args, names, tuple);
  if (isNative(rt, callable) && callable.payload.packing === "all")
    return callUnpackedNative(rt, callable, args, names);
  if (names === null || names.length === 0) return slot(rt, callable, args, names);
  return callHolding(rt, unpacked(rt, args, names), () => slot(rt, callable, args, names));
}

/** Whether a callable takes its arguments as an array. [PyVectorcall_Function] */
export function takesVector(callable: PyObject): boolean {
  return hasFlag(callable.type, TypeFlag.HasVectorcall);
}

/** What the array holds that keywords and positional arguments are unpacked into. [_PyStack_UnpackDict] */
export function unpacked(rt: Runtime, args: readonly PyObject[], names: readonly PyObject[]): PyObject[] {
  return (rt.profile.unpackingHoldsPositional ? args.slice() : args.slice(args.length - names.length)).map(
    newRef,
  );
}

/** Runs `body` while native code holds these references (stolen). */
export function callHolding<R>(rt: Runtime, held: readonly PyObject[], body: () => R): R {
  if (rt.recorder !== null) for (const o of held) rt.recorder.nativeHold("call arguments", o);
  const result = body();
  if (rt.recorder !== null) for (const o of held) rt.recorder.nativeRelease("call arguments", o);
  for (const o of held) decref(rt, o);
  return result;
}

/**
 * A callable without vectorcall gets its arguments in a tuple (and a dict), which hold them while it runs. A Python
 * `__init__` or `__call__` behind it that takes keywords has them unpacked once more. [_PyObject_MakeTpCall]
 */
function callThroughTuple(
  rt: Runtime,
  slot: Call,
  callable: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
  given: PyObject | null,
): PyObject | null {
  const isType = hasFlag(callable.type, TypeFlag.TypeSubclass);
  const cls = isType ? (callable as PyType) : callable.type;
  const isHeap = hasFlag(cls, TypeFlag.HeapType);
  if (isType && !isHeap && rt.profile.vectorcallTypes.includes(cls.payload.name))
    return slot(rt, callable, args, names);
  const isException = isType && hasFlag(cls, TypeFlag.BaseExceptionSubclass);
  if (isException && !isHeap && !rt.profile.exceptionsKeepCallTuple) return slot(rt, callable, args, names);
  if (names === null && given === null && rt.recorder === null && !isException) {
    const tuple = rt.newTuple(copyOwned(args));
    const result = slot(rt, callable, args, names);
    decref(rt, tuple);
    return result;
  }
  const keywordCount = names === null ? 0 : names.length;
  const positional = args.length - keywordCount;
  const keywords =
    given === null && names !== null && keywordCount > 0
      ? rt.newKeywords(args.slice(positional), names)
      : null;
  const tuple = given === null ? rt.newTuple(args.slice(0, positional).map(newRef)) : newRef(given);
  const held = keywords === null ? [tuple] : [tuple, keywords];
  // The tuple itself becomes the exception's `args`.
  if (isException) rt.thread.callTuple = tuple;
  const result = callHolding(rt, held, () => slot(rt, callable, args, names));
  if (isException) rt.thread.callTuple = null;
  return result;
}

function copyOwned(args: readonly PyObject[]): PyObject[] {
  const copy = args.slice();
  for (const o of copy) newRef(o);
  return copy;
}

/** `o.name(*args)` without a method object in between. [PyObject_VectorcallMethod] */
export function callMethod(
  rt: Runtime,
  o: PyObject,
  name: string,
  args: readonly PyObject[] = [],
): PyObject | null {
  const slots = o.type.payload.slots;
  const found =
    slots.getattro === rt.types.object.payload.slots.getattro ? typeLookup(rt, o.type, name) : null;
  // Only a method the instance cannot hide may be called unbound.
  if (found !== null && hasFlag(found.type, TypeFlag.MethodDescriptor) && !mayHide(o, name)) {
    const method = newRef(found);
    hold(rt, "function being called", method);
    const result = call(rt, method, [o, ...args]);
    dropHeld(rt, "function being called", method);
    return result;
  }
  const method = getAttrText(rt, o, name);
  if (method === null) return null;
  hold(rt, "function being called", method);
  const result = call(rt, method, args);
  dropHeld(rt, "function being called", method);
  return result;
}

/** Whether the instance's own attribute may stand before the class's method. */
function mayHide(o: PyObject, name: string): boolean {
  const attrs = o.attrs;
  if (attrs === null) return false;
  const index = attrs.keys?.indexByName.get(name);
  if (attrs.values !== null) return index !== undefined && attrs.values[index] != null;
  return attrs.dict !== null;
}

/** Calls a special method; null without an exception when the type has none. */
export function callSpecialMethod(
  rt: Runtime,
  o: PyObject,
  name: string,
  args: readonly PyObject[] = [],
): PyObject | null {
  const method = lookupMethod(rt, o, name);
  if (method === null) return null;
  hold(rt, "function being called", method.callable);
  const result = call(rt, method.callable, method.isUnbound ? [o, ...args] : args);
  dropHeld(rt, "function being called", method.callable);
  return result;
}

/** As callSpecialMethod, but with a method object in between, which holds `o` once more. [_PyObject_LookupSpecial, then a call] */
export function callSpecialBound(
  rt: Runtime,
  o: PyObject,
  name: string,
  args: readonly PyObject[] = [],
): PyObject | null {
  const method = lookupSpecial(rt, o, name);
  if (method === null) return null;
  hold(rt, "function being called", method);
  const result = call(rt, method, args);
  dropHeld(rt, "function being called", method);
  return result;
}

export function isCallable(o: PyObject): boolean {
  return o.type.payload.slots.call !== undefined;
}

// ---- truth, comparison, hash ---------------------------------------------------------------------------------

/** [PyObject_IsTrue] */
export function isTrue(rt: Runtime, o: PyObject): boolean | null {
  if (o === rt.true) return true;
  if (o === rt.false || o === rt.none) return false;
  const slots = o.type.payload.slots;
  if (slots.bool !== undefined) return slots.bool(rt, o);
  if (slots.length === undefined) return true;
  const size = slots.length(rt, o);
  return size === null ? null : size > 0;
}

const swapped: Record<CompareOp, CompareOp> = {
  "<": ">",
  "<=": ">=",
  "==": "==",
  "!=": "!=",
  ">": "<",
  ">=": "<=",
};

/** `a op b` [PyObject_RichCompare, do_richcompare] */
export function richCompare(rt: Runtime, a: PyObject, b: PyObject, op: CompareOp): PyObject | null {
  if (!enterRecursive(rt, " in comparison")) return null;
  const result = tryCompare(rt, a, b, op);
  leaveRecursive(rt);
  return result;
}

function tryCompare(rt: Runtime, a: PyObject, b: PyObject, op: CompareOp): PyObject | null {
  const left = a.type.payload.slots.richcompare;
  const right = b.type.payload.slots.richcompare;
  let askedRight = false;
  if (a.type !== b.type && right !== undefined && isTypeOrSubtype(b.type, a.type)) {
    askedRight = true;
    const result = right(rt, b, a, swapped[op]);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (left !== undefined) {
    const result = left(rt, a, b, op);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (!askedRight && right !== undefined) {
    const result = right(rt, b, a, swapped[op]);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (op === "==") return newRef(a === b ? rt.true : rt.false);
  if (op === "!=") return newRef(a === b ? rt.false : rt.true);
  const types = `'${typeName(a.type)}' and '${typeName(b.type)}'`;
  return raise(rt, "TypeError", `'${op}' not supported between instances of ${types}`);
}

/** `a op b` as a truth value; identical objects are equal. [PyObject_RichCompareBool] */
export function richCompareBool(rt: Runtime, a: PyObject, b: PyObject, op: CompareOp): boolean | null {
  if (a === b) {
    if (op === "==") return true;
    if (op === "!=") return false;
  }
  const result = richCompare(rt, a, b, op);
  if (result === null) return null;
  if (result === rt.true || result === rt.false) {
    decref(rt, result);
    return result === rt.true;
  }
  hold(rt, "result in use", result);
  const truth = isTrue(rt, result);
  dropHeld(rt, "result in use", result);
  return truth;
}

/** Identical or `==`. */
export function equals(rt: Runtime, a: PyObject, b: PyObject): boolean | null {
  return a === b ? true : richCompareBool(rt, a, b, "==");
}

/** [PyObject_Hash] */
export function hash(rt: Runtime, o: PyObject): number | bigint | null {
  const slot = o.type.payload.slots.hash;
  return slot === undefined ? hashNotImplemented(rt, o) : slot(rt, o);
}

/** The hash slot of mutable containers. [PyObject_HashNotImplemented] */
export function hashNotImplemented(rt: Runtime, o: PyObject): null {
  return raise(rt, "TypeError", `unhashable type: '${typeName(o.type)}'`);
}

// ---- text ----------------------------------------------------------------------------------------------------

/** `repr(o)`: a str. [PyObject_Repr] */
export function repr(rt: Runtime, o: PyObject): PyObject | null {
  const slot = o.type.payload.slots.repr;
  if (slot === undefined)
    return rt.newStr(`<${typeName(o.type)} object at 0x${rt.heap.addressOf(o).toString(16)}>`);
  if (!enterRecursive(rt, " while getting the repr of an object")) return null;
  const result = slot(rt, o);
  leaveRecursive(rt);
  return checkText(rt, o, result, "__repr__");
}

/** `str(o)` [PyObject_Str] */
export function str(rt: Runtime, o: PyObject): PyObject | null {
  if (o.type === rt.types.str) return newRef(o);
  const slot = o.type.payload.slots.str;
  if (slot === undefined) return repr(rt, o);
  if (!enterRecursive(rt, " while getting the str of an object")) return null;
  const result = slot(rt, o);
  leaveRecursive(rt);
  return checkText(rt, o, result, "__str__");
}

function checkText(rt: Runtime, o: PyObject, result: PyObject | null, name: string): PyObject | null {
  if (result === null || isStr(result)) return result;
  wrongReturn(rt, o, name, "a str", result, `${name} returned non-string (type ${typeName(result.type)})`);
  decref(rt, result);
  return null;
}

/** The text of `repr(o)` for messages; null with an exception. */
export function reprText(rt: Runtime, o: PyObject): string | null {
  return takeText(rt, repr(rt, o));
}

export function strText(rt: Runtime, o: PyObject): string | null {
  return takeText(rt, str(rt, o));
}

function takeText(rt: Runtime, result: PyObject | null): string | null {
  if (result === null || !isStr(result)) return null;
  const value = result.payload.text;
  decref(rt, result);
  return value;
}

// ---- iteration -----------------------------------------------------------------------------------------------

/** `iter(o)` [PyObject_GetIter] */
export function getIter(rt: Runtime, o: PyObject): PyObject | null {
  const slots = o.type.payload.slots;
  if (slots.iter !== undefined) {
    const iterator = slots.iter(rt, o);
    if (iterator === null || iterator.type.payload.slots.iternext !== undefined) return iterator;
    const before = `iter() returned non-iterator of type '${typeName(iterator.type)}'`;
    wrongReturn(rt, o, "__iter__", "an iterator", iterator, before);
    decref(rt, iterator);
    return null;
  }
  if (isSequence(rt, o)) return newSeqIterator(rt, o);
  return raise(rt, "TypeError", `'${typeName(o.type)}' object is not iterable`);
}

/** [PySequence_Check] */
export function isSequence(_rt: Runtime, o: PyObject): boolean {
  return !hasFlag(o.type, TypeFlag.DictSubclass) && o.type.payload.slots.item !== undefined;
}

/** The next item; null without an exception when exhausted. [PyIter_Next] */
export function iterNext(rt: Runtime, iterator: PyObject): PyObject | null {
  const slot = iterator.type.payload.slots.iternext;
  if (slot === undefined)
    return raise(rt, "TypeError", `'${typeName(iterator.type)}' object is not an iterator`);
  const item = slot(rt, iterator);
  if (item === null && rt.thread.exception !== null) clearIfMatches(rt, "StopIteration");
  return item;
}

export function isIterator(o: PyObject): boolean {
  return o.type.payload.slots.iternext !== undefined;
}

/**
 * A list or tuple with the items of `iterable`: the object itself when it is one, else a new list. `message` replaces
 * "object is not iterable". [PySequence_Fast]
 */
export function fastSequence(
  rt: Runtime,
  iterable: PyObject,
  message: string | null = null,
): PyObject | null {
  if (iterable.type === rt.types.list || iterable.type === rt.types.tuple) return newRef(iterable);
  const iterator = getIter(rt, iterable);
  if (iterator === null) {
    if (message !== null && exceptionMatches(rt, "TypeError")) raise(rt, "TypeError", message);
    return null;
  }
  hold(rt, "iterator drawn from", iterator);
  const items = collectItems(rt, iterator);
  dropHeld(rt, "iterator drawn from", iterator);
  return items === null ? null : rt.newList(items);
}

/** The items of a list or tuple (as fastSequence returns them); borrowed. */
export function sequenceItems(o: PyObject): readonly PyObject[] {
  return (o as PyObject<{ items: PyObject[] }>).payload.items;
}

/** Everything an iterator still gives; owned by the caller. Null with an exception. */
export function collectItems(rt: Runtime, iterator: PyObject): PyObject[] | null {
  const items: PyObject[] = [];
  for (;;) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    rt.charge(1, 8);
    items.push(item);
    hold(rt, "items collected", item);
  }
  for (let i = items.length - 1; i >= 0; i -= 1) letGo(rt, "items collected", items[i] as PyObject);
  if (rt.thread.exception === null) return items;
  decrefAll(rt, items);
  return null;
}

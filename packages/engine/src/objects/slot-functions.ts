/**
 * The slots of a Python class: each looks its dunder up on the type and calls it.   [mirrors slot_tp_*, slot_nb_*, … and
 * SLOT1BINFULL in Objects/typeobject.c]
 *
 * The look-up gives a new reference to the function; self is passed beside it, so that no method object is made.
 */

import { writeUnraisable } from "../gc/unraisable.ts";
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import {
  call,
  callHolding,
  callSpecialBound,
  callSpecialMethod,
  hashNotImplemented,
  index,
  isTrue,
  lookupMethod,
  typeLookup,
  typeName,
  unpacked,
} from "./abstract.ts";
import {
  clearException,
  clearIfMatches,
  isTypeOrSubtype,
  raise,
  restoreException,
  takeException,
} from "./errors.ts";
import { hashInt } from "./hash-number.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import type { SlotName } from "./slotdefs.ts";
import { wrongReturn } from "./wrong-return.ts";

type Args = readonly PyObject[];

/** Calls the dunder; `NotImplemented` when the type has none. [vectorcall_maybe] */
function callMaybe(rt: Runtime, self: PyObject, name: string, args: Args): PyObject | null {
  const result = callSpecialMethod(rt, self, name, args);
  if (result === null && rt.thread.exception === null) return newRef(rt.notImplemented);
  return result;
}

/** Calls the dunder that must be there. [vectorcall_method] */
function callMethod(rt: Runtime, self: PyObject, name: string, args: Args): PyObject | null {
  const result = callSpecialMethod(rt, self, name, args);
  if (result === null && rt.thread.exception === null) return raise(rt, "AttributeError", name);
  return result;
}

/** With a method object in between, which holds self once more. [call_attribute] */
function callBound(rt: Runtime, self: PyObject, name: string, args: Args): PyObject | null {
  const result = callSpecialBound(rt, self, name, args);
  return result === null && rt.thread.exception === null ? raise(rt, "AttributeError", name) : result;
}

const unary =
  (name: string) =>
  (rt: Runtime, self: PyObject): PyObject | null =>
    callMethod(rt, self, name, []);

const inplace =
  (name: string) =>
  (rt: Runtime, self: PyObject, other: PyObject): PyObject | null =>
    callMethod(rt, self, name, [other]);

/** [SLOT1BINFULL] */
function binary(slot: SlotName, name: string, rname: string) {
  const self = (rt: Runtime, left: PyObject, right: PyObject): PyObject | null => {
    let doOther = left.type !== right.type && right.type.payload.slots[slot] === self;
    if (left.type.payload.slots[slot] === self) {
      if (doOther && isTypeOrSubtype(right.type, left.type) && isOverloaded(rt, left, right, rname)) {
        const result = callMaybe(rt, right, rname, [left]);
        if (result !== rt.notImplemented) return result;
        decref(rt, result);
        doOther = false;
      }
      const result = callMaybe(rt, left, name, [right]);
      if (result !== rt.notImplemented || right.type === left.type) return result;
      decref(rt, result);
    }
    if (doOther) return callMaybe(rt, right, rname, [left]);
    return newRef(rt.notImplemented);
  };
  return self;
}

/** [method_is_overloaded] */
function isOverloaded(rt: Runtime, left: PyObject, right: PyObject, name: string): boolean {
  const b = typeLookup(rt, right.type, name);
  if (b === null) return false;
  return typeLookup(rt, left.type, name) !== b;
}

function power(rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject): PyObject | null {
  if (modulus === rt.none) return powerTwo(rt, base, exponent);
  if (rt.profile.powerAsksRightOfThree) return powerThree(rt, base, exponent, modulus);
  if (base.type.payload.slots.power === power) return callMethod(rt, base, "__pow__", [exponent, modulus]);
  return newRef(rt.notImplemented);
}

/** [slot_nb_power, with SLOT1BINFULL's rules for three] */
function powerThree(rt: Runtime, left: PyObject, right: PyObject, modulus: PyObject): PyObject | null {
  let doOther = left.type !== right.type && right.type.payload.slots.power === power;
  if (left.type.payload.slots.power === power) {
    if (doOther && isTypeOrSubtype(right.type, left.type) && isOverloaded(rt, left, right, "__rpow__")) {
      const result = callMaybe(rt, right, "__rpow__", [left, modulus]);
      if (result !== rt.notImplemented) return result;
      decref(rt, result);
      doOther = false;
    }
    const result = callMaybe(rt, left, "__pow__", [right, modulus]);
    if (result !== rt.notImplemented || right.type === left.type) return result;
    decref(rt, result);
  }
  if (doOther) return callMaybe(rt, right, "__rpow__", [left, modulus]);
  return newRef(rt.notImplemented);
}

function powerTwo(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  let doOther = left.type !== right.type && right.type.payload.slots.power === power;
  if (left.type.payload.slots.power === power) {
    if (doOther && isTypeOrSubtype(right.type, left.type) && isOverloaded(rt, left, right, "__rpow__")) {
      const result = callMaybe(rt, right, "__rpow__", [left]);
      if (result !== rt.notImplemented) return result;
      decref(rt, result);
      doOther = false;
    }
    const result = callMaybe(rt, left, "__pow__", [right]);
    if (result !== rt.notImplemented || right.type === left.type) return result;
    decref(rt, result);
  }
  if (doOther) return callMaybe(rt, right, "__rpow__", [left]);
  return newRef(rt.notImplemented);
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  return callMethod(rt, self, "__repr__", []);
}

function str(rt: Runtime, self: PyObject): PyObject | null {
  return callMethod(rt, self, "__str__", []);
}

function hash(rt: Runtime, self: PyObject): number | bigint | null {
  const result = callSpecialMethod(rt, self, "__hash__");
  if (result === null) return rt.thread.exception === null ? hashNotImplemented(rt, self) : null;
  if (!hasFlag(result.type, TypeFlag.IntSubclass)) {
    decref(rt, result);
    return raise(rt, "TypeError", "__hash__ method should return an integer");
  }
  const value = (result as PyObject<number | bigint>).payload;
  decref(rt, result);
  const wrapped = BigInt.asIntN(64, BigInt(value)) === BigInt(value) ? value : hashInt(value);
  return wrapped === -1 ? -2 : wrapped;
}

/** With keywords an array of its own is made, which holds what it is filled with. [_PyObject_Call_Prepend] */
function callPrepended(
  rt: Runtime,
  isUnbound: boolean,
  callable: PyObject,
  self: PyObject,
  args: Args,
  names: Args | null,
): PyObject | null {
  if (!isUnbound) return call(rt, callable, args, names);
  const all = [self, ...args];
  if (names === null || names.length === 0) return call(rt, callable, all, names);
  return callHolding(rt, unpacked(rt, all, names), () => call(rt, callable, all, names));
}

function callSlot(rt: Runtime, self: PyObject, args: Args, names: Args | null): PyObject | null {
  const method = lookupMethod(rt, self, "__call__");
  if (method === null)
    return rt.thread.exception === null
      ? raise(rt, "TypeError", `'${typeName(self.type)}' object is not callable`)
      : null;
  hold(rt, "function being called", method.callable);
  const result = callPrepended(rt, method.isUnbound, method.callable, self, args, names);
  dropHeld(rt, "function being called", method.callable);
  return result;
}

const compareNames = {
  "<": "__lt__",
  "<=": "__le__",
  "==": "__eq__",
  "!=": "__ne__",
  ">": "__gt__",
  ">=": "__ge__",
};

/** A method that cannot even be looked up compares nothing. [slot_tp_richcompare] */
const richcompare: NonNullable<TypeSlots["richcompare"]> = (rt, self, other, op) => {
  const method = lookupMethod(rt, self, compareNames[op]);
  if (method === null) {
    if (!rt.profile.comparisonKeepsLookupErrors) clearException(rt);
    else if (rt.thread.exception !== null && !clearIfMatches(rt, "AttributeError")) return null;
    return newRef(rt.notImplemented);
  }
  hold(rt, "function being called", method.callable);
  const result = call(rt, method.callable, method.isUnbound ? [self, other] : [other]);
  dropHeld(rt, "function being called", method.callable);
  return result;
};

function iter(rt: Runtime, self: PyObject): PyObject | null {
  if (typeLookup(rt, self.type, "__iter__") === rt.none)
    return raise(rt, "TypeError", `'${typeName(self.type)}' object is not iterable`);
  return callMethod(rt, self, "__iter__", []);
}

function iternext(rt: Runtime, self: PyObject): PyObject | null {
  return callMethod(rt, self, "__next__", []);
}

function init(rt: Runtime, self: PyObject, args: Args, names: Args | null): boolean {
  const method = lookupMethod(rt, self, "__init__");
  if (method === null) return false;
  hold(rt, "function being called", method.callable);
  const result = callPrepended(rt, method.isUnbound, method.callable, self, args, names);
  dropHeld(rt, "function being called", method.callable);
  if (result === null) return false;
  if (result !== rt.none) {
    raise(rt, "TypeError", `__init__() should return None, not '${typeName(result.type)}'`);
    decref(rt, result);
    return false;
  }
  decref(rt, result);
  return true;
}

function bool(rt: Runtime, self: PyObject): boolean | null {
  const answer = callSpecialMethod(rt, self, "__bool__");
  if (answer === null) {
    if (rt.thread.exception !== null) return null;
    const size = length(rt, self);
    return size === null ? null : size > 0;
  }
  if (answer !== rt.true && answer !== rt.false) {
    const before = `__bool__ should return bool, returned ${typeName(answer.type)}`;
    wrongReturn(rt, self, "__bool__", "a bool", answer, before);
    decref(rt, answer);
    return null;
  }
  decref(rt, answer);
  return answer === rt.true;
}

function length(rt: Runtime, self: PyObject): number | bigint | null {
  const result = callMethod(rt, self, "__len__", []);
  if (result === null) return null;
  hold(rt, "result in use", result);
  const size = index(rt, result);
  dropHeld(rt, "result in use", result);
  if (size === null) return null;
  const value = (size as PyObject<number | bigint>).payload;
  decref(rt, size);
  if (value < 0) return raise(rt, "ValueError", "__len__() should return >= 0");
  if (value >= 2 ** 63) return raise(rt, "OverflowError", "cannot fit 'int' into an index-sized integer");
  return value;
}

function contains(rt: Runtime, self: PyObject, item: PyObject): boolean | null {
  if (typeLookup(rt, self.type, "__contains__") === rt.none)
    return raise(rt, "TypeError", `'${typeName(self.type)}' object is not a container`);
  const answer = callMethod(rt, self, "__contains__", [item]);
  if (answer === null) return null;
  hold(rt, "result in use", answer);
  const truth = isTrue(rt, answer);
  dropHeld(rt, "result in use", answer);
  return truth;
}

function item(rt: Runtime, self: PyObject, at: number): PyObject | null {
  const position = rt.newInt(at);
  hold(rt, "value in use", position);
  const result = callMethod(rt, self, "__getitem__", [position]);
  dropHeld(rt, "value in use", position);
  return result;
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  if (rt.profile.specializesAfter < Number.POSITIVE_INFINITY) {
    const method = typeLookup(rt, self.type, "__getitem__");
    const result = method === null ? undefined : rt.callFromStack("BINARY_SUBSCR", method, self, 2, []);
    if (result !== undefined) return result;
  }
  return callMethod(rt, self, "__getitem__", [key]);
}

function assSubscript(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  const result =
    value === null
      ? callMethod(rt, self, "__delitem__", [key])
      : callMethod(rt, self, "__setitem__", [key, value]);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

/** A class with `__getattribute__` alone. [slot_tp_getattro] */
function getattro(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  if (rt.profile.specializesAttributes && typeLookup(rt, self.type, "__getattr__") === null) {
    const method = typeLookup(rt, self.type, "__getattribute__");
    const result = method === null ? undefined : rt.callFromStack("LOAD_ATTR", method, self, 1, [name]);
    if (result !== undefined) return result;
  }
  return callMethod(rt, self, "__getattribute__", [name]);
}

/** A class with `__getattr__`, asked when the ordinary look-up finds nothing. [slot_tp_getattr_hook] */
function getattrHook(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  const getattribute = typeLookup(rt, self.type, "__getattribute__");
  const plain = rt.types.object.payload.slots.getattro as NonNullable<TypeSlots["getattro"]>;
  const isPlain = getattribute === null || getattribute.type === rt.types.wrapper_descriptor;
  const inherited = isPlain ? builtinGetattro(self) : null;
  const value = isPlain ? (inherited ?? plain)(rt, self, name) : askGetattribute(rt, self, name);
  if (value !== null || typeLookup(rt, self.type, "__getattr__") === null) return value;
  if (!clearIfMatches(rt, "AttributeError")) return null;
  return rt.profile.getattrHookBinds
    ? callBound(rt, self, "__getattr__", [name])
    : callMethod(rt, self, "__getattr__", [name]);
}

function askGetattribute(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  return rt.profile.getattrHookBinds
    ? callBound(rt, self, "__getattribute__", [name])
    : callMethod(rt, self, "__getattribute__", [name]);
}

/** The attribute look-up of the built-in type the class derives from (a module's or a type's differ from object's). */
function builtinGetattro(self: PyObject): NonNullable<TypeSlots["getattro"]> | null {
  for (const type of self.type.payload.mroTypes)
    if (!hasFlag(type, TypeFlag.HeapType)) return type.payload.slots.getattro ?? null;
  return null;
}

function setattro(rt: Runtime, self: PyObject, name: PyObject, value: PyObject | null): boolean {
  const result =
    value === null
      ? callMethod(rt, self, "__delattr__", [name])
      : callMethod(rt, self, "__setattr__", [name, value]);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

const descrGet: NonNullable<TypeSlots["descrGet"]> = (rt, self, instance, owner) => {
  const get = typeLookup(rt, self.type, "__get__");
  // Set by a metaclass that lost its `__get__` meanwhile.
  if (get === null) return newRef(self);
  const method = newRef(get);
  hold(rt, "function being called", method);
  const result = call(rt, method, [self, instance ?? rt.none, owner ?? rt.none]);
  dropHeld(rt, "function being called", method);
  return result;
};

const descrSet: NonNullable<TypeSlots["descrSet"]> = (rt, self, instance, value) => {
  const result =
    value === null
      ? callMethod(rt, self, "__delete__", [instance])
      : callMethod(rt, self, "__set__", [instance, value]);
  if (result === null) return false;
  decref(rt, result);
  return true;
};

/** `__del__`; what it raises is reported and forgotten. [slot_tp_finalize] */
function finalize(rt: Runtime, self: PyObject): void {
  const saved = takeException(rt);
  if (saved !== null) hold(rt, "exception set aside", saved);
  const method = lookupMethod(rt, self, "__del__");
  if (method !== null) {
    hold(rt, "function being called", method.callable);
    const result = call(rt, method.callable, method.isUnbound ? [self] : []);
    if (result === null) writeUnraisable(rt, method.callable, "calling deallocator");
    else decref(rt, result);
    dropHeld(rt, "function being called", method.callable);
  }
  if (saved !== null) letGo(rt, "exception set aside", saved);
  restoreException(rt, saved);
}

/** Slot and function for each dunder a class body may define. */
export const slotFunctions: ReadonlyMap<string, Partial<TypeSlots>> = new Map<string, Partial<TypeSlots>>([
  ["__getattribute__", { getattro }],
  ["__getattr__", { getattro: getattrHook }],
  ["__setattr__", { setattro }],
  ["__delattr__", { setattro }],
  ["__repr__", { repr }],
  ["__hash__", { hash }],
  ["__call__", { call: callSlot }],
  ["__str__", { str }],
  ...Object.values(compareNames).map((name): [string, Partial<TypeSlots>] => [name, { richcompare }]),
  ["__iter__", { iter }],
  ["__next__", { iternext }],
  ["__get__", { descrGet }],
  ["__set__", { descrSet }],
  ["__delete__", { descrSet }],
  ["__init__", { init }],
  ["__del__", { finalize }],
  ["__await__", { await: unary("__await__") }],
  ["__aiter__", { aiter: unary("__aiter__") }],
  ["__anext__", { anext: unary("__anext__") }],
  ...binaryPairs(),
  ["__pow__", { power }],
  ["__rpow__", { power }],
  ["__neg__", { negative: unary("__neg__") }],
  ["__pos__", { positive: unary("__pos__") }],
  ["__abs__", { absolute: unary("__abs__") }],
  ["__bool__", { bool }],
  ["__invert__", { invert: unary("__invert__") }],
  ["__int__", { int: unary("__int__") }],
  ["__float__", { float: unary("__float__") }],
  ["__index__", { index: unary("__index__") }],
  ["__iadd__", { inplaceAdd: inplace("__iadd__") }],
  ["__isub__", { inplaceSubtract: inplace("__isub__") }],
  ["__imul__", { inplaceMultiply: inplace("__imul__") }],
  ["__imatmul__", { inplaceMatrixMultiply: inplace("__imatmul__") }],
  ["__itruediv__", { inplaceTrueDivide: inplace("__itruediv__") }],
  ["__ifloordiv__", { inplaceFloorDivide: inplace("__ifloordiv__") }],
  ["__imod__", { inplaceRemainder: inplace("__imod__") }],
  ["__ipow__", { inplacePower: inplace("__ipow__") }],
  ["__ilshift__", { inplaceLshift: inplace("__ilshift__") }],
  ["__irshift__", { inplaceRshift: inplace("__irshift__") }],
  ["__iand__", { inplaceAnd: inplace("__iand__") }],
  ["__ixor__", { inplaceXor: inplace("__ixor__") }],
  ["__ior__", { inplaceOr: inplace("__ior__") }],
  ["__len__", { length }],
  ["__getitem__", { subscript, item }],
  ["__setitem__", { assSubscript }],
  ["__delitem__", { assSubscript }],
  ["__contains__", { contains }],
]);

function binaryPairs(): [string, Partial<TypeSlots>][] {
  const operators: readonly [string, SlotName][] = [
    ["add", "add"],
    ["sub", "subtract"],
    ["mul", "multiply"],
    ["matmul", "matrixMultiply"],
    ["truediv", "trueDivide"],
    ["floordiv", "floorDivide"],
    ["mod", "remainder"],
    ["divmod", "divmod"],
    ["lshift", "lshift"],
    ["rshift", "rshift"],
    ["and", "and"],
    ["xor", "xor"],
    ["or", "or"],
  ];
  return operators.flatMap(([stem, slot]) => {
    const slots: Partial<TypeSlots> = { [slot]: binary(slot, `__${stem}__`, `__r${stem}__`) };
    return [
      [`__${stem}__`, slots],
      [`__r${stem}__`, slots],
    ] as [string, Partial<TypeSlots>][];
  });
}

/** Built-in functions about objects and their attributes.   [mirrors Python/bltinmodule.c] */

import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import {
  call,
  callMethod,
  callSpecialBound,
  deleteAttr,
  exactLength,
  getAttr,
  getIter,
  getOptionalAttr,
  hash,
  isCallable,
  isInstance,
  isSubclass,
  isTrue,
  iterNext,
  repr,
  setAttr,
} from "../objects/abstract.ts";
import { clearIfMatches, raise } from "../objects/errors.ts";
import { asciiOf } from "../objects/format-fields.ts";
import { internName } from "../objects/intern-name.ts";
import { makeAllLazy } from "../objects/lazy-names.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { isStr } from "../objects/str-object.ts";
import { argumentTypeName, lookupSpecial, typeName } from "../objects/type-lookup.ts";
import { method, type NativeSpec, noArgs, oneArg } from "../objects/typespec.ts";
import { wrongReturn } from "../objects/wrong-return.ts";

type Args = readonly PyObject[];

function truth(rt: Runtime, value: boolean | null): PyObject | null {
  return value === null ? null : newRef(value ? rt.true : rt.false);
}

function builtinGetattr(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const [o, name, fallback] = args as [PyObject, PyObject, PyObject | undefined];
  if (!isStr(name)) return raise(rt, "TypeError", attributeNameMessage(rt, "getattr", name));
  const value = getAttr(rt, o, name);
  if (value === null && fallback !== undefined && clearIfMatches(rt, "AttributeError"))
    return newRef(fallback);
  return value;
}

function builtinHasattr(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const [o, name] = args as [PyObject, PyObject];
  if (!isStr(name)) return raise(rt, "TypeError", attributeNameMessage(rt, "hasattr", name));
  const value = getAttr(rt, o, name);
  if (value === null) return clearIfMatches(rt, "AttributeError") ? newRef(rt.false) : null;
  decref(rt, value);
  return newRef(rt.true);
}

function attributeNameMessage(rt: Runtime, fname: string, name: PyObject): string {
  return rt.profile.attributeNameSaysGot
    ? `attribute name must be string, not '${typeName(name.type)}'`
    : `${fname}(): attribute name must be string`;
}

function builtinSetattr(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const [o, name, value] = args as [PyObject, PyObject, PyObject];
  if (!isStr(name))
    return raise(rt, "TypeError", `attribute name must be string, not '${typeName(name.type)}'`);
  // An attribute's name is stored interned, whatever string was passed. [PyObject_SetAttr]
  const interned = internName(rt, name);
  hold(rt, "value in use", interned);
  const done = setAttr(rt, o, interned, value);
  dropHeld(rt, "value in use", interned);
  return done ? newRef(rt.none) : null;
}

function builtinDelattr(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const [o, name] = args as [PyObject, PyObject];
  if (!isStr(name))
    return raise(rt, "TypeError", `attribute name must be string, not '${typeName(name.type)}'`);
  return deleteAttr(rt, o, name) ? newRef(rt.none) : null;
}

function builtinHash(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const value = hash(rt, o);
  return value === null ? null : rt.newInt(value);
}

function builtinLen(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const value = exactLength(rt, o);
  return value === null ? null : rt.newInt(value);
}

function builtinAscii(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  return asciiOf(rt, o);
}

/** `format(value, spec)` [PyObject_Format] */
function builtinFormat(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const [value, given] = args as [PyObject, PyObject | undefined];
  if (given !== undefined && !isStr(given))
    return raise(rt, "TypeError", `format() argument 2 must be str, not ${argumentTypeName(given)}`);
  const spec = given === undefined ? rt.newStr("") : newRef(given);
  const method = lookupSpecial(rt, value, "__format__");
  const result = method === null ? null : call(rt, method, [spec]);
  if (method !== null) decref(rt, method);
  decref(rt, spec);
  if (result === null || isStr(result)) return result;
  const before = `__format__ must return a str, not ${typeName(result.type)}`;
  wrongReturn(rt, value, "__format__", "a str", result, before);
  decref(rt, result);
  return null;
}

/** With an argument its `__dir__`, else the names of the current namespace; sorted. [PyObject_Dir] */
function builtinDir(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const o = args[0];
  const names = o === undefined ? namesHere(rt) : callSpecialBound(rt, o, "__dir__");
  if (names === null) return null;
  hold(rt, "container in use", names);
  const list = call(rt, rt.types.list, [names]);
  dropHeld(rt, "container in use", names);
  if (list === null) return null;
  const sorted = callMethod(rt, list, "sort");
  if (sorted === null) {
    decref(rt, list);
    return null;
  }
  decref(rt, sorted);
  return list;
}

function namesHere(rt: Runtime): PyObject | null {
  const locals = rt.currentLocals();
  if (locals === null) return null;
  hold(rt, "value in use", locals);
  const keys = callMethod(rt, locals, "keys");
  dropHeld(rt, "value in use", locals);
  return keys;
}

function builtinVars(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const o = args[0];
  if (o === undefined) return rt.currentLocals();
  const dict = getOptionalAttr(rt, o, "__dict__");
  if (dict === null && rt.thread.exception === null)
    return raise(rt, "TypeError", "vars() argument must have __dict__ attribute");
  return dict;
}

/** `any` stops at the first true item, `all` at the first false one. */
function search(rt: Runtime, wanted: boolean, iterable: PyObject): PyObject | null {
  const iterator = getIter(rt, iterable);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let found: boolean | null = false;
  while (found === false) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    rt.charge(1, 0);
    hold(rt, "item in use", item);
    const value = isTrue(rt, item);
    dropHeld(rt, "item in use", item);
    found = value === null ? null : value === wanted;
  }
  dropHeld(rt, "iterator drawn from", iterator);
  if (found === null || rt.thread.exception !== null) return null;
  return newRef(found === wanted ? rt.true : rt.false);
}

export const objectFunctions: readonly NativeSpec[] = [
  oneArg("id", (rt, _self, o) => rt.newInt(rt.heap.addressOf(o))),
  oneArg("hash", builtinHash),
  oneArg("repr", (rt, _self, o) => repr(rt, o)),
  oneArg("ascii", builtinAscii),
  oneArg("len", builtinLen),
  oneArg("callable", (rt, _self, o) => truth(rt, isCallable(o))),
  method(
    "isinstance",
    (rt, _self, args) => truth(rt, isInstance(rt, args[0] as PyObject, args[1] as PyObject)),
    {
      min: 2,
      max: 2,
    },
  ),
  method(
    "issubclass",
    (rt, _self, args) => truth(rt, isSubclass(rt, args[0] as PyObject, args[1] as PyObject)),
    {
      min: 2,
      max: 2,
    },
  ),
  method("getattr", builtinGetattr, { min: 2, max: 3 }),
  method("hasattr", builtinHasattr, { min: 2, max: 2 }),
  method("setattr", builtinSetattr, { min: 3, max: 3 }),
  method("delattr", builtinDelattr, { min: 2, max: 2 }),
  method("format", builtinFormat, { min: 1, max: 2 }),
  method("dir", builtinDir, { min: 0, max: 1 }),
  method("vars", builtinVars, { min: 0, max: 1 }),
  oneArg("any", (rt, _self, iterable) => search(rt, true, iterable)),
  oneArg("all", (rt, _self, iterable) => search(rt, false, iterable)),
  noArgs("globals", (rt) => {
    const globals = rt.thread.frame?.globals ?? rt.none;
    makeAllLazy(rt, globals);
    return newRef(globals);
  }),
  noArgs("locals", (rt) => rt.currentLocals()),
];

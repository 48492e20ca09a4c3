/** Python functions.   [mirrors Objects/funcobject.c] */

import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, incref, newRef, xdecref } from "../memory/refcount.ts";
import type { Profile } from "../version.ts";
import { callFunction } from "../vm/call.ts";
import { dictSet, isDict, newDict } from "./dict.ts";
import { raise } from "./errors.ts";
import { type FunctionData, newFunction, newMethod, type PyFunction } from "./function-object.ts";
import { getInstanceDict, setInstanceDict } from "./instance.ts";
import { parseArguments } from "./native-arguments.ts";
import { type CodeData, hasFlag, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import { argumentTypeName, typeName } from "./type-lookup.ts";
import { getset, member, type TypeSpec } from "./typespec.ts";

/** In the order of func_traverse. */
const members = [
  "code",
  "globals",
  "builtins",
  "module",
  "defaults",
  "kwdefaults",
  "doc",
  "name",
  "closure",
  "annotations",
  "annotate",
  "typeParams",
  "qualname",
] as const satisfies readonly (keyof FunctionData)[];

function data(o: PyObject): FunctionData {
  return (o as PyFunction).payload;
}

/** To 3.9 a function does not know its builtins: ours holds them where the collector does not look. */
function holdsBuiltins(self: PyObject, visit: Visit): void {
  visit(data(self).builtins, "__builtins__", null);
}

function traverse(self: PyObject, visit: Visit): void {
  visitMembers(self, visit, true);
}

function traverseWithoutBuiltins(self: PyObject, visit: Visit): void {
  visitMembers(self, visit, false);
}

function visitMembers(self: PyObject, visit: Visit, withBuiltins: boolean): void {
  const d = data(self);
  const dict = self.attrs?.dict ?? null;
  for (const name of members) {
    const value = name === "builtins" && !withBuiltins ? null : d[name];
    if (value !== null) visit(value, `__${name}__`, null);
    if (name === "name" && dict !== null) visit(dict, "__dict__", null);
  }
}

/** Breaks cycles: what a function cannot be without goes last, in dealloc. [func_clear] */
function clear(rt: Runtime, self: PyObject): void {
  const d = data(self);
  for (const name of [
    "module",
    "defaults",
    "kwdefaults",
    "closure",
    "annotations",
    "annotate",
    "typeParams",
  ] as const) {
    const value = d[name];
    d[name] = null;
    if (value === null) continue;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, `__${name}__`, null, value, null);
    decref(rt, value);
  }
  const attrs = self.attrs;
  if (attrs !== null && attrs.dict !== null) {
    const dict = attrs.dict;
    attrs.dict = null;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
    decref(rt, dict);
  }
}

function holdParts(rt: Runtime, self: PyObject, owned: readonly (PyObject | null)[]): void {
  for (const name of members) rt.recorder?.slotWrite(self, `__${name}__`, null, rt.none, null);
  rt.recorder?.slotWrite(self, "__dict__", null, rt.none, null);
  for (const o of owned) if (o !== null) hold(rt, "function being freed", o);
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  if (self.attrs !== null) clearWeakrefs(rt, self);
  const d = data(self);
  const { globals, module, defaults, kwdefaults, doc, closure, annotations, annotate, typeParams } = d;
  const dict = self.attrs?.dict ?? null;
  if (self.attrs !== null) self.attrs.dict = null;
  d.module = d.defaults = d.kwdefaults = d.closure = d.annotations = d.annotate = d.typeParams = null;
  const owned = [globals, d.builtins, module, defaults, kwdefaults, doc, dict, closure, annotations];
  owned.push(annotate, typeParams, d.code, d.name, d.qualname);
  if (rt.recorder !== null) holdParts(rt, self, owned);
  for (const o of owned) if (o !== null) dropHeld(rt, "function being freed", o);
  rt.heap.free(self);
}

/** Stores `value` (stolen) in a field and lets go of the old one. */
function store<K extends (typeof members)[number]>(
  rt: Runtime,
  self: PyObject,
  name: K,
  value: FunctionData[K],
): true {
  const d = data(self);
  const old = d[name];
  d[name] = value;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, `__${name}__`, null, old, value);
  xdecref(rt, old);
  return true;
}

/** Steals `value`. */
export function storeTypeParams(rt: Runtime, self: PyObject, value: PyObject): void {
  store(rt, self, "typeParams", value);
}

function bind(rt: Runtime, self: PyObject, instance: PyObject | null): PyObject {
  if (instance === null || instance === rt.none) return newRef(self);
  return newMethod(rt, self, instance);
}

function typeParamsOf(rt: Runtime, own: PyObject | null): PyObject {
  return own === null ? rt.newTuple([]) : newRef(own);
}

function setTypeParams(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  if (value !== null && isTuple(value)) {
    storeTypeParams(rt, self, newRef(value));
    return true;
  }
  raise(rt, "TypeError", "__type_params__ must be set to a tuple");
  return false;
}

function textMember(name: "name" | "qualname") {
  return getset(
    `__${name}__`,
    (_rt, self) => newRef(data(self)[name]),
    (rt, self, value) => {
      if (value === null || !isStr(value)) {
        raise(rt, "TypeError", `__${name}__ must be set to a string object`);
        return false;
      }
      return store(rt, self, name, newRef(value));
    },
  );
}

/** A dict made of the flat tuple the compiler built. [func_get_annotation_dict] */
function annotations(rt: Runtime, self: PyObject): PyObject | null {
  const d = data(self);
  if (d.annotations === null && d.annotate !== null && d.annotate !== rt.none) {
    const format = rt.newInt(1);
    const made = callFunction(rt, d.annotate, [format], null);
    decref(rt, format);
    if (made === null) return null;
    if (!isDict(made)) return raise(rt, "TypeError", "__annotate__() returned non-dict");
    store(rt, self, "annotations", made);
  }
  if (d.annotations === null) store(rt, self, "annotations", newDict(rt));
  if (d.annotations !== null && isTuple(d.annotations)) {
    const items = tupleItems(d.annotations);
    const dict = newDict(rt);
    for (let i = 0; i + 1 < items.length; i += 2) {
      if (!dictSet(rt, dict, items[i] as PyObject, items[i + 1] as PyObject)) return null;
    }
    store(rt, self, "annotations", dict);
  }
  return newRef(d.annotations ?? rt.none);
}

function setAnnotations(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const cleared = value === null || value === rt.none;
  if (!cleared && !isDict(value)) {
    raise(rt, "TypeError", "__annotations__ must be set to a dict object");
    return false;
  }
  return store(rt, self, "annotations", cleared ? null : newRef(value));
}

function optional(attribute: string, name: "defaults" | "kwdefaults", kind: "tuple" | "dict") {
  return getset(
    attribute,
    (rt, self) => newRef(data(self)[name] ?? rt.none),
    (rt, self, value) => {
      const cleared = value === null || value === rt.none;
      if (!cleared && !(kind === "tuple" ? isTuple(value) : isDict(value))) {
        raise(rt, "TypeError", `${attribute} must be set to a ${kind} object`);
        return false;
      }
      return store(rt, self, name, cleared ? null : newRef(value));
    },
  );
}

function setCode(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  if (value === null || value.type !== rt.types.code) {
    raise(rt, "TypeError", "__code__ must be set to a code object");
    return false;
  }
  const code = value as PyObject<CodeData>;
  const needed = code.payload.unit.freevars.length;
  const closure = data(self).closure;
  const given = closure === null ? 0 : tupleItems(closure).length;
  if (needed !== given) {
    const name = text(data(self).name);
    raise(rt, "ValueError", `${name}() requires a code object with ${given} free vars, not ${needed}`);
    return false;
  }
  return store(rt, self, "code", newRef(code));
}

/** `types.FunctionType(…)` [func_new_impl] */
function construct(
  rt: Runtime,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const known = ["code", "globals", "name", "argdefs", "closure"];
  if (rt.profile.functionTakesKwdefaults) known.push("kwdefaults");
  const places = parseArguments(rt, "function", { names: known, required: 2 }, args, names);
  if (places === null) return null;
  const [code, globals] = places as [PyObject, PyObject];
  const [name, defaults, closure, kwdefaults] = [2, 3, 4, 5].map((i) => places[i] ?? rt.none) as [
    PyObject,
    PyObject,
    PyObject,
    PyObject,
  ];
  const wrong = (message: string): null => raise(rt, "TypeError", message);
  if (code.type !== rt.types.code)
    return wrong(`function() argument 'code' must be code, not ${argumentTypeName(code)}`);
  if (!hasFlag(globals.type, TypeFlag.DictSubclass))
    return wrong(`function() argument 'globals' must be dict, not ${argumentTypeName(globals)}`);
  if (name !== rt.none && !isStr(name)) return wrong("arg 3 (name) must be None or string");
  if (defaults !== rt.none && !isTuple(defaults)) return wrong("arg 4 (defaults) must be None or tuple");
  if (!isClosureOf(rt, code as PyObject<CodeData>, closure)) return null;
  if (kwdefaults !== rt.none && !isDict(kwdefaults)) return wrong("arg 6 (kwdefaults) must be None or dict");
  const func = newFunction(rt, code as PyObject<CodeData>, globals, rt.builtins);
  if (name !== rt.none) store(rt, func, "name", newRef(name));
  if (defaults !== rt.none) store(rt, func, "defaults", newRef(defaults));
  if (closure !== rt.none) store(rt, func, "closure", newRef(closure));
  if (kwdefaults !== rt.none) store(rt, func, "kwdefaults", newRef(kwdefaults));
  return func;
}

/** As many cells as the code has free variables. */
function isClosureOf(rt: Runtime, code: PyObject<CodeData>, closure: PyObject): boolean {
  const { freevars, name } = code.payload.unit;
  const refuse = (kind: "TypeError" | "ValueError", message: string): boolean => {
    raise(rt, kind, message);
    return false;
  };
  if (!isTuple(closure)) {
    if (closure !== rt.none) return refuse("TypeError", "arg 5 (closure) must be None or tuple");
    return freevars.length === 0 || refuse("TypeError", "arg 5 (closure) must be tuple");
  }
  const cells = tupleItems(closure);
  if (cells.length !== freevars.length)
    return refuse("ValueError", `${name} requires closure of length ${freevars.length}, not ${cells.length}`);
  const other = cells.find((cell) => cell.type !== rt.types.cell);
  if (other === undefined) return true;
  return refuse("TypeError", `arg 5 (closure) expected cell, found ${typeName(other.type)}`);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  return rt.newStr(`<function ${text(data(self).qualname)} at 0x${rt.heap.addressOf(self).toString(16)}>`);
}

function basicsize(profile: Profile): number {
  return profile.functionBytes;
}

export const functionSpec: TypeSpec = {
  name: "function",
  flags:
    TypeFlag.HaveGc |
    TypeFlag.HasDict |
    TypeFlag.HasWeakrefs |
    TypeFlag.MethodDescriptor |
    TypeFlag.HasVectorcall,
  basicsize,
  slots: {
    dealloc,
    clear,
    traverse,
    repr,
    call: callFunction,
    descrGet: bind,
    new: (rt, _type, args, names) => construct(rt, args, names),
  },
  versionSlots: (profile) =>
    profile.functionsKnowBuiltins ? {} : { traverse: traverseWithoutBuiltins, holds: holdsBuiltins },
  getset: [
    getset("__code__", (_rt, self) => newRef(data(self).code), setCode),
    optional("__defaults__", "defaults", "tuple"),
    optional("__kwdefaults__", "kwdefaults", "dict"),
    getset("__annotations__", annotations, setAnnotations),
    {
      ...getset(
        "__annotate__",
        (rt, self) => newRef(data(self).annotate ?? rt.none),
        (rt, self, value) => store(rt, self, "annotate", value === null ? null : newRef(value)),
      ),
      exists: (profile) => profile.annotatesLazily,
    },
    {
      ...getset("__type_params__", (rt, self) => typeParamsOf(rt, data(self).typeParams), setTypeParams),
      exists: (profile) => profile.hasTypeParams,
    },
    textMember("name"),
    textMember("qualname"),
    getset("__dict__", getInstanceDict, setInstanceDict),
    member("__closure__", (rt, self) => newRef(data(self).closure ?? rt.none)),
    member("__globals__", (_rt, self) => newRef(data(self).globals)),
    {
      ...member("__builtins__", (_rt, self) => newRef(data(self).builtins)),
      exists: (profile) => profile.functionsKnowBuiltins,
    },
    member(
      "__doc__",
      (_rt, self) => newRef(data(self).doc),
      (rt, self, value) => {
        if (value !== null) incref(value);
        return store(rt, self, "doc", value ?? newRef(rt.none));
      },
    ),
    member(
      "__module__",
      (rt, self) => newRef(data(self).module ?? rt.none),
      (rt, self, value) => store(rt, self, "module", value === null ? null : newRef(value)),
    ),
  ],
};

/** `object`: what everything can do.   [mirrors object_new, object_init, object_repr … in Objects/typeobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { callMethod, getIter, getOptionalAttr, isTrue, str, typeName } from "./abstract.ts";
import { ownBytes } from "./byte-size.ts";
import { copyReg } from "./copy-reg.ts";
import { dictItems, dictKeys, dictSet, isDict, newDict } from "./dict.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { genericGetAttr, genericSetAttr } from "./generic-attributes.ts";
import { allocInstance } from "./instance.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { typeDirectory } from "./type-directory.ts";
import { hasSameLayout } from "./type-layout.ts";
import { argumentTypeName, lookInType, typeLookup } from "./type-lookup.ts";
import { classMethod, getset, method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

type Args = readonly PyObject[];

const objectNew: NonNullable<TypeSlots["new"]> = (rt, type, args) => {
  if (args.length > 0 && !newMayIgnore(rt, type)) return null;
  if (hasFlag(type, TypeFlag.Abstract)) return abstractError(rt, type);
  return allocInstance<null>(rt, type, null);
};

/** Too many arguments are an error unless `__init__` takes them. [excess_args] */
function newMayIgnore(rt: Runtime, type: PyType): boolean {
  const object = rt.types.object.payload.slots;
  if (type.payload.slots.new !== object.new) {
    raise(rt, "TypeError", "object.__new__() takes exactly one argument (the type to instantiate)");
    return false;
  }
  if (type.payload.slots.init === object.init) {
    raise(rt, "TypeError", `${type.payload.name}() takes no arguments`);
    return false;
  }
  return true;
}

const objectInit: NonNullable<TypeSlots["init"]> = (rt, self, args) => {
  if (args.length === 0) return true;
  const object = rt.types.object.payload.slots;
  const type = self.type;
  if (type.payload.slots.init !== object.init) {
    raise(rt, "TypeError", "object.__init__() takes exactly one argument (the instance to initialize)");
    return false;
  }
  if (type.payload.slots.new === object.new) {
    const name = type.payload.name;
    raise(rt, "TypeError", `${name}.__init__() takes exactly one argument (the instance to initialize)`);
    return false;
  }
  return true;
};

function abstractError(rt: Runtime, type: PyType): null {
  const methods = lookInType(rt, type, "__abstractmethods__");
  const names = methods === null ? [] : abstractNames(rt, methods);
  if (names === null) return null;
  const name = type.payload.name;
  const plural = names.length === 1 ? "" : "s";
  if (rt.profile.abstractErrorNamesImplementation) {
    const quoted = names.map((each) => `'${each}'`).join(", ");
    const what = `without an implementation for abstract method${plural} ${quoted}`;
    return raise(rt, "TypeError", `Can't instantiate abstract class ${name} ${what}`);
  }
  const noun = rt.profile.abstractErrorIsSingular ? `method${plural}` : "methods";
  return raise(
    rt,
    "TypeError",
    `Can't instantiate abstract class ${name} with abstract ${noun} ${names.join(", ")}`,
  );
}

function abstractNames(rt: Runtime, methods: PyObject): string[] | null {
  const names: string[] = [];
  const iterator = getIter(rt, methods);
  if (iterator === null) return null;
  for (;;) {
    const item = iterator.type.payload.slots.iternext?.(rt, iterator) ?? null;
    if (item === null) break;
    if (isStr(item)) names.push(text(item));
    decref(rt, item);
  }
  decref(rt, iterator);
  return names.sort();
}

function objectRepr(rt: Runtime, self: PyObject): PyObject {
  const { module, qualname, name } = self.type.payload;
  const shown = module !== "" && module !== "builtins" ? `${module}.${qualname}` : name;
  return rt.newStr(`<${shown} object at 0x${rt.heap.addressOf(self).toString(16)}>`);
}

function objectStr(rt: Runtime, self: PyObject): PyObject | null {
  const slot = self.type.payload.slots.repr;
  return slot === undefined ? objectRepr(rt, self) : slot(rt, self);
}

/** The address, rotated so that its low bits count. [_Py_HashPointer] */
export function objectHash(rt: Runtime, self: PyObject): number {
  return rt.heap.addressOf(self) / 16;
}

const objectCompare: NonNullable<TypeSlots["richcompare"]> = (rt, self, other, op) => {
  if (op === "==") return newRef(self === other ? rt.true : rt.notImplemented);
  if (op !== "!=") return newRef(rt.notImplemented);
  // By default != is the opposite of ==.
  const slot = self.type.payload.slots.richcompare;
  if (slot === undefined) return newRef(rt.notImplemented);
  const equal = slot(rt, self, other, "==");
  if (equal === null || equal === rt.notImplemented) return equal;
  hold(rt, "result in use", equal);
  const truth = isTrue(rt, equal);
  dropHeld(rt, "result in use", equal);
  return truth === null ? null : newRef(truth ? rt.false : rt.true);
};

function objectDealloc(rt: Runtime, self: PyObject): void {
  rt.heap.free(self);
}

// ---- methods -------------------------------------------------------------------------------------------------

function format(rt: Runtime, self: PyObject, spec: PyObject): PyObject | null {
  if (!isStr(spec))
    return raise(rt, "TypeError", `__format__() argument must be str, not ${argumentTypeName(spec)}`);
  if (text(spec) !== "") {
    const name = typeName(self.type);
    return raise(rt, "TypeError", `unsupported format string passed to ${name}.__format__`);
  }
  return str(rt, self);
}

/** Bytes without the collector's header, which getsizeof adds. */
function sizeOf(rt: Runtime, self: PyObject): PyObject {
  return rt.newInt(ownBytes(rt, self));
}

function dir(rt: Runtime, self: PyObject): PyObject | null {
  const names = new Set(typeDirectory(rt, self.type));
  const own = getOptionalAttr(rt, self, "__dict__");
  if (own === null && rt.thread.exception !== null) return null;
  if (own !== null) {
    if (isDict(own)) for (const key of dictKeys(own)) if (isStr(key)) names.add(text(key));
    decref(rt, own);
  }
  return rt.newList([...names].map((name) => rt.newStr(name)));
}

/** `__getstate__`: the instance's dict and slots; None when there is nothing. [object_getstate_default] */
export function getState(rt: Runtime, self: PyObject): PyObject | null {
  const own = getOptionalAttr(rt, self, "__dict__");
  if (own === null && rt.thread.exception !== null) return null;
  let state: PyObject | null = null;
  if (own !== null) {
    const copy = newDict(rt);
    if (isDict(own))
      for (const [key, value] of dictItems(own)) if (!dictSet(rt, copy, key, value)) return null;
    const isEmpty = isDict(own) && dictItems(own).length === 0;
    decref(rt, own);
    if (isEmpty) decref(rt, copy);
    else state = copy;
  }
  state ??= newRef(rt.none);
  const slots = slotState(rt, self);
  if (slots === null) return state;
  return rt.newTuple([state, slots]);
}

function slotState(rt: Runtime, self: PyObject): PyObject | null {
  const names: [string, number][] = [];
  for (const type of self.type.payload.mroTypes) {
    const heap = type.payload.heap;
    if (heap === null || heap.slotNames === null) continue;
    const first = heap.slotCount - heap.slotNames.length;
    for (const [i, name] of heap.slotNames.entries()) names.push([name, first + i]);
  }
  let state: PyObject | null = null;
  for (const [name, at] of names) {
    const value = self.attrs?.slots?.[at] ?? null;
    if (value === null) continue;
    state ??= newDict(rt);
    const key = rt.intern(name);
    hold(rt, "key looked up", key);
    dictSet(rt, state, key, value);
    dropHeld(rt, "key looked up", key);
  }
  return state;
}

/** `copyreg`'s way to take an object apart. [object___reduce_ex__] */
function reduceEx(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const reduce = typeLookup(rt, self.type, "__reduce__");
  const plain = typeLookup(rt, rt.types.object, "__reduce__");
  if (reduce !== null && reduce !== plain) return callMethod(rt, self, "__reduce__");
  return copyReg(rt, self, args[0] as PyObject, getState);
}

function setClass(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  if (value === null) {
    raise(rt, "TypeError", "can't delete __class__ attribute");
    return false;
  }
  if (!hasFlag(value.type, TypeFlag.TypeSubclass)) {
    raise(rt, "TypeError", `__class__ must be set to a class, not '${typeName(value.type)}' object`);
    return false;
  }
  const type = value as PyType;
  const old = self.type;
  const isModule = [type, old].every((each) => isTypeOrSubtype(each, rt.types.module));
  if (!isModule && (!hasFlag(type, TypeFlag.HeapType) || !hasFlag(old, TypeFlag.HeapType))) {
    const only = rt.profile.classAssignmentSaysMutable
      ? "mutable types or ModuleType"
      : "heap types or ModuleType";
    raise(rt, "TypeError", `__class__ assignment only supported for ${only} subclasses`);
    return false;
  }
  if (!hasSameLayout(old, type)) {
    const names = `'${type.payload.name}' object layout differs from '${old.payload.name}'`;
    raise(rt, "TypeError", `__class__ assignment: ${names}`);
    return false;
  }
  // The values of the old class's keys move into a dict of their own.
  if (self.attrs !== null && self.attrs.values !== null) {
    const dict = getOptionalAttr(rt, self, "__dict__");
    if (dict !== null) decref(rt, dict);
  }
  // The static module type is not counted by its instances.
  if (hasFlag(type, TypeFlag.HeapType)) newRef(type);
  self.type = type;
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(self, "__class__", null, old, type);
    rt.recorder.retype(self);
  }
  if (hasFlag(old, TypeFlag.HeapType)) decref(rt, old);
  return true;
}

export const objectSpec: TypeSpec = {
  name: "object",
  flags: TypeFlag.BaseType,
  basicsize: 16,
  slots: {
    new: objectNew,
    init: objectInit,
    dealloc: objectDealloc,
    repr: objectRepr,
    str: objectStr,
    hash: objectHash,
    richcompare: objectCompare,
    getattro: genericGetAttr,
    setattro: genericSetAttr,
  },
  methods: [
    method("__reduce_ex__", reduceEx, { min: 1, max: 1 }),
    noArgs("__reduce__", (rt, self) => {
      const protocol = rt.newInt(0);
      const result = copyReg(rt, self, protocol, getState);
      decref(rt, protocol);
      return result;
    }),
    { ...noArgs("__getstate__", getState), exists: (profile) => profile.hasGetState },
    classMethod("__subclasshook__", (rt) => newRef(rt.notImplemented)),
    classMethod("__init_subclass__", initSubclass, { keywords: true }),
    oneArg("__format__", format),
    noArgs("__sizeof__", sizeOf),
    noArgs("__dir__", dir),
  ],
  getset: [getset("__class__", (_rt, self) => newRef(self.type), setClass)],
  doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
};

function initSubclass(rt: Runtime, self: PyObject, args: Args, names: Args | null): PyObject | null {
  const prefix = rt.profile.nativeNamesAreQualified ? `${(self as PyType).payload.name}.` : "";
  if (names !== null && names.length > 0)
    return raise(rt, "TypeError", `${prefix}__init_subclass__() takes no keyword arguments`);
  if (args.length > 0)
    return raise(rt, "TypeError", `${prefix}__init_subclass__() takes no arguments (${args.length} given)`);
  return newRef(rt.none);
}

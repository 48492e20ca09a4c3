/** `type`: classes as objects.   [mirrors PyType_Type in Objects/typeobject.c] */
import { hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { recursiveIsInstance, recursiveIsSubclass } from "./abstract.ts";
import { newDict } from "./dict.ts";
import { keysBytes } from "./dict-keys.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { makeEveryLazy } from "./lazy-names.ts";
import {
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
  type TypeSlots,
  type Visit,
} from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { typeGetAttr, typeSetAttr } from "./type-attributes.ts";
import { setBases } from "./type-bases.ts";
import { typeDealloc, typeNew } from "./type-create.ts";
import { typeDirectory } from "./type-directory.ts";
import {
  getAbstract,
  getAnnotations,
  getBases,
  getDict,
  getDoc,
  getModule,
  getName,
  getQualname,
  setAbstract,
  setAnnotations,
  setDoc,
  setModule,
  setName,
  setQualname,
  setTypeParameters,
  typeParameters,
} from "./type-getset.ts";
import { lookInType, typeModified, typeName } from "./type-lookup.ts";
import { ownMro } from "./type-mro.ts";
import { classMethod, getset, member, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

const typeOf = (self: PyObject): PyType => self as PyType;

/** `C(…)`: `__new__`, then `__init__` when an instance of C came out. [type_call] */
const typeCall: NonNullable<TypeSlots["call"]> = (rt, self, args, names) => {
  const type = typeOf(self);
  if (type === rt.types.type) {
    if (args.length === 1 && names === null) return newRef((args[0] as PyObject).type);
    if (args.length - (names?.length ?? 0) !== 3)
      return raise(rt, "TypeError", "type() takes 1 or 3 arguments");
  }
  const slots = type.payload.slots;
  if (slots.new === undefined || hasFlag(type, TypeFlag.DisallowInstantiation))
    return raise(rt, "TypeError", `cannot create '${typeName(type)}' instances`);
  const o = slots.new(rt, type, args, names);
  if (o === null || !isTypeOrSubtype(o.type, type)) return o;
  const init = o.type.payload.slots.init;
  if (init === undefined) return o;
  hold(rt, "instance being initialised", o);
  const done = init(rt, o, args, names);
  letGo(rt, "instance being initialised", o);
  if (done) return o;
  decref(rt, o);
  return null;
};

const typeInit: NonNullable<TypeSlots["init"]> = (rt, _self, args, names) => {
  const count = args.length - (names?.length ?? 0);
  if (count === 1 && names !== null && names.length > 0) {
    raise(rt, "TypeError", "type.__init__() takes no keyword arguments");
    return false;
  }
  if (count === 1 || count === 3) return true;
  raise(rt, "TypeError", "type.__init__() takes 1 or 3 arguments");
  return false;
};

function typeRepr(rt: Runtime, self: PyObject): PyObject {
  return rt.newStr(`<class '${fullName(rt, typeOf(self))}'>`);
}

/** `module.qualname`, or just the name of a built-in. */
export function fullName(rt: Runtime, type: PyType): string {
  const { name, qualname, module } = type.payload;
  const declared = hasFlag(type, TypeFlag.HeapType) ? lookInType(rt, type, "__module__") : null;
  const owner = declared !== null && isStr(declared) ? text(declared) : module;
  return owner === "" || owner === "builtins"
    ? hasFlag(type, TypeFlag.HeapType)
      ? qualname
      : name
    : `${owner}.${qualname}`;
}

/** [type_traverse] */
function traverse(self: PyObject, visit: Visit): void {
  const { dict, mro, bases, base, heap } = typeOf(self).payload;
  if (heap === null) return;
  if (dict !== null) visit(dict, "__dict__", null);
  if (mro !== null) visit(mro, "__mro__", null);
  if (bases !== null) visit(bases, "__bases__", null);
  if (base !== null) visit(base, "__base__", null);
}

/** What type_traverse leaves out because it cannot lead back. */
function holds(self: PyObject, visit: Visit): void {
  const { heap } = typeOf(self).payload;
  if (heap === null) return;
  visit(heap.nameObject, "__name__", null);
  visit(heap.qualnameObject, "__qualname__", null);
  if (heap.slotsObject !== null) visit(heap.slotsObject, "__slots__", null);
}

/** Breaks the cycles of a class: its dict, then its MRO. [type_clear] */
function clear(rt: Runtime, self: PyObject): void {
  const type = typeOf(self);
  const data = type.payload;
  typeModified(type);
  if (data.dict !== null)
    (rt.types.dict.payload.slots.clear as (rt: Runtime, o: PyObject) => void)(rt, data.dict);
  const { mro } = data;
  data.mro = null;
  if (mro !== null && rt.recorder !== null) rt.recorder.slotWrite(type, "__mro__", null, mro, null);
  xdecref(rt, mro);
}

/** [type___sizeof___impl] */
function sizeof(rt: Runtime, self: PyObject): number {
  const { heap } = typeOf(self).payload;
  if (heap === null) return rt.profile.staticTypeBytes;
  const keys = heap.sharedKeys;
  return rt.profile.heapTypeBytes + (keys === null ? 0 : keysBytes(rt.profile, keys.log2Size, true));
}

// ---- methods -------------------------------------------------------------------------------------------------

function mroMethod(rt: Runtime, self: PyObject): PyObject | null {
  const type = typeOf(self);
  const mro = ownMro(rt, type);
  return mro === null ? null : rt.newList(mro.map(newRef));
}

function subclasses(rt: Runtime, self: PyObject): PyObject {
  makeEveryLazy(rt);
  return rt.newList(typeOf(self).payload.subclasses.map(newRef));
}

const asBool = (rt: Runtime, truth: boolean | null): PyObject | null =>
  truth === null ? null : newRef(truth ? rt.true : rt.false);

function dirMethod(rt: Runtime, self: PyObject): PyObject {
  return rt.newList(typeDirectory(rt, typeOf(self)).map((name) => rt.newStr(name)));
}

function prepare(rt: Runtime): PyObject {
  return newDict(rt);
}

/** `int | str` [type_or] */
function union(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  const make = rt.types.UnionType.payload.slots.or;
  return make === undefined ? newRef(rt.notImplemented) : make(rt, left, right);
}

/** `C.__flags__`, the bits a program can look at. */
function flagsOf(rt: Runtime, self: PyObject): PyObject {
  const { flags } = typeOf(self).payload;
  let value = 1 << 12;
  if ((flags & TypeFlag.HeapType) !== 0) value |= 1 << 9;
  if ((flags & TypeFlag.BaseType) !== 0) value |= 1 << 10;
  if ((flags & TypeFlag.HaveGc) !== 0) value |= 1 << 14;
  if ((flags & TypeFlag.Abstract) !== 0) value |= 1 << 20;
  return rt.newInt(value);
}

export const typeSpec: TypeSpec = {
  name: "type",
  flags:
    TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.TypeSubclass | TypeFlag.HasWeakrefs | TypeFlag.HasDict,
  basicsize: (profile) => profile.heapTypeBytes,
  itemsize: 40,
  slots: {
    new: typeNew,
    init: typeInit,
    dealloc: typeDealloc,
    traverse,
    holds,
    clear,
    sizeof,
    repr: typeRepr,
    call: typeCall,
    getattro: typeGetAttr,
    setattro: typeSetAttr,
  },
  versionSlots: (profile) => (profile.unionIsClassInfo ? { or: union } : {}),
  methods: [
    noArgs("mro", mroMethod),
    noArgs("__subclasses__", subclasses),
    classMethod("__prepare__", prepare, { keywords: true }),
    oneArg("__instancecheck__", (rt, self, o) => asBool(rt, recursiveIsInstance(rt, o, self))),
    oneArg("__subclasscheck__", (rt, self, o) => asBool(rt, recursiveIsSubclass(rt, o, self))),
    noArgs("__dir__", dirMethod),
    noArgs("__sizeof__", (rt, self) => rt.newInt(sizeof(rt, self))),
  ],
  getset: [
    getset("__name__", getName, setName),
    getset("__qualname__", getQualname, setQualname),
    getset("__bases__", getBases, setBases),
    getset("__mro__", (rt, self) => newRef(typeOf(self).payload.mro ?? rt.none)),
    getset("__module__", getModule, setModule),
    getset("__abstractmethods__", getAbstract, setAbstract),
    getset("__dict__", getDict),
    getset("__doc__", getDoc, setDoc),
    getset("__text_signature__", (rt) => newRef(rt.none)),
    {
      ...getset("__annotations__", getAnnotations, setAnnotations),
      exists: (profile) => profile.unionIsClassInfo,
    },
    member("__basicsize__", (rt, self) => rt.newInt(typeOf(self).payload.basicsize)),
    member("__itemsize__", (rt, self) => rt.newInt(typeOf(self).payload.itemsize)),
    member("__flags__", flagsOf),
    member("__base__", (rt, self) => newRef(typeOf(self).payload.base ?? rt.none)),
    {
      ...getset("__type_params__", typeParameters, setTypeParameters),
      exists: (profile) => profile.inlinesComprehensions,
    },
  ],
};

/**
 * Functions written in TypeScript, free or bound to an instance.   [mirrors Objects/methodobject.c]
 */
import { newRef, xdecref } from "../memory/refcount.ts";
import { type DictData, lookText } from "./dict-table.ts";
import { checkArity, fitsArity } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { callPacked, type Packing, packingOf } from "./packed-arguments.ts";
import { text } from "./str-object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, member, type NativeSpec, noArgs, type TypeSpec } from "./typespec.ts";

export interface NativeData {
  readonly spec: NativeSpec;
  /** Owned: the instance, the class of a class method, the module of a function; null when static. [m_self] */
  self: PyObject | null;
  /** The module's name, a str; owned. Null for methods. [m_module] */
  module: PyObject | null;
  /** What messages call it: `append`, `list.append`. */
  readonly qualname: string;
  readonly packing: Packing;
}

export type PyNative = PyObject<NativeData>;

/** A bound method of a built-in type, made when it is looked up. [PyCFunction_New] */
export function newNative(rt: Runtime, spec: NativeSpec, self: PyObject | null, qualname: string): PyNative {
  const native = rt.heap.create<NativeData>(rt.types.builtin_function_or_method, {
    spec,
    self: self === null ? null : newRef(self),
    module: null,
    qualname,
    packing: packingOf(rt, qualname),
  });
  rt.heap.track(native);
  if (rt.recorder !== null && self !== null) rt.recorder.slotWrite(native, "__self__", null, null, self);
  return native;
}

/** A function of a module, or `__new__` of a type: one of start-up's objects. */
export function newNativeAtStart(
  rt: Runtime,
  spec: NativeSpec,
  self: PyObject | null,
  module: PyObject | null,
  qualname: string,
): PyNative {
  return rt.heap.createAtStart<NativeData>(rt.types.builtin_function_or_method, {
    spec,
    self: self === null ? null : newRef(self),
    module: module === null ? null : newRef(module),
    qualname,
    packing: packingOf(rt, qualname),
  });
}

export function isNative(rt: Runtime, o: PyObject): o is PyNative {
  return o.type === rt.types.builtin_function_or_method;
}

function nativeCall(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const { spec, self: bound, packing } = (self as PyNative).payload;
  if (!fitsArity(spec, args.length, names)) {
    if (!checkArity(rt, spec.name, nameInMessages(rt, (self as PyNative).payload), spec, args, names))
      return null;
  }
  if (packing !== null && args.length > 0)
    return callPacked(rt, spec.fn, packing, bound ?? self, args, names);
  return spec.fn(rt, bound ?? self, args, names);
}

/** With the arguments in a tuple already: no other one is made. [cfunction_call] */
export function callUnpackedNative(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const data = (self as PyNative).payload;
  const { spec, self: bound } = data;
  if (!fitsArity(spec, args.length, names)) {
    if (!checkArity(rt, spec.name, nameInMessages(rt, data), spec, args, names)) return null;
  }
  return spec.fn(rt, bound ?? self, args, names);
}

/** `sys.getrefcount`, `len`, `list.append`. [_PyObject_FunctionStr] */
function nameInMessages(rt: Runtime, { spec, qualname, module }: NativeData): string {
  if (!rt.profile.nativeNamesAreQualified) return spec.name;
  const owner = module === null ? "builtins" : text(module);
  return owner === "builtins" ? qualname : `${owner}.${qualname}`;
}

function nativeDealloc(rt: Runtime, self: PyObject): void {
  const data = (self as PyNative).payload;
  rt.heap.untrack(self);
  const { self: bound, module } = data;
  data.self = null;
  data.module = null;
  xdecref(rt, bound);
  xdecref(rt, module);
  rt.heap.free(self);
}

function nativeTraverse(self: PyObject, visit: Visit): void {
  const data = (self as PyNative).payload;
  if (data.self !== null) visit(data.self, "__self__", null);
  if (data.module !== null) visit(data.module, "__module__", null);
}

/** A module's functions say only their name. */
function isFree(rt: Runtime, data: NativeData): boolean {
  return data.self === null || data.self.type === rt.types.module;
}

function nativeRepr(rt: Runtime, self: PyObject): PyObject {
  const data = (self as PyNative).payload;
  if (isFree(rt, data)) return rt.newStr(`<built-in function ${data.spec.name}>`);
  const owner = data.self as PyObject;
  const at = `0x${rt.heap.addressOf(owner).toString(16)}`;
  return rt.newStr(`<built-in method ${data.spec.name} of ${typeName(owner.type)} object at ${at}>`);
}

function nativeCompare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if ((op !== "==" && op !== "!=") || !isNative(rt, other)) return newRef(rt.notImplemented);
  const a = (self as PyNative).payload;
  const b = other.payload;
  const same = a.spec === b.spec && a.self === b.self;
  return newRef(same === (op === "==") ? rt.true : rt.false);
}

function nativeHash(rt: Runtime, self: PyObject): number {
  const data = (self as PyNative).payload;
  const base = data.self === null ? 0 : rt.heap.addressOf(data.self);
  let h = base >>> 4;
  for (const c of data.qualname) h = (h * 31 + c.charCodeAt(0)) | 0;
  return h === -1 ? -2 : h;
}

export const nativeSpec: TypeSpec = {
  name: "builtin_function_or_method",
  flags: TypeFlag.HaveGc | TypeFlag.HasWeakrefs | TypeFlag.DisallowInstantiation | TypeFlag.HasVectorcall,
  basicsize: 56,
  slots: {
    dealloc: nativeDealloc,
    traverse: nativeTraverse,
    call: nativeCall,
    repr: nativeRepr,
    richcompare: nativeCompare,
    hash: nativeHash,
  },
  methods: [
    noArgs("__reduce__", (rt, self) => {
      const data = (self as PyNative).payload;
      if (isFree(rt, data)) return rt.intern(data.spec.name);
      const getattr = lookText(rt.builtins.payload as DictData, "getattr") ?? rt.none;
      const args = rt.newTuple([newRef(data.self as PyObject), rt.intern(data.spec.name)]);
      return rt.newTuple([newRef(getattr), args]);
    }),
  ],
  getset: [
    getset("__name__", (rt, self) => rt.newStr((self as PyNative).payload.spec.name)),
    getset("__qualname__", (rt, self) => rt.intern((self as PyNative).payload.qualname)),
    getset("__doc__", (rt, self) => {
      const doc = (self as PyNative).payload.spec.doc;
      return doc === undefined ? newRef(rt.none) : rt.newStr(doc);
    }),
    getset("__self__", (rt, self) => newRef((self as PyNative).payload.self ?? rt.none)),
    getset("__text_signature__", (rt) => newRef(rt.none)),
    member("__module__", (rt, self) => newRef((self as PyNative).payload.module ?? rt.none)),
  ],
};

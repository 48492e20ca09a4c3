/**
 * What a type's dict holds for its methods, slots and fields.   [mirrors Objects/descrobject.c]
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, incref, newRef, xdecref } from "../memory/refcount.ts";
import { getAttrText } from "./abstract.ts";
import { isTypeOrSubtype, raise, raiseAttribute } from "./errors.ts";
import { newNative } from "./native.ts";
import { checkArity, fitsArity } from "./native-arguments.ts";
import {
  type CompareOp,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
  type TypeSlots,
  type Visit,
} from "./object.ts";
import { callPacked, type Packing } from "./packed-arguments.ts";
import { callWrapped, type SlotDef, type SlotName } from "./slotdefs.ts";
import { typeName } from "./type-lookup.ts";
import { type GetSetSpec, getset, member, type NativeSpec, noArgs, type TypeSpec } from "./typespec.ts";

interface DescriptorBase {
  /** [d_type]; counted when `holdsType`. */
  readonly type: PyType;
  readonly name: string;
  holdsType: boolean;
}

export interface MethodDescriptorData extends DescriptorBase {
  readonly spec: NativeSpec;
  readonly packing: Packing;
}

export interface WrapperDescriptorData extends DescriptorBase {
  readonly row: SlotDef;
  readonly slot: NonNullable<TypeSlots[SlotName]>;
}

export interface GetSetDescriptorData extends DescriptorBase {
  readonly spec: GetSetSpec;
}

export interface MethodWrapperData {
  /** Owned, both. */
  readonly descriptor: PyObject<WrapperDescriptorData>;
  readonly self: PyObject;
}

type Descriptor = PyObject<DescriptorBase>;

/** A getset or member descriptor of a Python class. */
export function newGetSet(
  rt: Runtime,
  kind: "getset_descriptor" | "member_descriptor",
  type: PyType,
  spec: GetSetSpec,
): PyObject<GetSetDescriptorData> {
  const holdsType = kind === "member_descriptor" || rt.profile.getSetHoldsClass;
  const data: GetSetDescriptorData = { type, name: spec.name, spec, holdsType };
  const descriptor = rt.heap.create(rt.types[kind], data);
  rt.heap.track(descriptor);
  if (holdsType) {
    incref(type);
    if (rt.recorder !== null) rt.recorder.slotWrite(descriptor, "__objclass__", null, null, type);
  }
  return descriptor;
}

/** Descriptors of built-in types are among start-up's objects. */
export function newDescriptorAtStart<D extends DescriptorBase>(
  rt: Runtime,
  kind:
    | "method_descriptor"
    | "classmethod_descriptor"
    | "wrapper_descriptor"
    | "getset_descriptor"
    | "member_descriptor",
  data: D,
): PyObject<D> {
  return rt.heap.createAtStart(rt.types[kind], data);
}

function shownName(data: DescriptorBase): string {
  return `${data.type.payload.name}.${data.name}`;
}

function dealloc(rt: Runtime, self: PyObject): void {
  const data = (self as Descriptor).payload;
  rt.heap.untrack(self);
  const held = data.holdsType ? data.type : null;
  data.holdsType = false;
  rt.heap.free(self);
  xdecref(rt, held);
}

function traverse(self: PyObject, visit: Visit): void {
  const data = (self as Descriptor).payload;
  if (data.holdsType) visit(data.type, "__objclass__", null);
}

function referents(self: PyObject, visit: Visit): void {
  visit((self as Descriptor).payload.type, "__objclass__", null);
}

/** True when `instance` may use the descriptor. [descr_check] */
function check(rt: Runtime, data: DescriptorBase, instance: PyObject): boolean {
  if (isTypeOrSubtype(instance.type, data.type)) return true;
  const owner = typeName(data.type);
  const given = typeName(instance.type);
  raise(
    rt,
    "TypeError",
    `descriptor '${data.name}' for '${owner}' objects doesn't apply to a '${given}' object`,
  );
  return false;
}

function needsArgument(rt: Runtime, data: DescriptorBase): null {
  const owner = typeName(data.type);
  const message = rt.profile.unboundErrorsNameDescriptor
    ? `descriptor '${data.name}' of '${owner}' object needs an argument`
    : `unbound method ${shownName(data)}() needs an argument`;
  return raise(rt, "TypeError", message);
}

// ---- method_descriptor ---------------------------------------------------------------------------------------

function methodGet(rt: Runtime, self: PyObject, instance: PyObject | null): PyObject | null {
  const data = (self as PyObject<MethodDescriptorData>).payload;
  if (instance === null) return newRef(self);
  if (!check(rt, data, instance)) return null;
  return newNative(rt, data.spec, instance, shownName(data));
}

function methodCall(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const instance = args[0];
  if (instance === undefined) return needsArgument(rt, (self as PyObject<MethodDescriptorData>).payload);
  return callMethodOf(rt, self, instance, args.slice(1), names);
}

/** Calls a method descriptor on an instance that is not among `args`. [method_vectorcall_O …] */
export function callMethodOf(
  rt: Runtime,
  self: PyObject,
  instance: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const data = (self as PyObject<MethodDescriptorData>).payload;
  if (instance.type !== data.type && !check(rt, data, instance)) return null;
  const { spec, packing } = data;
  if (!fitsArity(spec, args.length, names)) {
    const shown = rt.profile.nativeNamesAreQualified ? shownName(data) : spec.name;
    if (!checkArity(rt, spec.name, shown, spec, args, names)) return null;
  }
  if (packing !== null && args.length > 0) return callPacked(rt, spec.fn, packing, instance, args, names);
  return spec.fn(rt, instance, args, names);
}

function classMethodGet(
  rt: Runtime,
  self: PyObject,
  instance: PyObject | null,
  owner: PyObject | null,
): PyObject | null {
  const data = (self as PyObject<MethodDescriptorData>).payload;
  const cls = owner ?? (instance as PyObject).type;
  const wanted = typeName(data.type);
  if (!hasFlag(cls.type, TypeFlag.TypeSubclass)) {
    const needs = `descriptor '${data.name}' for type '${wanted}' needs a type`;
    return raise(rt, "TypeError", `${needs}, not a '${typeName(cls.type)}' as arg 2`);
  }
  if (!isTypeOrSubtype(cls as PyType, data.type)) {
    const needs = `descriptor '${data.name}' requires a subtype of '${wanted}'`;
    return raise(rt, "TypeError", `${needs} but received '${typeName(cls as PyType)}'`);
  }
  return newNative(rt, data.spec, cls, shownName(data));
}

function classMethodCall(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const data = (self as PyObject<MethodDescriptorData>).payload;
  const cls = args[0];
  if (cls === undefined) {
    const message = `descriptor '${data.name}' of '${typeName(data.type)}' object needs an argument`;
    return raise(rt, "TypeError", message);
  }
  if (rt.profile.classMethodChecksItself && !hasFlag(cls.type, TypeFlag.TypeSubclass)) {
    const needs = `descriptor '${data.name}' requires a type`;
    return raise(rt, "TypeError", `${needs} but received a '${typeName(cls.type)}' instance`);
  }
  const bound = classMethodGet(rt, self, null, cls);
  if (bound === null) return null;
  const call = bound.type.payload.slots.call as NonNullable<TypeSlots["call"]>;
  hold(rt, "function being called", bound);
  const result = call(rt, bound, args.slice(1), names);
  dropHeld(rt, "function being called", bound);
  return result;
}

// ---- wrapper_descriptor, method-wrapper ------------------------------------------------------------------------

function wrapperGet(rt: Runtime, self: PyObject, instance: PyObject | null): PyObject | null {
  const descriptor = self as PyObject<WrapperDescriptorData>;
  if (instance === null) return newRef(self);
  if (!check(rt, descriptor.payload, instance)) return null;
  const data: MethodWrapperData = { descriptor: newRef(descriptor), self: newRef(instance) };
  const wrapper = rt.heap.create(rt.types["method-wrapper"], data);
  rt.heap.track(wrapper);
  if (rt.recorder !== null) rt.recorder.slotWrite(wrapper, "__self__", null, null, instance);
  return wrapper;
}

function wrapperCall(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const data = (self as PyObject<WrapperDescriptorData>).payload;
  const instance = args[0];
  const owner = data.type.payload.name;
  if (instance === undefined)
    return raise(rt, "TypeError", `descriptor '${data.name}' of '${owner}' object needs an argument`);
  if (!isTypeOrSubtype(instance.type, data.type)) {
    const given = typeName(instance.type);
    const needs = `descriptor '${data.name}' requires a '${owner}' object`;
    return raise(rt, "TypeError", `${needs} but received a '${given}'`);
  }
  // What comes after self is a tuple of its own.
  const rest = args.slice(1);
  const held = rt.newTuple(rest.map(newRef));
  if (rt.recorder !== null) rt.recorder.nativeHold("call arguments", held);
  const result = callWrapped(rt, data.row, data.slot, instance, rest, names);
  if (rt.recorder !== null) rt.recorder.nativeRelease("call arguments", held);
  decref(rt, held);
  return result;
}

function methodWrapperCall(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const { descriptor, self: instance } = (self as PyObject<MethodWrapperData>).payload;
  const { row, slot } = descriptor.payload;
  return callWrapped(rt, row, slot, instance, args, names);
}

function methodWrapperDealloc(rt: Runtime, self: PyObject): void {
  const { descriptor, self: instance } = (self as PyObject<MethodWrapperData>).payload;
  rt.heap.untrack(self);
  rt.heap.free(self);
  decref(rt, descriptor);
  decref(rt, instance);
}

function methodWrapperTraverse(self: PyObject, visit: Visit): void {
  const { descriptor, self: instance } = (self as PyObject<MethodWrapperData>).payload;
  visit(descriptor, "descriptor", null);
  visit(instance, "__self__", null);
}

function methodWrapperCompare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if ((op !== "==" && op !== "!=") || other.type !== self.type) return newRef(rt.notImplemented);
  const a = (self as PyObject<MethodWrapperData>).payload;
  const b = (other as PyObject<MethodWrapperData>).payload;
  const same = a.descriptor === b.descriptor && a.self === b.self;
  return newRef(same === (op === "==") ? rt.true : rt.false);
}

// ---- getset_descriptor, member_descriptor ----------------------------------------------------------------------

function getsetGet(rt: Runtime, self: PyObject, instance: PyObject | null): PyObject | null {
  const data = (self as PyObject<GetSetDescriptorData>).payload;
  if (instance === null) return newRef(self);
  if (!check(rt, data, instance)) return null;
  return data.spec.get(rt, instance);
}

function getsetSet(rt: Runtime, self: PyObject, instance: PyObject, value: PyObject | null): boolean {
  const data = (self as PyObject<GetSetDescriptorData>).payload;
  if (!check(rt, data, instance)) return false;
  if (data.spec.set !== undefined) return data.spec.set(rt, instance, value);
  if (data.spec.isMember === true) {
    raise(rt, "AttributeError", "readonly attribute");
    return false;
  }
  const owner = typeName(data.type);
  const message = `attribute '${data.name}' of '${owner}' objects is not writable`;
  const name = rt.intern(data.name);
  raiseAttribute(rt, instance, name, message);
  decref(rt, name);
  return false;
}

// ---- what they say about themselves ----------------------------------------------------------------------------

const nameGetSets: readonly GetSetSpec[] = [
  member("__objclass__", (_rt, self) => newRef((self as Descriptor).payload.type)),
  member("__name__", (rt, self) => rt.intern((self as Descriptor).payload.name)),
  getset("__qualname__", (rt, self) => rt.newStr(shownName((self as Descriptor).payload))),
  getset("__doc__", (rt) => newRef(rt.none)),
];

const reprAs = (kind: string) => (rt: Runtime, self: PyObject) => {
  const data = (self as Descriptor).payload;
  // 3.15 says no more of what every object has.
  if (data.type === rt.types.object && !rt.profile.getSetHoldsClass)
    return rt.newStr(`<${kind} '${data.name}'>`);
  return rt.newStr(`<${kind} '${data.name}' of '${typeName(data.type)}' objects>`);
};

const common = { dealloc, traverse, referents } as const;

export const methodDescriptorSpec: TypeSpec = {
  name: "method_descriptor",
  flags:
    TypeFlag.HaveGc | TypeFlag.MethodDescriptor | TypeFlag.DisallowInstantiation | TypeFlag.HasVectorcall,
  basicsize: 56,
  slots: { ...common, repr: reprAs("method"), descrGet: methodGet, call: methodCall },
  methods: [noArgs("__reduce__", reduceDescriptor)],
  getset: [...nameGetSets, getset("__text_signature__", (rt) => newRef(rt.none))],
};

export const classMethodDescriptorSpec: TypeSpec = {
  name: "classmethod_descriptor",
  flags: TypeFlag.HaveGc | TypeFlag.DisallowInstantiation,
  basicsize: 56,
  slots: { ...common, repr: reprAs("method"), descrGet: classMethodGet, call: classMethodCall },
  getset: [...nameGetSets, getset("__text_signature__", (rt) => newRef(rt.none))],
};

export const wrapperDescriptorSpec: TypeSpec = {
  name: "wrapper_descriptor",
  flags: TypeFlag.HaveGc | TypeFlag.MethodDescriptor | TypeFlag.DisallowInstantiation,
  basicsize: 56,
  slots: { ...common, repr: reprAs("slot wrapper"), descrGet: wrapperGet, call: wrapperCall },
  methods: [noArgs("__reduce__", reduceDescriptor)],
  getset: [...nameGetSets, getset("__text_signature__", (rt) => newRef(rt.none))],
};

export const getSetDescriptorSpec: TypeSpec = {
  name: "getset_descriptor",
  flags: TypeFlag.HaveGc | TypeFlag.DisallowInstantiation,
  basicsize: 48,
  slots: { ...common, repr: reprAs("attribute"), descrGet: getsetGet, descrSet: getsetSet },
  getset: nameGetSets,
};

export const memberDescriptorSpec: TypeSpec = {
  name: "member_descriptor",
  flags: TypeFlag.HaveGc | TypeFlag.DisallowInstantiation,
  basicsize: 48,
  slots: { ...common, repr: reprAs("member"), descrGet: getsetGet, descrSet: getsetSet },
  methods: [noArgs("__reduce__", reduceDescriptor)],
  getset: nameGetSets,
};

export const methodWrapperSpec: TypeSpec = {
  name: "method-wrapper",
  flags: TypeFlag.HaveGc | TypeFlag.DisallowInstantiation,
  basicsize: 32,
  slots: {
    dealloc: methodWrapperDealloc,
    traverse: methodWrapperTraverse,
    call: methodWrapperCall,
    richcompare: methodWrapperCompare,
    hash: (rt, self) => {
      const { descriptor, self: instance } = (self as PyObject<MethodWrapperData>).payload;
      return (rt.heap.addressOf(instance) / 16) ^ (rt.heap.addressOf(descriptor) / 16);
    },
    repr: (rt, self) => {
      const { descriptor, self: instance } = (self as PyObject<MethodWrapperData>).payload;
      const at = `0x${rt.heap.addressOf(instance).toString(16)}`;
      const owner = typeName(instance.type);
      return rt.newStr(`<method-wrapper '${descriptor.payload.name}' of ${owner} object at ${at}>`);
    },
  },
  getset: [
    member("__self__", (_rt, self) => newRef((self as PyObject<MethodWrapperData>).payload.self)),
    getset("__objclass__", (_rt, self) =>
      newRef((self as PyObject<MethodWrapperData>).payload.descriptor.payload.type),
    ),
    getset("__name__", (rt, self) =>
      rt.intern((self as PyObject<MethodWrapperData>).payload.descriptor.payload.name),
    ),
    getset("__qualname__", (rt, self) =>
      rt.newStr(shownName((self as PyObject<MethodWrapperData>).payload.descriptor.payload)),
    ),
    getset("__doc__", (rt) => newRef(rt.none)),
  ],
};

/** `getattr, (type, name)` */
function reduceDescriptor(rt: Runtime, self: PyObject): PyObject | null {
  const data = (self as Descriptor).payload;
  const getattr = getAttrText(rt, data.type, data.name);
  if (getattr === null) return null;
  return rt.newTuple([getattr, rt.newTuple([newRef(data.type), rt.intern(data.name)])]);
}

/** Whether a class attribute is a descriptor with `__set__` or `__delete__`. [PyDescr_IsData] */
export function isDataDescriptor(o: PyObject): boolean {
  return o.type.payload.slots.descrSet !== undefined;
}

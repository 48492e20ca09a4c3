/** `super`.   [mirrors superobject in Objects/typeobject.c] */
import { newRef, xdecref } from "../memory/refcount.ts";
import { getOptionalAttr } from "./abstract.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { genericGetAttr } from "./generic-attributes.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
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
import { argumentTypeName, lookInType } from "./type-lookup.ts";
import { member, type TypeSpec } from "./typespec.ts";

interface SuperData {
  /** Owned, each; null before `__init__`. */
  thisClass: PyType | null;
  self: PyObject | null;
  selfClass: PyType | null;
}

type PySuper = PyObject<SuperData>;

function superNew(rt: Runtime, type: PyType): PyObject {
  const o: PySuper = rt.heap.create(type, { thisClass: null, self: null, selfClass: null });
  rt.heap.track(o);
  return o;
}

const superInit: NonNullable<TypeSlots["init"]> = (rt, self, args, names) => {
  if (!noKeywords(rt, "super", names) || !checkPositional(rt, "super", args.length, 0, 2)) return false;
  let cls = args[0] ?? null;
  let object = args[1] ?? null;
  if (cls === null) {
    const found = implicitArguments(rt);
    if (found === null) return false;
    [cls, object] = found;
  }
  if (!hasFlag(cls.type, TypeFlag.TypeSubclass)) {
    raise(
      rt,
      "TypeError",
      `super() argument 1 must be ${rt.profile.superSaysAType ? "a type" : "type"}, not ${argumentTypeName(cls)}`,
    );
    return false;
  }
  if (object === rt.none) object = null;
  const selfClass = object === null ? null : superCheck(rt, cls as PyType, object);
  if (object !== null && selfClass === null) return false;
  store(rt, self as PySuper, cls as PyType, object, selfClass);
  return true;
};

function store(
  rt: Runtime,
  self: PySuper,
  thisClass: PyType,
  object: PyObject | null,
  selfClass: PyType | null,
): void {
  const data = self.payload;
  const old = { ...data };
  data.thisClass = newRef(thisClass);
  data.self = object === null ? null : newRef(object);
  data.selfClass = selfClass === null ? null : newRef(selfClass);
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(self, "__thisclass__", null, old.thisClass, thisClass);
    rt.recorder.slotWrite(self, "__self__", null, old.self, object);
    rt.recorder.slotWrite(self, "__self_class__", null, old.selfClass, selfClass);
  }
  xdecref(rt, old.thisClass);
  xdecref(rt, old.self);
  xdecref(rt, old.selfClass);
}

/** `super()` reads the first argument and the `__class__` cell of the running frame. [super_init_without_args] */
function implicitArguments(rt: Runtime): [PyObject, PyObject] | null {
  const frame = rt.thread.frame;
  if (frame === null) return runtimeError(rt, "super(): no current frame");
  const { unit, slots } = frame;
  if (unit.argcount === 0) return runtimeError(rt, "super(): no arguments");
  let first = slots[0] ?? null;
  // Captured by an inner function, the argument lives in a cell.
  const isCaptured = unit.cellvars.includes(unit.localsplus[0] ?? "");
  if (isCaptured && first !== null && first.type === rt.types.cell) first = cellValue(first);
  if (first === null) {
    const name = unit.localsplus[0] as string;
    const cellAt = unit.cellvars.includes(name) ? unit.localsplus.lastIndexOf(name) : -1;
    const cell = cellAt > 0 ? (slots[cellAt] ?? null) : null;
    first = cell === null ? null : cellValue(cell);
  }
  if (first === null) return runtimeError(rt, "super(): arg[0] deleted");
  const at = unit.localsplus.lastIndexOf("__class__");
  if (at < 0 || !unit.freevars.includes("__class__"))
    return runtimeError(rt, "super(): __class__ cell not found");
  const cell = slots[at] ?? null;
  const cls = cell === null ? null : cellValue(cell);
  if (cls === null) return runtimeError(rt, "super(): empty __class__ cell");
  return [cls, first];
}

function cellValue(cell: PyObject): PyObject | null {
  return (cell.payload as { value: PyObject | null }).value;
}

function runtimeError(rt: Runtime, message: string): null {
  return raise(rt, "RuntimeError", message);
}

/** The class whose MRO is searched: obj's, or obj itself in a class method; borrowed. [supercheck] */
export function superCheck(rt: Runtime, type: PyType, object: PyObject): PyType | null {
  if (hasFlag(object.type, TypeFlag.TypeSubclass) && isTypeOrSubtype(object as PyType, type))
    return object as PyType;
  if (isTypeOrSubtype(object.type, type)) return object.type;
  const claimed = getOptionalAttr(rt, object, "__class__");
  if (claimed !== null) {
    const fits =
      hasFlag(claimed.type, TypeFlag.TypeSubclass) &&
      claimed !== object.type &&
      isTypeOrSubtype(claimed as PyType, type);
    xdecref(rt, claimed);
    if (fits) return claimed as PyType;
  }
  if (rt.thread.exception !== null) return null;
  return raise(rt, "TypeError", superTypeError(rt, type, object));
}

export function superTypeError(rt: Runtime, type: PyType, object: PyObject): string {
  const plain = "super(type, obj): obj must be an instance or subtype of type";
  if (!rt.profile.superErrorNamesTypes) return plain;
  const isType = hasFlag(object.type, TypeFlag.TypeSubclass);
  const given = isType
    ? `type ${(object as PyType).payload.name}`
    : `instance of ${object.type.payload.name}`;
  return `super(type, obj): obj (${given}) is not an instance or subtype of type (${type.payload.name}).`;
}

/** The attribute found behind `thisClass` in the MRO of `selfClass`, bound to `self`. [do_super_lookup] */
export function superLookup(
  rt: Runtime,
  thisClass: PyType,
  self: PyObject,
  selfClass: PyType,
  name: string,
): PyObject | null {
  const mro = selfClass.payload.mroTypes;
  for (let i = mro.indexOf(thisClass) + 1; i < mro.length && i > 0; i += 1) {
    const found = lookInType(rt, mro[i] as PyType, name);
    if (found === null) continue;
    const bind = found.type.payload.slots.descrGet;
    return bind === undefined ? newRef(found) : bind(rt, found, self === selfClass ? null : self, selfClass);
  }
  return null;
}

function getattro(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  const { thisClass, self: object, selfClass } = (self as PySuper).payload;
  if (
    thisClass !== null &&
    object !== null &&
    selfClass !== null &&
    isStr(name) &&
    text(name) !== "__class__"
  ) {
    const found = superLookup(rt, thisClass, object, selfClass, text(name));
    if (found !== null || rt.thread.exception !== null) return found;
  }
  return genericGetAttr(rt, self, name);
}

/** An unbound super binds itself. [super_descr_get] */
const descrGet: NonNullable<TypeSlots["descrGet"]> = (rt, self, instance) => {
  const { thisClass, self: object } = (self as PySuper).payload;
  if (instance === null || instance === rt.none || object !== null || thisClass === null) return newRef(self);
  const selfClass = superCheck(rt, thisClass, instance);
  if (selfClass === null) return null;
  const bound = superNew(rt, self.type) as PySuper;
  store(rt, bound, thisClass, instance, selfClass);
  return bound;
};

function dealloc(rt: Runtime, self: PyObject): void {
  const data = (self as PySuper).payload;
  rt.heap.untrack(self);
  const { self: object, thisClass, selfClass } = data;
  data.self = null;
  data.thisClass = null;
  data.selfClass = null;
  xdecref(rt, object);
  xdecref(rt, thisClass);
  xdecref(rt, selfClass);
  rt.heap.free(self);
}

function traverse(self: PyObject, visit: Visit): void {
  const { self: object, thisClass, selfClass } = (self as PySuper).payload;
  if (object !== null) visit(object, "__self__", null);
  if (thisClass !== null) visit(thisClass, "__thisclass__", null);
  if (selfClass !== null) visit(selfClass, "__self_class__", null);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const { thisClass, selfClass } = (self as PySuper).payload;
  const of = thisClass === null ? "NULL" : thisClass.payload.name;
  if (selfClass === null) return rt.newStr(`<super: <class '${of}'>, NULL>`);
  return rt.newStr(`<super: <class '${of}'>, <${selfClass.payload.name} object>>`);
}

export const superSpec: TypeSpec = {
  name: "super",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType,
  basicsize: 40,
  slots: { new: superNew, init: superInit, dealloc, traverse, repr, getattro, descrGet },
  getset: [
    member("__thisclass__", (rt, self) => newRef((self as PySuper).payload.thisClass ?? rt.none)),
    member("__self__", (rt, self) => newRef((self as PySuper).payload.self ?? rt.none)),
    member("__self_class__", (rt, self) => newRef((self as PySuper).payload.selfClass ?? rt.none)),
  ],
};

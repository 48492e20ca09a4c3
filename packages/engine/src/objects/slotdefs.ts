/**
 * Which dunder is which slot, and how a built-in's slot is called from Python.   [mirrors slotdefs[] and the wrap_* functions of
 * Objects/typeobject.c]
 */
import { newRef } from "../memory/refcount.ts";
import { asIndex, typeName } from "./abstract.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type CompareOp, hasFlag, type PyObject, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { isStr } from "./str-object.ts";

export type SlotName = keyof TypeSlots;

/** Calls the slot of a built-in type as a Python function; `args` without self. */
type Wrap = (
  rt: Runtime,
  slot: NonNullable<TypeSlots[SlotName]>,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
) => PyObject | null;

export interface SlotDef {
  readonly name: string;
  readonly slot: SlotName;
  readonly wrap: Wrap;
  readonly acceptsKeywords: boolean;
}

type Args = readonly PyObject[];

/** Checks the number of positional arguments as check_num_args does. */
function expects(rt: Runtime, args: Args, count: number): boolean {
  if (args.length === count) return true;
  raise(rt, "TypeError", `expected ${count} argument${count === 1 ? "" : "s"}, got ${args.length}`);
  return false;
}

/** … and as PyArg_UnpackTuple does, which had no name to say before 3.14. */
function unpacks(rt: Runtime, name: string, args: Args, min: number, max: number): boolean {
  const shown = rt.profile.slotErrorsNameMethod ? name : "";
  if (min !== max || args.length === min) return checkPositional(rt, shown, args.length, min, max);
  raise(rt, "TypeError", `${shown} expected ${min} argument${min === 1 ? "" : "s"}, got ${args.length}`);
  return false;
}

/** The exponent, and perhaps a modulus. [check_pow_args] */
function isPower(rt: Runtime, args: Args): boolean {
  if (!rt.profile.slotErrorsNameMethod) return unpacks(rt, "", args, 1, 2);
  if (args.length === 1 || args.length === 2) return true;
  raise(rt, "TypeError", `expected 1 or 2 arguments, got ${args.length}`);
  return false;
}

// Each wrap casts the slot to the shape its row in the table names.
type UnarySlot = (rt: Runtime, self: PyObject) => PyObject | null;
type BinarySlot = (rt: Runtime, left: PyObject, right: PyObject) => PyObject | null;
type TernarySlot = (rt: Runtime, a: PyObject, b: PyObject, c: PyObject) => PyObject | null;

const unary: Wrap = (rt, slot, self, args) => (expects(rt, args, 0) ? (slot as UnarySlot)(rt, self) : null);

const binary: Wrap = (rt, slot, self, args) =>
  expects(rt, args, 1) ? (slot as BinarySlot)(rt, self, args[0] as PyObject) : null;

const reflected: Wrap = (rt, slot, self, args) =>
  expects(rt, args, 1) ? (slot as BinarySlot)(rt, args[0] as PyObject, self) : null;

const power: Wrap = (rt, slot, self, args) =>
  isPower(rt, args) ? (slot as TernarySlot)(rt, self, args[0] as PyObject, args[1] ?? rt.none) : null;

const reflectedPower: Wrap = (rt, slot, self, args) =>
  isPower(rt, args) ? (slot as TernarySlot)(rt, args[0] as PyObject, self, args[1] ?? rt.none) : null;

const compare = (op: CompareOp): Wrap => {
  return (rt, slot, self, args) => {
    if (!expects(rt, args, 1)) return null;
    return (slot as NonNullable<TypeSlots["richcompare"]>)(rt, self, args[0] as PyObject, op);
  };
};

const integer: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 0)) return null;
  const value = (slot as (rt: Runtime, self: PyObject) => number | bigint | null)(rt, self);
  return value === null ? null : rt.newInt(value);
};

const truth: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 0)) return null;
  const value = (slot as NonNullable<TypeSlots["bool"]>)(rt, self);
  return value === null ? null : newRef(value ? rt.true : rt.false);
};

const containing: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 1)) return null;
  const value = (slot as NonNullable<TypeSlots["contains"]>)(rt, self, args[0] as PyObject);
  return value === null ? null : newRef(value ? rt.true : rt.false);
};

const next: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 0)) return null;
  const item = (slot as UnarySlot)(rt, self);
  if (item !== null || rt.thread.exception !== null) return item;
  return raiseStop(rt);
};

function raiseStop(rt: Runtime): null {
  const make = rt.types.StopIteration.payload.slots.new;
  const exception = make === undefined ? null : make(rt, rt.types.StopIteration, [], null);
  rt.thread.exception = exception;
  return null;
}

const called: Wrap = (rt, slot, self, args, names) =>
  (slot as NonNullable<TypeSlots["call"]>)(rt, self, args, names);

const init: Wrap = (rt, slot, self, args, names) =>
  (slot as NonNullable<TypeSlots["init"]>)(rt, self, args, names) ? newRef(rt.none) : null;

const done = (rt: Runtime, ok: boolean): PyObject | null => (ok ? newRef(rt.none) : null);

const setItem: Wrap = (rt, slot, self, args) => {
  if (!unpacks(rt, "__setitem__", args, 2, 2)) return null;
  const set = slot as NonNullable<TypeSlots["assSubscript"]>;
  return done(rt, set(rt, self, args[0] as PyObject, args[1] as PyObject));
};

const deleteItem: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 1)) return null;
  return done(rt, (slot as NonNullable<TypeSlots["assSubscript"]>)(rt, self, args[0] as PyObject, null));
};

const itemAt: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 1)) return null;
  let at = asIndex(rt, args[0] as PyObject, "IndexError");
  if (at === null) return null;
  const length = self.type.payload.slots.length;
  if (at < 0 && length !== undefined) {
    const size = length(rt, self);
    if (size === null) return null;
    at += Number(size);
  }
  return (slot as NonNullable<TypeSlots["item"]>)(rt, self, at);
};

const repeated: Wrap = (rt, slot, self, args) => {
  const { slotErrorsNameMethod } = rt.profile;
  if (!(slotErrorsNameMethod ? expects(rt, args, 1) : unpacks(rt, "", args, 1, 1))) return null;
  const count = asIndex(rt, args[0] as PyObject, "OverflowError");
  return count === null ? null : (slot as NonNullable<TypeSlots["repeat"]>)(rt, self, count);
};

/** `object.__setattr__(an_int_subclass, …)` must not go around the type's own slot. [hackcheck] */
function hackCheck(rt: Runtime, self: PyObject, slot: unknown, name: string): boolean {
  let type: typeof self.type | null = self.type;
  while (type !== null && hasFlag(type, TypeFlag.HeapType)) type = type.payload.base;
  if (type === null || type.payload.slots.setattro === slot) return true;
  if (hasFlag(self.type, TypeFlag.TypeSubclass) && slot !== rt.types.type.payload.slots.setattro) {
    raise(rt, "TypeError", `can't apply this ${name} to ${typeName(self.type)} object`);
    return false;
  }
  return true;
}

const setAttribute: Wrap = (rt, slot, self, args) => {
  if (!unpacks(rt, "__setattr__", args, 2, 2) || !hackCheck(rt, self, slot, "__setattr__")) return null;
  const set = slot as NonNullable<TypeSlots["setattro"]>;
  return isName(rt, args[0] as PyObject)
    ? done(rt, set(rt, self, args[0] as PyObject, args[1] as PyObject))
    : null;
};

const deleteAttribute: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 1) || !hackCheck(rt, self, slot, "__delattr__")) return null;
  const set = slot as NonNullable<TypeSlots["setattro"]>;
  return isName(rt, args[0] as PyObject) ? done(rt, set(rt, self, args[0] as PyObject, null)) : null;
};

const getAttribute: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 1) || !isName(rt, args[0] as PyObject)) return null;
  return (slot as BinarySlot)(rt, self, args[0] as PyObject);
};

function isName(rt: Runtime, name: PyObject): boolean {
  if (isStr(name)) return true;
  raise(rt, "TypeError", `attribute name must be string, not '${typeName(name.type)}'`);
  return false;
}

const get: Wrap = (rt, slot, self, args) => {
  if (!unpacks(rt, "__get__", args, 1, 2)) return null;
  const instance = args[0] === rt.none ? null : (args[0] as PyObject);
  const owner = args[1] === undefined || args[1] === rt.none ? null : args[1];
  if (instance === null && owner === null) return raise(rt, "TypeError", "__get__(None, None) is invalid");
  return (slot as NonNullable<TypeSlots["descrGet"]>)(rt, self, instance, owner);
};

const set: Wrap = (rt, slot, self, args) => {
  if (!unpacks(rt, "__set__", args, 2, 2)) return null;
  const put = slot as NonNullable<TypeSlots["descrSet"]>;
  return done(rt, put(rt, self, args[0] as PyObject, args[1] as PyObject));
};

const unset: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 1)) return null;
  return done(rt, (slot as NonNullable<TypeSlots["descrSet"]>)(rt, self, args[0] as PyObject, null));
};

const finalize: Wrap = (rt, slot, self, args) => {
  if (!expects(rt, args, 0)) return null;
  (slot as NonNullable<TypeSlots["finalize"]>)(rt, self);
  return newRef(rt.none);
};

const def = (name: string, slot: SlotName, wrap: Wrap): SlotDef => ({
  name,
  slot,
  wrap,
  acceptsKeywords: wrap === called || wrap === init,
});

const pair = (name: string, slot: SlotName): SlotDef[] => [
  def(`__${name}__`, slot, binary),
  def(`__r${name}__`, slot, reflected),
];

/** In CPython's order; where a dunder has two slots the first one a type fills is meant. */
export const slotDefs: readonly SlotDef[] = [
  def("__getattribute__", "getattro", getAttribute),
  def("__getattr__", "getattro", getAttribute),
  def("__setattr__", "setattro", setAttribute),
  def("__delattr__", "setattro", deleteAttribute),
  def("__repr__", "repr", unary),
  def("__hash__", "hash", integer),
  def("__call__", "call", called),
  def("__str__", "str", unary),
  def("__lt__", "richcompare", compare("<")),
  def("__le__", "richcompare", compare("<=")),
  def("__eq__", "richcompare", compare("==")),
  def("__ne__", "richcompare", compare("!=")),
  def("__gt__", "richcompare", compare(">")),
  def("__ge__", "richcompare", compare(">=")),
  def("__iter__", "iter", unary),
  def("__next__", "iternext", next),
  def("__get__", "descrGet", get),
  def("__set__", "descrSet", set),
  def("__delete__", "descrSet", unset),
  def("__init__", "init", init),
  def("__del__", "finalize", finalize),
  def("__await__", "await", unary),
  def("__aiter__", "aiter", unary),
  def("__anext__", "anext", unary),
  ...pair("add", "add"),
  ...pair("sub", "subtract"),
  ...pair("mul", "multiply"),
  ...pair("mod", "remainder"),
  ...pair("divmod", "divmod"),
  def("__pow__", "power", power),
  def("__rpow__", "power", reflectedPower),
  def("__neg__", "negative", unary),
  def("__pos__", "positive", unary),
  def("__abs__", "absolute", unary),
  def("__bool__", "bool", truth),
  def("__invert__", "invert", unary),
  ...pair("lshift", "lshift"),
  ...pair("rshift", "rshift"),
  ...pair("and", "and"),
  ...pair("xor", "xor"),
  ...pair("or", "or"),
  def("__int__", "int", unary),
  def("__float__", "float", unary),
  def("__iadd__", "inplaceAdd", binary),
  def("__isub__", "inplaceSubtract", binary),
  def("__imul__", "inplaceMultiply", binary),
  def("__imod__", "inplaceRemainder", binary),
  def("__ipow__", "inplacePower", power),
  def("__ilshift__", "inplaceLshift", binary),
  def("__irshift__", "inplaceRshift", binary),
  def("__iand__", "inplaceAnd", binary),
  def("__ixor__", "inplaceXor", binary),
  def("__ior__", "inplaceOr", binary),
  ...pair("floordiv", "floorDivide"),
  ...pair("truediv", "trueDivide"),
  def("__ifloordiv__", "inplaceFloorDivide", binary),
  def("__itruediv__", "inplaceTrueDivide", binary),
  def("__index__", "index", unary),
  ...pair("matmul", "matrixMultiply"),
  def("__imatmul__", "inplaceMatrixMultiply", binary),
  def("__len__", "length", integer),
  def("__getitem__", "subscript", binary),
  def("__setitem__", "assSubscript", setItem),
  def("__delitem__", "assSubscript", deleteItem),
  def("__add__", "concat", binary),
  def("__mul__", "repeat", repeated),
  def("__rmul__", "repeat", repeated),
  def("__getitem__", "item", itemAt),
  def("__contains__", "contains", containing),
  def("__iadd__", "inplaceConcat", binary),
  def("__imul__", "inplaceRepeat", repeated),
];

/** The rows of a dunder. */
export const slotDefsByName: ReadonlyMap<string, readonly SlotDef[]> = groupByName();

function groupByName(): Map<string, SlotDef[]> {
  const groups = new Map<string, SlotDef[]>();
  for (const row of slotDefs) {
    const group = groups.get(row.name);
    if (group === undefined) groups.set(row.name, [row]);
    else group.push(row);
  }
  return groups;
}

/** Calls a wrapped slot with `self` checked against the type the wrapper belongs to. [wrapperdescr_raw_call] */
export function callWrapped(
  rt: Runtime,
  row: SlotDef,
  slot: NonNullable<TypeSlots[SlotName]>,
  self: PyObject,
  args: Args,
  names: readonly PyObject[] | null,
): PyObject | null {
  if (!row.acceptsKeywords && names !== null && names.length > 0) {
    noKeywords(rt, `wrapper ${row.name}`, names);
    return null;
  }
  return row.wrap(rt, slot, self, args, names);
}

/** `self` is no instance of the wrapper's type. */
export function checkSelf(rt: Runtime, row: string, type: PyObject, self: PyObject): boolean {
  if (isTypeOrSubtype(self.type, type as typeof self.type)) return true;
  const owner = (type as typeof self.type).payload.name;
  raise(
    rt,
    "TypeError",
    `descriptor '${row}' requires a '${owner}' object but received a '${typeName(self.type)}'`,
  );
  return false;
}

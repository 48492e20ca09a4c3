/** `list[int]`.   [mirrors Objects/genericaliasobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, equals, getAttr, getOptionalAttr, hash as hashOf, setAttrText } from "./abstract.ts";
import { aliasItemText } from "./alias-repr.ts";
import { clearIfMatches, exceptionMatches, raise } from "./errors.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type CompareOp, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { text } from "./str-object.ts";
import { isTuple, newTuple, tupleItems } from "./tuple-object.ts";
import { member, method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";
import { makeUnion } from "./union.ts";

interface GenericAliasData {
  origin: PyObject;
  args: PyObject;
  isStarred: boolean;
}

const fields = ["origin", "args"] as const;
const data = (o: PyObject): GenericAliasData => o.payload as GenericAliasData;

/** `origin[args]`; a single argument becomes a tuple of one. [Py_GenericAlias] */
export function newGenericAlias(rt: Runtime, origin: PyObject, args: PyObject): PyObject {
  const own = isTuple(args) ? newRef(args) : newTuple(rt, [newRef(args)]);
  const payload: GenericAliasData = { origin: newRef(origin), args: own, isStarred: false };
  return newWithFields(rt, rt.types.GenericAlias, payload, fields);
}

function aliasNew(
  rt: Runtime,
  _type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  if (!noKeywords(rt, "GenericAlias", names)) return null;
  if (!checkPositional(rt, "GenericAlias", args.length, 2, 2)) return null;
  return newGenericAlias(rt, args[0] as PyObject, args[1] as PyObject);
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  const { origin, args, isStarred } = data(self);
  const head = aliasItemText(rt, origin);
  if (head === null) return null;
  const shown: string[] = [];
  for (const each of tupleItems(args)) {
    const one = aliasItemText(rt, each);
    if (one === null) return null;
    shown.push(one);
  }
  const inner = shown.length === 0 ? "()" : shown.join(", ");
  return rt.newStr(`${isStarred ? "*" : ""}${head}[${inner}]`);
}

function hash(rt: Runtime, self: PyObject): number | bigint | null {
  const { origin, args } = data(self);
  const first = hashOf(rt, origin);
  if (first === null) return null;
  const second = hashOf(rt, args);
  if (second === null) return null;
  const mixed = BigInt.asIntN(64, BigInt(first) ^ BigInt(second));
  return Number.isSafeInteger(Number(mixed)) ? Number(mixed) : mixed;
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if (other.type !== rt.types.GenericAlias || (op !== "==" && op !== "!=")) return newRef(rt.notImplemented);
  const a = data(self);
  const b = data(other);
  let same: boolean | null = a.isStarred === b.isStarred;
  if (same) same = equals(rt, a.origin, b.origin);
  if (same === true) same = equals(rt, a.args, b.args);
  if (same === null) return null;
  return newRef(same === (op === "==") ? rt.true : rt.false);
}

/** What the alias answers itself; everything else is the origin's. */
const ownNames = new Set([
  "__class__",
  "__origin__",
  "__args__",
  "__parameters__",
  "__unpacked__",
  "__typing_unpacked_tuple_args__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
  "__copy__",
  "__deepcopy__",
]);

function getattro(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  const key = text(name);
  if (!ownNames.has(key) && !(key.startsWith("__") && key.endsWith("__") && key === "__bases__"))
    return getAttr(rt, data(self).origin, name);
  const generic = rt.types.object.payload.slots.getattro;
  return generic === undefined ? null : generic(rt, self, name);
}

/** An instance of the origin that remembers, if it can, how it was made. [ga_call] */
function aliasCall(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const made = call(rt, data(self).origin, args, names);
  if (made === null) return null;
  if (setAttrText(rt, made, "__orig_class__", self)) return made;
  if (clearIfMatches(rt, "AttributeError") || clearIfMatches(rt, "TypeError")) return made;
  decref(rt, made);
  return null;
}

/** The type variables among the arguments, each once. [_Py_make_parameters] */
function parameters(rt: Runtime, self: PyObject): PyObject | null {
  const found: PyObject[] = [];
  const add = (o: PyObject): void => {
    if (!found.includes(o)) found.push(o);
  };
  for (const each of tupleItems(data(self).args)) {
    if (isTypeVariable(each)) {
      add(each);
      continue;
    }
    const inner = getOptionalAttr(rt, each, "__parameters__");
    if (inner === null) {
      if (rt.thread.exception !== null) return null;
      continue;
    }
    if (isTuple(inner)) for (const one of tupleItems(inner)) add(one);
    decref(rt, inner);
  }
  return newTuple(rt, found.map(newRef));
}

function isTypeVariable(o: PyObject): boolean {
  return ["TypeVar", "ParamSpec", "TypeVarTuple"].includes(o.type.payload.name);
}

/** Puts arguments in the place of type variables. [ga_getitem] */
function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const free = parameters(rt, self);
  if (free === null) return null;
  const variables = tupleItems(free);
  const given = isTuple(key) ? tupleItems(key) : [key];
  if (variables.length === 0 || given.length !== variables.length) {
    const many = variables.length === 0 ? null : given.length > variables.length ? "many" : "few";
    decref(rt, free);
    const shown = repr(rt, self);
    if (shown === null) return null;
    const value = text(shown);
    decref(rt, shown);
    return raise(
      rt,
      "TypeError",
      many === null ? `${value} is not a generic class` : `Too ${many} arguments for ${value}`,
    );
  }
  const args = tupleItems(data(self).args).map((each) => {
    const at = variables.indexOf(each);
    return newRef(at < 0 ? each : (given[at] as PyObject));
  });
  decref(rt, free);
  const tuple = newTuple(rt, args);
  const alias = newGenericAlias(rt, data(self).origin, tuple);
  decref(rt, tuple);
  return alias;
}

function refuse(message: string): (rt: Runtime) => null {
  return (rt) => raise(rt, "TypeError", message);
}

export const genericAliasSpec: TypeSpec = {
  name: "GenericAlias",
  module: "types",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasWeakrefs,
  basicsize: 56,
  slots: {
    ...fieldSlots(fields),
    new: aliasNew,
    repr,
    hash,
    richcompare: compare,
    getattro,
    call: aliasCall,
    subscript,
    or: (rt, a, b) => makeUnion(rt, a, b),
  },
  getset: [
    member("__origin__", (_rt, self) => newRef(data(self).origin)),
    member("__args__", (_rt, self) => newRef(data(self).args)),
    { ...member("__parameters__", parameters), isMember: false },
    member("__unpacked__", (rt, self) => newRef(data(self).isStarred ? rt.true : rt.false)),
  ],
  methods: [
    oneArg("__mro_entries__", (rt, self) => newTuple(rt, [newRef(data(self).origin)])),
    oneArg("__instancecheck__", refuse("isinstance() argument 2 cannot be a parameterized generic")),
    oneArg("__subclasscheck__", refuse("issubclass() argument 2 cannot be a parameterized generic")),
    noArgs("__reduce__", (rt, self) => {
      const { origin, args } = data(self);
      return newTuple(rt, [newRef(rt.types.GenericAlias), newTuple(rt, [newRef(origin), newRef(args)])]);
    }),
    method("__dir__", (rt, self) => {
      const dir = getOptionalAttr(rt, data(self).origin, "__dict__");
      if (dir === null) return exceptionMatches(rt, "AttributeError") ? null : rt.newList([]);
      hold(rt, "value in use", dir);
      const list = call(rt, rt.types.list, [dir]);
      dropHeld(rt, "value in use", dir);
      return list;
    }),
  ],
  exists: (profile) => profile.typeIsSubscriptable,
};

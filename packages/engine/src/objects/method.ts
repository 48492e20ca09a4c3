/** Bound methods.   [mirrors Objects/classobject.c] */

import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call as callObject, getAttr, getAttrText, hash as hashOf, reprText } from "./abstract.ts";
import { clearException, raise } from "./errors.ts";
import { newMethod, type PyMethod } from "./function-object.ts";
import { type CompareOp, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { text } from "./str-object.ts";
import { typeLookup } from "./type-lookup.ts";
import { member, noArgs, type TypeSpec } from "./typespec.ts";

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  if (self.attrs !== null) clearWeakrefs(rt, self);
  const { func, self: bound } = (self as PyMethod).payload;
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(self, "__func__", null, func, null);
    rt.recorder.slotWrite(self, "__self__", null, bound, null);
  }
  hold(rt, "items taken out", bound);
  decref(rt, func);
  dropHeld(rt, "items taken out", bound);
  rt.heap.free(self);
}

function traverse(self: PyObject, visit: Visit): void {
  const { func, self: bound } = (self as PyMethod).payload;
  visit(func, "__func__", null);
  visit(bound, "__self__", null);
}

function call(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const { func, self: bound } = (self as PyMethod).payload;
  return callObject(rt, func, [bound, ...args], names);
}

/** Attributes of the function show through. [method_getattro] */
function getattro(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  const found = typeLookup(rt, self.type, text(name));
  if (found !== null) {
    const bind = found.type.payload.slots.descrGet;
    return bind === undefined ? newRef(found) : bind(rt, found, self, self.type);
  }
  return getAttr(rt, (self as PyMethod).payload.func, name);
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  const { func, self: bound } = (self as PyMethod).payload;
  const shown = reprText(rt, bound);
  if (shown === null) return null;
  let name = getAttrText(rt, func, "__qualname__");
  if (name === null) {
    clearException(rt);
    name = getAttrText(rt, func, "__name__");
    if (name === null) clearException(rt);
  }
  const result = rt.newStr(`<bound method ${name === null ? "?" : text(name)} of ${shown}>`);
  if (name !== null) decref(rt, name);
  return result;
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if ((op !== "==" && op !== "!=") || other.type !== rt.types.method) return newRef(rt.notImplemented);
  const a = (self as PyMethod).payload;
  const b = (other as PyMethod).payload;
  const same = a.func === b.func && a.self === b.self;
  return newRef(same === (op === "==") ? rt.true : rt.false);
}

function hash(rt: Runtime, self: PyObject): number | bigint | null {
  const { func, self: bound } = (self as PyMethod).payload;
  const a = Math.floor(rt.heap.addressOf(bound) / 16);
  const b = hashOf(rt, func);
  if (b === null) return null;
  const mixed = BigInt.asIntN(64, BigInt(a) ^ BigInt(b));
  return mixed === -1n ? -2 : mixed;
}

export const methodSpec: TypeSpec = {
  name: "method",
  flags: TypeFlag.HaveGc | TypeFlag.HasWeakrefs | TypeFlag.HasVectorcall,
  basicsize: 48,
  slots: {
    dealloc,
    traverse,
    call,
    getattro,
    repr,
    richcompare: compare,
    hash,
    descrGet: (_rt, self) => newRef(self),
    new: (rt, _type, args) => {
      const [func, self] = args;
      if (func === undefined || self === undefined)
        return raise(rt, "TypeError", `method expected 2 arguments, got ${args.length}`);
      if (func.type.payload.slots.call === undefined)
        return raise(rt, "TypeError", "first argument must be callable");
      if (self === rt.none) return raise(rt, "TypeError", "self must not be None");
      return newMethod(rt, func, self);
    },
  },
  methods: [
    noArgs("__reduce__", (rt, self) => {
      const { func, self: bound } = (self as PyMethod).payload;
      const name = getAttrText(rt, func, "__name__");
      return name === null ? null : rt.newTuple([newRef(bound), name]);
    }),
  ],
  getset: [
    member("__func__", (_rt, self) => newRef((self as PyMethod).payload.func)),
    member("__self__", (_rt, self) => newRef((self as PyMethod).payload.self)),
    {
      name: "__doc__",
      get: (rt, self) => getAttrText(rt, (self as PyMethod).payload.func, "__doc__"),
    },
  ],
};

/**
 * `weakref.proxy`: stands in for its referent as long as that lives.   [mirrors Objects/weakrefobject.c, proxy_*]
 * Every operation unwraps the proxy, holds the referent for its duration, and does the same to it.
 */

import { addWeakref, type PyWeakref, sharedWeakref, type WeakrefData } from "../gc/weakrefs.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { newRef } from "../memory/refcount.ts";
import {
  call,
  callMethod,
  contains,
  deleteAttr,
  deleteItem,
  getAttr,
  getItem,
  getIter,
  isCallable,
  isIterator,
  isTrue,
  iterNext,
  length,
  richCompare,
  setAttr,
  setItem,
  str,
} from "./abstract.ts";
import {
  type BinaryOperator,
  binaryOp,
  index,
  inplaceOp,
  inplacePower,
  powerOp,
  unaryOp,
} from "./abstract-number.ts";
import { raise } from "./errors.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { typeName } from "./type-lookup.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";
import { referentOf, weakrefDealloc, weakrefTraverse, weakTypeName } from "./weakref.ts";

/** `weakref.proxy(o, callback)` [PyWeakref_NewProxy] */
export function newProxy(rt: Runtime, o: PyObject, callback: PyObject | null): PyObject | null {
  if (!hasFlag(o.type, TypeFlag.HasWeakrefs))
    return raise(rt, "TypeError", `cannot create weak reference to '${typeName(o.type)}' object`);
  const type = isCallable(o) ? rt.types.CallableProxyType : rt.types.ProxyType;
  const shared = callback === null ? sharedWeakref(o, type) : null;
  if (shared !== null) return newRef(shared);
  const data: WeakrefData = {
    referent: o,
    callback: callback === null ? null : newRef(callback),
    hash: null,
  };
  const proxy: PyWeakref = rt.heap.create(type, data);
  addWeakref(o, proxy, rt.types.ReferenceType, type);
  rt.heap.track(proxy);
  if (rt.recorder !== null) {
    rt.recorder.weakrefCreate(proxy, o);
    if (callback !== null) rt.recorder.slotWrite(proxy, "__callback__", null, null, callback);
  }
  return proxy;
}

function isProxy(rt: Runtime, o: PyObject): boolean {
  return o.type === rt.types.ProxyType || o.type === rt.types.CallableProxyType;
}

/** The referent (or the object itself when it is no proxy), a new reference; null with ReferenceError. */
function unwrap(rt: Runtime, o: PyObject): PyObject | null {
  if (!isProxy(rt, o)) return newRef(o);
  return referentOf(o) ?? raise(rt, "ReferenceError", "weakly-referenced object no longer exists");
}

/** Does `act` to the referent; `failed` when there is none. */
function through<T>(rt: Runtime, self: PyObject, failed: T, act: (o: PyObject) => T): T {
  const o = unwrap(rt, self);
  if (o === null) return failed;
  hold(rt, "referent of a proxy", o);
  const result = act(o);
  dropHeld(rt, "referent of a proxy", o);
  return result;
}

function binary(op: BinaryOperator, isInplace = false) {
  return (rt: Runtime, left: PyObject, right: PyObject): PyObject | null =>
    through(rt, left, null, (a) =>
      through(rt, right, null, (b) => (isInplace ? inplaceOp(rt, op, a, b) : binaryOp(rt, op, a, b))),
    );
}

const numberSlots: TypeSlots = {
  add: binary("add"),
  subtract: binary("subtract"),
  multiply: binary("multiply"),
  remainder: binary("remainder"),
  divmod: binary("divmod"),
  lshift: binary("lshift"),
  rshift: binary("rshift"),
  and: binary("and"),
  xor: binary("xor"),
  or: binary("or"),
  floorDivide: binary("floorDivide"),
  trueDivide: binary("trueDivide"),
  matrixMultiply: binary("matrixMultiply"),
  inplaceAdd: binary("add", true),
  inplaceSubtract: binary("subtract", true),
  inplaceMultiply: binary("multiply", true),
  inplaceMatrixMultiply: binary("matrixMultiply", true),
  inplaceTrueDivide: binary("trueDivide", true),
  inplaceFloorDivide: binary("floorDivide", true),
  inplaceRemainder: binary("remainder", true),
  inplaceLshift: binary("lshift", true),
  inplaceRshift: binary("rshift", true),
  inplaceAnd: binary("and", true),
  inplaceOr: binary("or", true),
  inplaceXor: binary("xor", true),
  power: (rt, a, b, m) =>
    through(rt, a, null, (x) =>
      through(rt, b, null, (y) => through(rt, m, null, (z) => powerOp(rt, x, y, z))),
    ),
  inplacePower: (rt, a, b) =>
    through(rt, a, null, (x) => through(rt, b, null, (y) => inplacePower(rt, x, y))),
  negative: (rt, self) => through(rt, self, null, (o) => unaryOp(rt, "negative", o)),
  positive: (rt, self) => through(rt, self, null, (o) => unaryOp(rt, "positive", o)),
  invert: (rt, self) => through(rt, self, null, (o) => unaryOp(rt, "invert", o)),
  absolute: (rt, self) => through(rt, self, null, (o) => callMethod(rt, o, "__abs__")),
  index: (rt, self) => through(rt, self, null, (o) => index(rt, o)),
  int: (rt, self) => through(rt, self, null, (o) => call(rt, rt.types.int, [o])),
  float: (rt, self) => through(rt, self, null, (o) => call(rt, rt.types.float, [o])),
};

function proxyRepr(rt: Runtime, self: PyObject): PyObject {
  const at = `0x${rt.heap.addressOf(self).toString(16)}`;
  const o = (self as PyWeakref).payload.referent;
  if (o === null || o.refcnt === 0) return rt.newStr(`<weakproxy at ${at}; dead>`);
  const to = `0x${rt.heap.addressOf(o).toString(16)}`;
  const name = typeName(o.type);
  return rt.newStr(
    rt.profile.proxyReprLikeRef
      ? `<weakproxy at ${at}; to '${name}' at ${to}>`
      : `<weakproxy at ${at} to ${name} at ${to}>`,
  );
}

const commonSlots: TypeSlots = {
  ...numberSlots,
  dealloc: weakrefDealloc,
  traverse: weakrefTraverse,
  repr: proxyRepr,
  str: (rt, self) => through(rt, self, null, (o) => str(rt, o)),
  hash: (rt, self) => raise(rt, "TypeError", `unhashable type: '${typeName(self.type)}'`),
  richcompare: (rt, self, other, op) =>
    through(rt, self, null, (a) => through(rt, other, null, (b) => richCompare(rt, a, b, op))),
  getattro: (rt, self, name) => through(rt, self, null, (o) => getAttr(rt, o, name)),
  setattro: (rt, self, name, value) =>
    through(rt, self, false, (o) => (value === null ? deleteAttr(rt, o, name) : setAttr(rt, o, name, value))),
  bool: (rt, self) => through<boolean | null>(rt, self, null, (o) => isTrue(rt, o)),
  length: (rt, self) => through<number | null>(rt, self, null, (o) => length(rt, o)),
  contains: (rt, self, item) => through<boolean | null>(rt, self, null, (o) => contains(rt, o, item)),
  subscript: (rt, self, key) => through(rt, self, null, (o) => getItem(rt, o, key)),
  assSubscript: (rt, self, key, value) =>
    through(rt, self, false, (o) => (value === null ? deleteItem(rt, o, key) : setItem(rt, o, key, value))),
  iter: (rt, self) => through(rt, self, null, (o) => getIter(rt, o)),
  iternext: (rt, self) => through(rt, self, null, (o) => proxyNext(rt, o)),
};

/** A proxy always looks like an iterator, so what it stands for is asked here. [proxy_iternext] */
function proxyNext(rt: Runtime, o: PyObject): PyObject | null {
  if (isIterator(o)) return iterNext(rt, o);
  return raise(rt, "TypeError", `Weakref proxy referenced a non-iterator '${typeName(o.type)}' object`);
}

const methods = [
  noArgs("__bytes__", (rt, self) => through(rt, self, null, (o) => callMethod(rt, o, "__bytes__"))),
  noArgs("__reversed__", (rt, self) => through(rt, self, null, (o) => callMethod(rt, o, "__reversed__"))),
];

function proxySpec(name: "ProxyType" | "CallableProxyType", slots: TypeSlots): TypeSpec {
  return {
    name,
    versionName: (profile) =>
      weakTypeName(profile, name, name === "ProxyType" ? "weakproxy" : "weakcallableproxy"),
    flags: TypeFlag.HaveGc,
    basicsize: (profile) => profile.weakrefBytes,
    slots,
    methods,
  };
}

export const proxySpecs: readonly TypeSpec[] = [
  proxySpec("ProxyType", commonSlots),
  proxySpec("CallableProxyType", {
    ...commonSlots,
    call: (rt, self, args, names) =>
      through(rt, self, null, (o) => {
        // Arguments that are proxies reach the callable as they are.
        return call(rt, o, args, names);
      }),
  }),
];

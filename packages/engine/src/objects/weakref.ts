/**
 * `weakref.ref`.   [mirrors Objects/weakrefobject.c]
 *
 * A reference that does not count. References without a callback are shared: `ref(a) is ref(a)`.
 */

import {
  addWeakref,
  type PyWeakref,
  sharedWeakref,
  unlinkWeakref,
  type WeakrefData,
} from "../gc/weakrefs.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { newRef, xdecref } from "../memory/refcount.ts";
import type { Profile } from "../version.ts";
import { getOptionalAttr, hash, richCompare } from "./abstract.ts";
import { raise } from "./errors.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { lookupSpecial, qualifiedName, typeName } from "./type-lookup.ts";
import { member, type TypeName, type TypeSpec } from "./typespec.ts";

export function isWeakref(rt: Runtime, o: PyObject): o is PyWeakref {
  return o.type === rt.types.ReferenceType || o.type.payload.mroTypes.includes(rt.types.ReferenceType);
}

/** The referent while it lives, as a new reference; else null. A dying object is dead already. [_PyWeakref_GET_REF] */
export function referentOf(ref: PyObject): PyObject | null {
  const o = (ref as PyWeakref).payload.referent;
  return o === null || o.refcnt === 0 ? null : newRef(o);
}

/** A weak reference to `o`, shared when there is no callback. [PyWeakref_NewRef] */
export function newWeakref(
  rt: Runtime,
  type: PyType,
  o: PyObject,
  callback: PyObject | null,
): PyObject | null {
  if (!hasFlag(o.type, TypeFlag.HasWeakrefs))
    return raise(rt, "TypeError", `cannot create weak reference to '${typeName(o.type)}' object`);
  const isShared = callback === null && type === rt.types.ReferenceType;
  const shared = isShared ? sharedWeakref(o, type) : null;
  if (shared !== null) return newRef(shared);
  const data: WeakrefData = {
    referent: o,
    callback: callback === null ? null : newRef(callback),
    hash: null,
  };
  const ref: PyWeakref = rt.heap.create(type, data);
  addWeakref(o, ref, rt.types.ReferenceType, rt.types.ProxyType);
  if (rt.profile.tracksWeakrefs || callback !== null || type !== rt.types.ReferenceType) rt.heap.track(ref);
  if (rt.recorder !== null) {
    rt.recorder.weakrefCreate(ref, o);
    if (callback !== null) rt.recorder.slotWrite(ref, "__callback__", null, null, callback);
  }
  return ref;
}

function weakrefNew(rt: Runtime, type: PyType, args: readonly PyObject[], names: readonly PyObject[] | null) {
  if (type === rt.types.ReferenceType && !noKeywords(rt, "ref", names)) return null;
  const count = args.length - (names?.length ?? 0);
  if (!checkPositional(rt, "__new__", count, 1, 2)) return null;
  const callback = count > 1 ? (args[1] as PyObject) : null;
  return newWeakref(rt, type, args[0] as PyObject, callback === rt.none ? null : callback);
}

/** Everything was done by `new`; only the arguments are looked at again. [weakref___init__] */
function weakrefInit(
  rt: Runtime,
  _self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  return noKeywords(rt, "ref", names) && checkPositional(rt, "__init__", args.length, 1, 2);
}

/** Drops the callback and takes the reference off its referent's list. */
function release(rt: Runtime, self: PyObject): void {
  const ref = self as PyWeakref;
  unlinkWeakref(ref);
  const callback = ref.payload.callback;
  ref.payload.callback = null;
  if (rt.recorder !== null && callback !== null)
    rt.recorder.slotWrite(ref, "__callback__", null, callback, null);
  xdecref(rt, callback);
}

export function weakrefDealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  release(rt, self);
  rt.heap.free(self);
}

export function weakrefTraverse(self: PyObject, visit: Visit): void {
  const callback = (self as PyWeakref).payload.callback;
  if (callback !== null) visit(callback, "__callback__", null);
}

function weakrefCall(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  if (args.length > 0 && !checkPositional(rt, "__call__", args.length, 0, 0)) return null;
  return referentOf(self) ?? newRef(rt.none);
}

function weakrefRepr(rt: Runtime, self: PyObject): PyObject | null {
  const at = `0x${rt.heap.addressOf(self).toString(16)}`;
  const o = referentOf(self);
  if (o === null) return rt.newStr(`<weakref at ${at}; dead>`);
  const to = `0x${rt.heap.addressOf(o).toString(16)}`;
  hold(rt, "object in use", o);
  const name = rt.profile.weakrefReprAsksClass
    ? lookupSpecial(rt, o, "__name__")
    : getOptionalAttr(rt, o, "__name__");
  const shown = name !== null && isStr(name) ? ` (${text(name)})` : "";
  const type = rt.profile.weakrefReprIsQualified ? qualifiedName(o.type) : typeName(o.type);
  dropHeld(rt, "object in use", o);
  if (name === null && rt.thread.exception !== null) return null;
  xdecref(rt, name);
  return rt.newStr(`<weakref at ${at}; to '${type}' at ${to}${shown}>`);
}

/** The referent's hash, remembered so that a dead reference can still be found in a dict. */
function weakrefHash(rt: Runtime, self: PyObject): number | bigint | null {
  const data = (self as PyWeakref).payload;
  if (data.hash !== null) return data.hash;
  const o = referentOf(self);
  if (o === null) return raise(rt, "TypeError", "weak object has gone away");
  hold(rt, "object in use", o);
  data.hash = hash(rt, o);
  dropHeld(rt, "object in use", o);
  return data.hash;
}

/** Equal while alive if the referents are; dead ones only if they are the same reference. */
function weakrefCompare(rt: Runtime, self: PyObject, other: PyObject, op: string): PyObject | null {
  if ((op !== "==" && op !== "!=") || !isWeakref(rt, other)) return newRef(rt.notImplemented);
  const left = referentOf(self);
  const right = referentOf(other);
  if (left === null || right === null) {
    xdecref(rt, left);
    xdecref(rt, right);
    return newRef((self === other) === (op === "==") ? rt.true : rt.false);
  }
  hold(rt, "value in use", left);
  hold(rt, "value in use", right);
  const result = richCompare(rt, left, right, op);
  dropHeld(rt, "value in use", left);
  dropHeld(rt, "value in use", right);
  return result;
}

/** Up to 3.9 the types of weak references pass for built-in ones. */
export function weakTypeName(profile: Profile, name: string, before: string): TypeName {
  return profile.weakTypesHaveModule ? { name, module: "weakref" } : { name: before, module: "builtins" };
}

export const weakrefSpec: TypeSpec = {
  name: "ReferenceType",
  versionName: (profile) => weakTypeName(profile, "ReferenceType", "weakref"),
  flags: TypeFlag.BaseType | TypeFlag.HaveGc,
  basicsize: (profile) => profile.weakrefBytes,
  slots: {
    new: weakrefNew,
    init: weakrefInit,
    dealloc: weakrefDealloc,
    traverse: weakrefTraverse,
    clear: release,
    call: weakrefCall,
    repr: weakrefRepr,
    hash: weakrefHash,
    richcompare: weakrefCompare,
  },
  getset: [member("__callback__", (rt, self) => newRef((self as PyWeakref).payload.callback ?? rt.none))],
};

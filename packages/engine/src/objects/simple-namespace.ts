/** `types.SimpleNamespace`: an object that is nothing but its attributes.   [mirrors Objects/namespaceobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { newRef, xdecref } from "../memory/refcount.ts";
import { reprText, richCompare } from "./abstract.ts";
import { dictItems, dictSet, newDict } from "./dict.ts";
import { dictUpdate } from "./dict-merge.ts";
import { raise } from "./errors.ts";
import { getInstanceDict, instanceDict } from "./instance.ts";
import { attributesOf } from "./instance-attributes.ts";
import { checkPositional } from "./native-arguments.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots, type Visit } from "./object.ts";
import { reprEnter, reprLeave } from "./repr-guard.ts";
import { isStr, text } from "./str-object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, type TypeSpec } from "./typespec.ts";

function create(rt: Runtime, type: PyType): PyObject {
  const namespace = rt.heap.create(type, null);
  rt.heap.track(namespace);
  attributesOf(namespace).dict = newDict(rt);
  return namespace;
}

const init: NonNullable<TypeSlots["init"]> = (rt, self, args, names) => {
  const count = args.length - (names?.length ?? 0);
  const most = rt.profile.namespaceTakesMapping ? 1 : 0;
  if (count > 0 && most === 0) {
    raise(rt, "TypeError", "no positional arguments expected");
    return false;
  }
  if (!checkPositional(rt, typeName(self.type), count, 0, most)) return false;
  const dict = instanceDict(rt, self);
  if (count === 1 && !dictUpdate(rt, dict, args[0] as PyObject)) return false;
  for (const [i, name] of (names ?? []).entries())
    if (!dictSet(rt, dict, name, args[count + i] as PyObject)) return false;
  return true;
};

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  clear(rt, self);
  rt.heap.free(self);
}

function clear(rt: Runtime, self: PyObject): void {
  const attrs = self.attrs;
  if (attrs === null) return;
  const dict = attrs.dict;
  attrs.dict = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
  xdecref(rt, dict);
}

function traverse(self: PyObject, visit: Visit): void {
  const dict = self.attrs?.dict ?? null;
  if (dict !== null) visit(dict, "__dict__", null);
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  const name = self.type === rt.types.SimpleNamespace ? "namespace" : self.type.payload.name;
  if (!reprEnter(rt, self)) return rt.thread.exception === null ? rt.newStr(`${name}(...)`) : null;
  const parts: string[] = [];
  for (const [key, value] of dictItems(instanceDict(rt, self))) {
    if (!isStr(key) || text(key) === "") continue;
    newRef(value);
    hold(rt, "value in use", value);
    const shown = reprText(rt, value);
    dropHeld(rt, "value in use", value);
    if (shown === null) break;
    parts.push(`${text(key)}=${shown}`);
  }
  reprLeave(rt, self);
  return rt.thread.exception === null ? rt.newStr(`${name}(${parts.join(", ")})`) : null;
}

const compare: NonNullable<TypeSlots["richcompare"]> = (rt, self, other, op) => {
  const type = rt.types.SimpleNamespace;
  const isOne = (o: PyObject): boolean => o.type === type || o.type.payload.mroTypes.includes(type);
  if (!isOne(self) || !isOne(other)) return newRef(rt.notImplemented);
  return richCompare(rt, instanceDict(rt, self), instanceDict(rt, other), op);
};

export const simpleNamespaceSpec: TypeSpec = {
  name: "SimpleNamespace",
  module: "types",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasDict,
  basicsize: 24,
  slots: { new: create, init, dealloc, clear, traverse, repr, richcompare: compare },
  getset: [getset("__dict__", getInstanceDict)],
};

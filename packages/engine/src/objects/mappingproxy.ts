/** `mappingproxy`: a dict that cannot be written, as `cls.__dict__` gives it.   [mirrors Objects/descrobject.c] */
import { decref, newRef } from "../memory/refcount.ts";
import {
  callMethod,
  contains,
  getItem,
  getIter,
  hash,
  hashNotImplemented,
  length,
  reprText,
  richCompare,
  str,
} from "./abstract.ts";
import { binaryOp } from "./abstract-number.ts";
import { raise } from "./errors.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { typeName } from "./type-lookup.ts";
import { method, type NativeSpec, type TypeSpec } from "./typespec.ts";

interface MappingProxyData {
  /** Owned. */
  readonly mapping: PyObject;
}

type PyMappingProxy = PyObject<MappingProxyData>;

function mapping(self: PyObject): PyObject {
  return (self as PyMappingProxy).payload.mapping;
}

/** [PyDictProxy_New] */
export function newMappingProxy(rt: Runtime, o: PyObject): PyObject {
  const proxy: PyMappingProxy = rt.heap.create(rt.types.mappingproxy, { mapping: newRef(o) });
  rt.heap.track(proxy);
  if (rt.recorder !== null) rt.recorder.slotWrite(proxy, "mapping", null, null, o);
  return proxy;
}

function proxyNew(rt: Runtime, _type: PyType, args: readonly PyObject[]): PyObject | null {
  const o = args[0];
  if (o === undefined || args.length > 1)
    return raise(rt, "TypeError", "mappingproxy() missing required argument 'mapping' (pos 1)");
  const slots = o.type.payload.slots;
  const isMapping =
    slots.subscript !== undefined &&
    !hasFlag(o.type, TypeFlag.ListSubclass) &&
    !hasFlag(o.type, TypeFlag.TupleSubclass);
  if (!isMapping)
    return raise(rt, "TypeError", `mappingproxy() argument must be a mapping, not ${typeName(o.type)}`);
  return newMappingProxy(rt, o);
}

/** A method of the mapping itself. */
function forward(name: string): NativeSpec {
  return method(name, (rt, self, args) => callMethod(rt, mapping(self), name, args));
}

function inner(rt: Runtime, o: PyObject): PyObject {
  return o.type === rt.types.mappingproxy ? mapping(o) : o;
}

export const mappingProxySpec: TypeSpec = {
  name: "mappingproxy",
  flags: TypeFlag.HaveGc | TypeFlag.Mapping,
  basicsize: 24,
  slots: {
    new: proxyNew,
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      decref(rt, mapping(self));
      rt.heap.free(self);
    },
    traverse: (self: PyObject, visit: Visit) => visit(mapping(self), "mapping", null),
    repr: (rt, self) => {
      const shown = reprText(rt, mapping(self));
      return shown === null ? null : rt.newStr(`mappingproxy(${shown})`);
    },
    str: (rt, self) => str(rt, mapping(self)),
    richcompare: (rt, self, other, op) => richCompare(rt, mapping(self), inner(rt, other), op),
    hash: (rt, self) =>
      rt.profile.mappingProxyHashes ? hash(rt, mapping(self)) : hashNotImplemented(rt, self),
    length: (rt, self) => length(rt, mapping(self)),
    contains: (rt, self, item) => contains(rt, mapping(self), item),
    subscript: (rt, self, key) => getItem(rt, mapping(self), key),
    iter: (rt, self) => getIter(rt, mapping(self)),
  },
  versionSlots: (profile) =>
    profile.buildsListFromConstants
      ? { or: (rt, a, b) => binaryOp(rt, "or", inner(rt, a), inner(rt, b)) }
      : {},
  methods: ["get", "keys", "values", "items", "copy"].map(forward),
};

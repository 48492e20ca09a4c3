/** A read-only view of a mapping: what `C.__dict__` gives.   [mirrors mappingproxyobject in Objects/descrobject.c] */
import { decref, newRef } from "../memory/refcount.ts";
import {
  callMethod,
  contains,
  getItem,
  getIter,
  hash,
  isSequence,
  length,
  reprText,
  richCompare,
  str,
} from "./abstract.ts";
import { isDict } from "./dict.ts";
import { raise } from "./errors.ts";
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
import { typeName } from "./type-lookup.ts";
import { classMethod, method, type NativeSpec, noArgs, type TypeSpec } from "./typespec.ts";

interface MappingProxyData {
  /** Owned. */
  readonly mapping: PyObject;
}

type PyMappingProxy = PyObject<MappingProxyData>;

/** [PyDictProxy_New] */
export function newMappingProxy(rt: Runtime, mapping: PyObject): PyObject {
  const proxy: PyMappingProxy = rt.heap.create(rt.types.mappingproxy, { mapping: newRef(mapping) });
  rt.heap.track(proxy);
  if (rt.recorder !== null) rt.recorder.slotWrite(proxy, "mapping", null, null, mapping);
  return proxy;
}

const mappingOf = (self: PyObject): PyObject => (self as PyMappingProxy).payload.mapping;

const proxyNew: NonNullable<TypeSlots["new"]> = (rt, _type: PyType, args, names) => {
  if (!noKeywords(rt, "mappingproxy", names) || !checkPositional(rt, "mappingproxy", args.length, 1, 1))
    return null;
  const mapping = args[0] as PyObject;
  const isMapping = mapping.type.payload.slots.subscript !== undefined && !isPlainSequence(rt, mapping);
  if (!isMapping)
    return raise(rt, "TypeError", `mappingproxy() argument must be a mapping, not ${typeName(mapping.type)}`);
  return newMappingProxy(rt, mapping);
};

function isPlainSequence(rt: Runtime, o: PyObject): boolean {
  return (
    isSequence(rt, o) && (hasFlag(o.type, TypeFlag.ListSubclass) || hasFlag(o.type, TypeFlag.TupleSubclass))
  );
}

function dealloc(rt: Runtime, self: PyObject): void {
  const mapping = mappingOf(self);
  rt.heap.untrack(self);
  rt.heap.free(self);
  decref(rt, mapping);
}

const forward = (name: string): NativeSpec =>
  method(name, (rt, self, args) => callMethod(rt, mappingOf(self), name, args));

export const mappingProxySpec: TypeSpec = {
  name: "mappingproxy",
  flags: TypeFlag.HaveGc | TypeFlag.Mapping,
  basicsize: 24,
  slots: {
    new: proxyNew,
    dealloc,
    traverse: (self: PyObject, visit: Visit) => visit(mappingOf(self), "mapping", null),
    repr: (rt, self) => {
      const inner = reprText(rt, mappingOf(self));
      return inner === null ? null : rt.newStr(`mappingproxy(${inner})`);
    },
    str: (rt, self) => str(rt, mappingOf(self)),
    richcompare: (rt, self, other, op) => richCompare(rt, mappingOf(self), other, op),
    iter: (rt, self) => getIter(rt, mappingOf(self)),
    length: (rt, self) => length(rt, mappingOf(self)),
    subscript: (rt, self, key) => getItem(rt, mappingOf(self), key),
    contains: (rt, self, key) => contains(rt, mappingOf(self), key),
  },
  versionSlots: (profile) =>
    profile.dictsMerge
      ? {
          or: (rt, left, right) => merge(rt, left, right),
          hash: (rt, self) => (profile.mappingProxyHashes ? hash(rt, mappingOf(self)) : unhashable(rt)),
        }
      : { hash: unhashable },
  methods: [
    { ...forward("get"), min: 1, max: 2 },
    { ...noArgs("keys", (rt, self) => callMethod(rt, mappingOf(self), "keys")) },
    noArgs("values", (rt, self) => callMethod(rt, mappingOf(self), "values")),
    noArgs("items", (rt, self) => callMethod(rt, mappingOf(self), "items")),
    noArgs("copy", (rt, self) => callMethod(rt, mappingOf(self), "copy")),
    noArgs("__reversed__", (rt, self) => callMethod(rt, mappingOf(self), "__reversed__")),
    classMethod(
      "__class_getitem__",
      (rt, self, args) => {
        const make = rt.types.GenericAlias.payload.slots.new;
        return make === undefined ? null : make(rt, rt.types.GenericAlias, [self, ...args], null);
      },
      { min: 1, max: 1 },
    ),
  ],
};

function unhashable(rt: Runtime): null {
  return raise(rt, "TypeError", "unhashable type: 'mappingproxy'");
}

function merge(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  const unwrap = (o: PyObject): PyObject => (o.type === rt.types.mappingproxy ? mappingOf(o) : o);
  const a = unwrap(left);
  const or = a.type.payload.slots.or;
  if (or === undefined || !isDict(a)) return newRef(rt.notImplemented);
  return or(rt, a, unwrap(right));
}

/** The descriptors of a fresh class, which point back at it.   [mirrors add_members, subtype_dict, subtype_getweakref] */
import { keep } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { newDescriptorAtStart, newGetSet } from "./descriptors.ts";
import { dictGetText, dictSetText } from "./dict.ts";
import { raiseAttribute } from "./errors.ts";
import { getInstanceDict, replaceInstanceDict } from "./instance.ts";
import { attributesOf } from "./instance-attributes.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import type { Layout } from "./type-layout.ts";
import { typeLookup } from "./type-lookup.ts";
import type { GetSetSpec } from "./typespec.ts";

/** Descriptors for slots, `__dict__` and `__weakref__`. [type_new_descriptors, add_members, add_getset] */
export function addDescriptors(rt: Runtime, type: PyType, layout: Layout): void {
  const dict = type.payload.dict as PyObject;
  const firstSlot = (type.payload.heap?.slotCount ?? 0) - (layout.slotNames?.length ?? 0);
  for (const [i, name] of (layout.slotNames ?? []).entries()) {
    const descriptor = newGetSet(rt, "member_descriptor", type, slotMember(name, firstSlot + i));
    dictSetText(rt, dict, name, descriptor);
    decref(rt, descriptor);
  }
  if (layout.addsDict && dictGetText(dict, "__dict__") === null) addGetSet(rt, type, dictGetSet);
  if (layout.addsWeakrefs && dictGetText(dict, "__weakref__") === null) addGetSet(rt, type, weakrefGetSet);
  if (dictGetText(dict, "__doc__") === null) dictSetText(rt, dict, "__doc__", rt.none);
}

function addGetSet(rt: Runtime, type: PyType, spec: GetSetSpec): void {
  const descriptor = rt.profile.getSetHoldsClass
    ? newGetSet(rt, "getset_descriptor", type, spec)
    : sharedDescriptor(rt, spec);
  dictSetText(rt, type.payload.dict as PyObject, spec.name, descriptor);
  decref(rt, descriptor);
}

/** 3.15+: one descriptor for all classes. */
function sharedDescriptor(rt: Runtime, spec: GetSetSpec): PyObject {
  const shared = rt.caches.classDescriptors;
  let descriptor = shared.get(spec.name);
  if (descriptor === undefined) {
    const data = { type: rt.types.object, name: spec.name, holdsType: false, spec };
    descriptor = newDescriptorAtStart(rt, "getset_descriptor", data);
    keep(rt, "shared descriptors", descriptor);
    shared.set(spec.name, descriptor);
  }
  return newRef(descriptor);
}

const dictGetSet = { name: "__dict__", get: subtypeDict, set: setSubtypeDict };

/** A built-in base that brings the dict knows how to show it. [subtype_dict] */
function subtypeDict(rt: Runtime, self: PyObject): PyObject | null {
  const descriptor = builtinDictDescriptor(rt, self);
  const bind = descriptor?.type.payload.slots.descrGet;
  if (descriptor === null || bind === undefined) return getInstanceDict(rt, self);
  return bind(rt, descriptor, self, self.type);
}

/** [subtype_setdict] */
function setSubtypeDict(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const descriptor = builtinDictDescriptor(rt, self);
  const set = descriptor?.type.payload.slots.descrSet;
  if (descriptor === null || set === undefined) return replaceInstanceDict(rt, self, value);
  return set(rt, descriptor, self, value);
}

/** Borrowed. [get_builtin_base_with_dict, get_dict_descriptor] */
function builtinDictDescriptor(rt: Runtime, self: PyObject): PyObject | null {
  for (let type: PyType | null = self.type; type !== null; type = type.payload.base)
    if (!hasFlag(type, TypeFlag.HeapType) && hasFlag(type, TypeFlag.HasDict))
      return typeLookup(rt, type, "__dict__");
  return null;
}

const weakrefGetSet = {
  name: "__weakref__",
  get: (rt: Runtime, self: PyObject): PyObject => newRef(self.attrs?.weakrefs?.[0] ?? rt.none),
};

function slotMember(name: string, at: number) {
  return {
    name,
    isMember: true,
    get: (rt: Runtime, self: PyObject): PyObject | null => {
      const value = self.attrs?.slots?.[at] ?? null;
      if (value !== null) return newRef(value);
      const nameObject = rt.intern(name);
      const message = rt.profile.slotErrorNamesClass
        ? `'${self.type.payload.name}' object has no attribute '${name}'`
        : name;
      raiseAttribute(rt, self, nameObject, message);
      decref(rt, nameObject);
      return null;
    },
    set: (rt: Runtime, self: PyObject, value: PyObject | null): boolean => {
      const attrs = attributesOf(self);
      attrs.slots ??= new Array<PyObject | null>(self.type.payload.heap?.slotCount ?? 0).fill(null);
      const old = attrs.slots[at] ?? null;
      if (value === null && old === null) {
        const nameObject = rt.intern(name);
        raiseAttribute(rt, self, nameObject, name);
        decref(rt, nameObject);
        return false;
      }
      attrs.slots[at] = value === null ? null : newRef(value);
      if (rt.recorder !== null) rt.recorder.slotWrite(self, "slot", at, old, value);
      xdecref(rt, old);
      return true;
    },
  };
}

/**
 * Built-in types from their specs.   [what _PyTypes_InitTypes and PyType_Ready do at start-up]
 *
 * The slots of a type depend on the version alone, so all runtimes of a version share them; the objects in a type's dict
 * are made when somebody looks.
 */
import { keep } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import type { Profile } from "../version.ts";
import { hashNotImplemented } from "./abstract.ts";
import { builtinSpecs } from "./builtin-specs.ts";
import { type BuiltinTypeName, builtinTypeNames } from "./builtin-types.ts";
import { newDescriptorAtStart } from "./descriptors.ts";
import { dictSetText, type PyDict } from "./dict.ts";
import { type DictData, lookText, newDictData } from "./dict-table.ts";
import { linearize } from "./mro.ts";
import { newNativeAtStart } from "./native.ts";
import {
  type Heap,
  type LazyEntries,
  type PyObject,
  type PyType,
  type Runtime,
  type TypeData,
  TypeFlag,
  type TypeSlots,
} from "./object.ts";
import { packingOf } from "./packed-arguments.ts";
import { newWrapperSpec } from "./slot-new.ts";
import { slotDefs } from "./slotdefs.ts";
import { text } from "./str-object.ts";
import type { TupleData } from "./tuple-object.ts";
import { emptySlots, ownSlot, readyBuiltinSlots } from "./type-slots.ts";
import { type GetSetSpec, type NativeSpec, type TypeSpec, typeSpecName } from "./typespec.ts";

export type Types = Record<BuiltinTypeName, PyType>;

/** A spec as one version has it. */
interface VersionedSpec {
  readonly spec: TypeSpec;
  readonly own: TypeSlots;
  readonly slots: TypeSlots;
  readonly basicsize: number;
  readonly itemsize: number;
  readonly flags: number;
  readonly base: VersionedSpec | null;
  readonly lazy: LazyEntries;
}

/** Copied for each runtime, so that V8 gives all of them one shape instead of a hash table each (decision 0013). */
const noTypes = Object.fromEntries(builtinTypeNames.map((name) => [name, undefined])) as Partial<Types>;

const versioned = new WeakMap<Profile, Map<BuiltinTypeName, VersionedSpec>>();

/** All built-in types of the profile's version, ready to use. */
export function createTypes(heap: Heap, profile: Profile): Types {
  const types: Partial<Types> = { ...noTypes };
  let metatype: PyType | null = null;
  const specs = specsOf(profile);
  for (const each of specs.values()) {
    const data = newTypeData(heap, profile, each);
    // `type` is its own type; until it exists the others wait for it.
    const type: PyType = heap.createStatic<TypeData>(metatype as PyType, data);
    types[each.spec.name] = type;
    if (each.spec.name === "type") metatype = type;
  }
  const ready = types as Types;
  for (const each of specs.values()) link(heap, ready, each);
  return ready;
}

function newTypeData(heap: Heap, profile: Profile, each: VersionedSpec): TypeData {
  const { spec } = each;
  const { name, module } = typeSpecName(spec, profile);
  return {
    name,
    qualname: name,
    module,
    flags: each.flags,
    basicsize: each.basicsize,
    itemsize: each.itemsize,
    base: null,
    bases: null,
    mro: null,
    mroTypes: [],
    dict: null,
    subclasses: [],
    lazy: each.lazy,
    lookups: new Map(),
    versionTag: 0,
    slots: each.slots,
    freeList: heap.newFreeList(spec.name),
    heap: null,
  };
}

/** Base, MRO and the tuples that show them. Specs come base first. */
function link(heap: Heap, types: Types, each: VersionedSpec): void {
  const type = types[each.spec.name];
  type.type = types.type;
  const data = type.payload;
  const base = each.base === null ? null : types[each.base.spec.name];
  data.base = base;
  const bases = base === null ? [] : [base, ...(each.spec.moreBases ?? []).map((name) => types[name])];
  data.mroTypes = linearize(type, bases) ?? [];
  for (const parent of bases) parent.payload.subclasses.push(type);
  data.bases = heap.createStatic<TupleData>(types.tuple, { items: bases });
  data.mro = heap.createStatic<TupleData>(types.tuple, { items: [...data.mroTypes] });
}

// ---- what the versions share ---------------------------------------------------------------------------------

function specsOf(profile: Profile): Map<BuiltinTypeName, VersionedSpec> {
  let known = versioned.get(profile);
  if (known === undefined) {
    known = versionSpecs(profile);
    versioned.set(profile, known);
  }
  return known;
}

function versionSpecs(profile: Profile): Map<BuiltinTypeName, VersionedSpec> {
  const ready = new Map<BuiltinTypeName, VersionedSpec>();
  const byName = new Map(builtinSpecs.map((spec) => [spec.name, spec]));
  const visit = (spec: TypeSpec): VersionedSpec | null => {
    const known = ready.get(spec.name);
    if (known !== undefined) return known;
    if (spec.exists !== undefined && !spec.exists(profile)) return null;
    const baseSpec = spec.name === "object" ? undefined : byName.get(spec.base ?? "object");
    const base = baseSpec === undefined ? null : visit(baseSpec);
    const made = versionSpec(profile, spec, base);
    ready.set(spec.name, made);
    return made;
  };
  for (const spec of builtinSpecs) visit(spec);
  return ready;
}

/** Flags a type has because its base has them. */
const inherited =
  TypeFlag.HaveGc |
  TypeFlag.IntSubclass |
  TypeFlag.ListSubclass |
  TypeFlag.TupleSubclass |
  TypeFlag.BytesSubclass |
  TypeFlag.StrSubclass |
  TypeFlag.DictSubclass |
  TypeFlag.BaseExceptionSubclass |
  TypeFlag.TypeSubclass |
  TypeFlag.SetSubclass |
  TypeFlag.FloatSubclass |
  TypeFlag.HasDict |
  TypeFlag.HasWeakrefs;

function versionSpec(profile: Profile, spec: TypeSpec, base: VersionedSpec | null): VersionedSpec {
  const own: TypeSlots = { ...spec.slots, ...spec.versionSlots?.(profile) };
  const showsType = spec.isHeapType?.(profile) ?? false;
  const { traverse } = own;
  if (showsType !== false)
    own.referents = (self, visit) => {
      if (showsType === "first") visit(self.type, "type", null);
      traverse?.(self, visit);
      if (showsType === "last") visit(self.type, "type", null);
    };
  const slots = emptySlots();
  readyBuiltinSlots(slots, base?.slots ?? null, own);
  const { basicsize } = spec;
  const bytes = typeof basicsize === "function" ? basicsize(profile) : basicsize;
  const each: VersionedSpec = {
    spec,
    own,
    slots,
    basicsize: bytes ?? base?.basicsize ?? 16,
    itemsize: spec.itemsize ?? base?.itemsize ?? 0,
    flags:
      (spec.flags ?? 0) |
      (spec.versionFlags?.(profile) ?? 0) |
      ((base?.flags ?? 0) & inherited) |
      TypeFlag.Immutable,
    base,
    lazy: lazyEntries(profile, spec, own, slots),
  };
  return each;
}

type Maker = (rt: Runtime, type: PyType) => PyObject;

/** How each entry of the type's dict is made, in the order the dict shows them. */
function entryMakers(profile: Profile, spec: TypeSpec, own: TypeSlots, slots: TypeSlots): Map<string, Maker> {
  const makers = new Map<string, Maker>();
  const owner = typeSpecName(spec, profile).name;
  if (own.new !== undefined && ((spec.flags ?? 0) & TypeFlag.DisallowInstantiation) === 0)
    makers.set("__new__", (rt, type) => newNativeAtStart(rt, newWrapperSpec, type, null, `${owner}.__new__`));
  for (const { name } of slotDefs) if (!makers.has(name)) addSlot(makers, name, own);
  if (slots.hash === hashNotImplemented && (own.hash !== undefined || own.richcompare !== undefined))
    makers.set("__hash__", (rt) => newRef(rt.none));
  for (const method of spec.methods ?? [])
    if (method.exists?.(profile) !== false) makers.set(method.name, methodMaker(method, owner));
  for (const getset of spec.getset ?? [])
    if (getset.exists?.(profile) !== false) makers.set(getset.name, getsetMaker(getset));
  for (const [name, make] of Object.entries(spec.entries ?? {})) makers.set(name, make);
  const { doc } = spec;
  if (!makers.has("__doc__"))
    makers.set("__doc__", (rt) => (doc === undefined ? newRef(rt.none) : rt.newStr(doc)));
  return makers;
}

function addSlot(makers: Map<string, Maker>, name: string, own: TypeSlots): void {
  const found = ownSlot(name, own);
  if (found === null) return;
  const { row, slot } = found;
  makers.set(name, (rt, type) =>
    newDescriptorAtStart(rt, "wrapper_descriptor", { type, name, holdsType: false, row, slot }),
  );
}

function methodMaker(spec: NativeSpec, owner: string): Maker {
  const { name, kind } = spec;
  if (kind === "static")
    return (rt, self) => {
      const callable = newNativeAtStart(rt, spec, self, null, `${owner}.${name}`);
      return rt.heap.createAtStart(rt.types.staticmethod, { callable });
    };
  const type = kind === "class" ? "classmethod_descriptor" : "method_descriptor";
  return (rt, self) => {
    const packing = packingOf(rt, `${owner}.${name}`);
    return newDescriptorAtStart(rt, type, { type: self, name, holdsType: false, spec, packing });
  };
}

function getsetMaker(spec: GetSetSpec): Maker {
  const kind = spec.isMember === true ? "member_descriptor" : "getset_descriptor";
  const { name } = spec;
  return (rt, type) => newDescriptorAtStart(rt, kind, { type, name, holdsType: false, spec });
}

function lazyEntries(profile: Profile, spec: TypeSpec, own: TypeSlots, slots: TypeSlots): LazyEntries {
  const makers = entryMakers(profile, spec, own, slots);
  const make = (rt: Runtime, type: PyType, name: string): PyObject | null => {
    const maker = makers.get(name);
    if (maker === undefined) return null;
    const dict = typeDict(rt, type);
    const entry = maker(rt, type);
    dictSetText(rt, dict, name, entry);
    decref(rt, entry);
    return lookText(dict.payload, name);
  };
  const makeAll = (rt: Runtime, type: PyType): void => {
    const dict = typeDict(rt, type);
    if (dict.payload.used === makers.size) return;
    for (const name of makers.keys()) if (lookText(dict.payload, name) === null) make(rt, type, name);
    reorder(dict.payload, [...makers.keys()]);
  };
  return { make, makeAll };
}

function typeDict(rt: Runtime, type: PyType): PyDict {
  if (type.payload.dict === null) {
    type.payload.dict = newDictAtStart(rt);
    keep(rt, `__dict__ of class ${type.payload.name}`, type.payload.dict);
  }
  return type.payload.dict as PyDict;
}

/** A dict of start-up. */
export function newDictAtStart(rt: Runtime): PyDict {
  return rt.heap.createAtStart(rt.types.dict, newDictDataAtStart(0));
}

/** Its table is outside the allocator and never has to grow. */
export function newDictDataAtStart(version: number): DictData {
  return { ...newDictData(), log2Size: 8, usable: 1_000_000, version };
}

/** Puts the entries in the order of `names`, as if all had been made at once. */
function reorder(d: DictData, names: readonly string[]): void {
  const values = names.map((name) => lookText(d, name));
  const keys = d.keys.map((key, i) => ({ key, hash: d.hashes[i] ?? null }));
  const byText = new Map(keys.map((entry) => [entry.key === null ? "" : text(entry.key), entry]));
  d.keys = names.map((name) => byText.get(name)?.key ?? null);
  d.values = values;
  d.hashes = names.map(() => null);
  d.byText = new Map(names.map((name, i) => [name, i]));
}

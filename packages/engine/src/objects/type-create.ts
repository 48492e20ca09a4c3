/**
 * Making a class.   [mirrors type_new, type_new_impl, best_base, type_new_set_names, type_new_init_subclass]
 *
 * What a fresh class is made of is what learners count: the class, its dict, its MRO tuple, its bases, and the descriptors
 * for `__dict__`, `__weakref__` and each slot, which point back at it.
 */
import { clearWeakrefs } from "../gc/weakrefs.ts";
import { decref, incref, newRef, xdecref } from "../memory/refcount.ts";
import {
  call,
  callMethod,
  getIter,
  getOptionalAttr,
  iterNext,
  lookupMethod,
  typeLookup,
} from "./abstract.ts";
import { newDescriptorAtStart, newGetSet } from "./descriptors.ts";
import { dictDeleteText, dictGetText, dictItems, dictSet, dictSetText, isDict, newDict } from "./dict.ts";
import { releaseSharedKeys } from "./dict-keys.ts";
import { isTypeOrSubtype, raise, raiseAttribute } from "./errors.ts";
import { baseOf, getInstanceDict, newKeysForClass, setInstanceDict } from "./instance.ts";
import { attributesOf } from "./instance-attributes.ts";
import { computeMro } from "./mro.ts";
import {
  type HeapTypeData,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  type TypeData,
  TypeFlag,
} from "./object.ts";
import { isStr, type PyStr, text } from "./str-object.ts";
import { superCall } from "./super-call.ts";
import { isTuple, newTuple, tupleItems } from "./tuple-object.ts";
import { typeModified } from "./type-lookup.ts";
import { emptySlots, readyHeapSlots } from "./type-slots.ts";
import { wrapBuiltinMethods } from "./type-special.ts";
import type { GetSetSpec } from "./typespec.ts";

type Names = readonly PyObject[] | null;

/** What `type.__new__(metatype, name, bases, namespace, **kw)` was given. */
interface Request {
  readonly metatype: PyType;
  readonly name: PyStr;
  /** Owned by the request. */
  readonly bases: PyObject;
  readonly namespace: PyObject;
  readonly keywords: readonly PyObject[];
  readonly keywordNames: Names;
}

/** `type(name, bases, namespace, **kw)` [type_new] */
export function typeNew(
  rt: Runtime,
  metatype: PyType,
  args: readonly PyObject[],
  names: Names,
): PyObject | null {
  const count = args.length - (names?.length ?? 0);
  if (count !== 3) return raise(rt, "TypeError", `type.__new__() takes exactly 3 arguments (${count} given)`);
  const [name, bases, namespace] = args as readonly [PyObject, PyObject, PyObject];
  if (!isStr(name)) return badArgument(rt, 1, "str", name);
  if (!isTuple(bases)) return badArgument(rt, 2, "tuple", bases);
  if (!isDict(namespace)) return badArgument(rt, 3, "dict", namespace);
  for (const base of tupleItems(bases))
    if (!hasFlag(base.type, TypeFlag.TypeSubclass) && hasEntries(rt, base)) return noBaseClass(rt);
  const winner = calculateMetaclass(rt, metatype, tupleItems(bases));
  if (winner === null) return null;
  if (winner !== metatype && winner.payload.slots.new !== rt.types.type.payload.slots.new)
    return winner.payload.slots.new?.(rt, winner, args, names) ?? null;
  const object = rt.types.object;
  const realBases = tupleItems(bases).length === 0 ? newTuple(rt, [newRef(object)]) : newRef(bases);
  return createClass(rt, {
    metatype: winner,
    name,
    bases: realBases,
    namespace,
    keywords: args.slice(3),
    keywordNames: names,
  });
}

function badArgument(rt: Runtime, position: number, wanted: string, given: PyObject): null {
  const got = given.type.payload.name;
  return raise(rt, "TypeError", `type.__new__() argument ${position} must be ${wanted}, not ${got}`);
}

/** A base that is no class but stands for some, which only the class statement resolves. */
function hasEntries(rt: Runtime, base: PyObject): boolean {
  const entries = getOptionalAttr(rt, base, "__mro_entries__");
  if (entries !== null) decref(rt, entries);
  return entries !== null;
}

function noBaseClass(rt: Runtime): null {
  const message = "type() doesn't support MRO entry resolution; use types.new_class()";
  return raise(rt, "TypeError", message);
}

/** The most derived of the metaclasses. [_PyType_CalculateMetaclass] */
export function calculateMetaclass(rt: Runtime, metatype: PyType, bases: readonly PyObject[]): PyType | null {
  let winner = metatype;
  for (const base of bases) {
    const type = base.type;
    if (isTypeOrSubtype(winner, type)) continue;
    if (isTypeOrSubtype(type, winner)) {
      winner = type;
      continue;
    }
    return raise(
      rt,
      "TypeError",
      "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
    );
  }
  return winner;
}

// ---- the built-in base ---------------------------------------------------------------------------------------

/** The base whose instances' layout the new class extends. [best_base] */
function bestBase(rt: Runtime, bases: readonly PyObject[]): PyType | null {
  let winner: PyType | null = null;
  let base: PyType | null = null;
  for (const candidateObject of bases) {
    if (!hasFlag(candidateObject.type, TypeFlag.TypeSubclass))
      return raise(rt, "TypeError", "bases must be types");
    const candidate = candidateObject as PyType;
    if (!hasFlag(candidate, TypeFlag.BaseType))
      return raise(rt, "TypeError", `type '${candidate.payload.name}' is not an acceptable base type`);
    const solid = solidBase(candidate);
    if (winner === null || (winner !== solid && isTypeOrSubtype(solid, winner))) {
      winner = solid;
      base = candidate;
    } else if (!isTypeOrSubtype(winner, solid)) {
      return raise(rt, "TypeError", "multiple bases have instance lay-out conflict");
    }
  }
  return base;
}

/** The nearest type that adds to the C layout of its base. [solid_base] */
function solidBase(type: PyType): PyType {
  const base = type.payload.base;
  if (base === null) return type;
  const below = solidBase(base);
  return addsLayout(type, base) ? type : below;
}

function addsLayout(type: PyType, base: PyType): boolean {
  const heap = type.payload.heap;
  if (heap !== null) return heap.slotCount > (base.payload.heap?.slotCount ?? 0);
  return type.payload.basicsize !== base.payload.basicsize || type.payload.itemsize !== base.payload.itemsize;
}

// ---- creation ------------------------------------------------------------------------------------------------

/** What `__slots__` and the bases decide. */
interface Layout {
  readonly slotNames: readonly string[] | null;
  readonly slotsObject: PyObject | null;
  readonly addsDict: boolean;
  readonly addsWeakrefs: boolean;
}

function createClass(rt: Runtime, request: Request): PyObject | null {
  const bases = tupleItems(request.bases);
  const base = bestBase(rt, bases);
  if (base === null) return null;
  const layout = readSlots(rt, request, base);
  if (layout === null) return null;
  // The dict is made first: it is older than the class to the collector.
  const own = namespaceCopy(rt, request.namespace);
  if (own === null) return null;
  const type = allocClass(rt, request, base, layout);
  if (!fillDict(rt, type, own)) return abandon(rt, type);
  const mro = mroOf(rt, type, bases as readonly PyType[]);
  if (mro === null) return abandon(rt, type);
  setMro(rt, type, mro);
  for (const parent of bases) (parent as PyType).payload.subclasses.push(type);
  addDescriptors(rt, type, layout);
  readyHeapSlots(rt, type);
  addHash(rt, type);
  if (!setNames(rt, type) || !initSubclass(rt, type, request)) return abandon(rt, type);
  return type;
}

function abandon(rt: Runtime, type: PyType): null {
  decref(rt, type);
  return null;
}

/** [type_new_slots] */
function readSlots(rt: Runtime, request: Request, base: PyType): Layout | null {
  const mayAddDict = !hasFlag(base, TypeFlag.HasDict);
  const mayAddWeakrefs = !hasFlag(base, TypeFlag.HasWeakrefs) && base.payload.itemsize === 0;
  const given = dictGetText(request.namespace, "__slots__");
  if (given === null)
    return { slotNames: null, slotsObject: null, addsDict: mayAddDict, addsWeakrefs: mayAddWeakrefs };
  const names = slotTexts(rt, given);
  if (names === null) return null;
  let addsDict = false;
  let addsWeakrefs = false;
  const own: string[] = [];
  for (const name of names) {
    if (!checkSlotName(rt, name)) return null;
    if (name === "__dict__") {
      if (!mayAddDict || addsDict)
        return raise(rt, "TypeError", "__dict__ slot disallowed: we already got one");
      addsDict = true;
    } else if (name === "__weakref__") {
      if (!mayAddWeakrefs || addsWeakrefs)
        return raise(
          rt,
          "TypeError",
          rt.profile.weakrefSlotSaysEither
            ? "__weakref__ slot disallowed: we already got one"
            : "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0",
        );
      addsWeakrefs = true;
    } else {
      const mangled = mangle(request.name.payload.text, name);
      if (
        dictGetText(request.namespace, mangled) !== null &&
        mangled !== "__qualname__" &&
        mangled !== "__classcell__"
      )
        return raise(rt, "ValueError", `'${name}' in __slots__ conflicts with class variable`);
      own.push(mangled);
    }
  }
  if (own.length > 0 && base.payload.itemsize !== 0)
    return raise(
      rt,
      "TypeError",
      `${rt.profile.slotsErrorSaysArbitrary ? "arbitrary" : "nonempty"} __slots__ not supported for subtype of '${base.payload.name}'`,
    );
  own.sort((a, b) => (a < b ? -1 : 1));
  // A base later in the list may bring a dict or weak references that `base` itself lacks.
  for (const other of tupleItems(request.bases) as readonly PyType[]) {
    if (other === base) continue;
    if (mayAddDict && hasFlag(other, TypeFlag.HasDict)) addsDict = true;
    if (mayAddWeakrefs && hasFlag(other, TypeFlag.HasWeakrefs)) addsWeakrefs = true;
  }
  return { slotNames: own, slotsObject: given, addsDict, addsWeakrefs };
}

function slotTexts(rt: Runtime, given: PyObject): string[] | null {
  if (isStr(given)) return [text(given)];
  const iterator = getIter(rt, given);
  if (iterator === null) return null;
  const names: string[] = [];
  for (let item = iterNext(rt, iterator); item !== null; item = iterNext(rt, iterator)) {
    if (!isStr(item)) {
      raise(rt, "TypeError", `__slots__ items must be strings, not '${item.type.payload.name}'`);
      decref(rt, item);
      break;
    }
    names.push(text(item));
    decref(rt, item);
  }
  decref(rt, iterator);
  return rt.thread.exception === null ? names : null;
}

function checkSlotName(rt: Runtime, name: string): boolean {
  if (/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name)) return true;
  raise(rt, "TypeError", "__slots__ must be identifiers");
  return false;
}

/** [_Py_Mangle] */
function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const bare = className.replace(/^_+/, "");
  return bare === "" ? name : `_${bare}${name}`;
}

/** The type object with its memory and its own dict; no MRO yet. [type_new_alloc] */
function allocClass(rt: Runtime, request: Request, base: PyType, layout: Layout): PyType {
  const { basicsize, flags, dictKind, hasKeys } = instanceLayout(rt, base, layout);
  const slotCount = (layout.slotNames?.length ?? 0) + (base.payload.heap?.slotCount ?? 0);
  const heap: HeapTypeData = {
    nameObject: newRef(request.name),
    qualnameObject: newRef(request.name),
    slotNames: layout.slotNames,
    dictKind,
    slotCount,
    sharedKeys: null,
    slotsObject: layout.slotsObject === null ? null : newRef(layout.slotsObject),
  };
  const data: TypeData = {
    name: request.name.payload.text,
    qualname: request.name.payload.text,
    module: "",
    flags,
    basicsize,
    itemsize: base.payload.itemsize,
    base: newRef(base),
    bases: request.bases,
    mro: null,
    mroTypes: [],
    dict: null,
    subclasses: [],
    lazy: null,
    lookups: new Map(),
    versionTag: 0,
    slots: emptySlots(),
    freeList: null,
    heap,
  };
  const type = rt.heap.create<TypeData>(request.metatype, data, layout.slotNames?.length ?? 0);
  if (hasKeys) heap.sharedKeys = newKeysForClass(rt);
  rt.heap.track(type);
  reportParts(rt, type);
  return type;
}

function reportParts(rt: Runtime, type: PyType): void {
  if (rt.recorder === null) return;
  const { base, bases } = type.payload;
  rt.recorder.slotWrite(type, "__base__", null, null, base);
  rt.recorder.slotWrite(type, "__bases__", null, null, bases);
}

interface InstanceLayout {
  readonly basicsize: number;
  readonly flags: number;
  readonly dictKind: HeapTypeData["dictKind"];
  readonly hasKeys: boolean;
}

/** Flags that come down from the base. */
const inheritedFlags =
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
  TypeFlag.HasWeakrefs |
  TypeFlag.Sequence |
  TypeFlag.Mapping |
  TypeFlag.ManagedAttributes;

/** 3.11, 3.12: `object.__new__` makes the values; from 3.13 whoever allocates, where there is a fixed place for them. */
function managedKind(rt: Runtime, base: PyType): HeapTypeData["dictKind"] {
  if (rt.profile.instanceLayout === "values") return baseOf(base) === rt.types.object ? "values" : "pointer";
  return base.payload.itemsize === 0 ? "inline" : "pointer";
}

/** Size of an instance and the home of its dict. */
function instanceLayout(rt: Runtime, base: PyType, layout: Layout): InstanceLayout {
  const profile = rt.profile;
  const baseData = base.payload;
  let flags = (baseData.flags & inheritedFlags) | TypeFlag.HeapType | TypeFlag.BaseType | TypeFlag.HaveGc;
  let basicsize = baseData.basicsize + 8 * (layout.slotNames?.length ?? 0);
  let dictKind: HeapTypeData["dictKind"] =
    baseData.heap?.dictKind ?? (hasFlag(base, TypeFlag.HasDict) ? "pointer" : "none");
  const manages = profile.instanceLayout !== "dict" && (profile.managesWeakrefs || baseData.itemsize === 0);
  if (layout.addsDict) {
    flags |= TypeFlag.HasDict;
    if (manages) flags |= TypeFlag.ManagedAttributes;
    else basicsize += 8;
    dictKind = manages ? managedKind(rt, base) : "pointer";
  }
  if (layout.addsWeakrefs) {
    flags |= TypeFlag.HasWeakrefs;
    if (profile.managesWeakrefs) flags |= TypeFlag.ManagedAttributes;
    else basicsize += 8;
  }
  if (dictKind === "inline" && profile.inlineNeedsPlainObject && basicsize !== 16) dictKind = "pointer";
  // A dict whose pointer lies in the C struct shares keys up to 3.10 only.
  const isManaged = (flags & TypeFlag.ManagedAttributes) !== 0 && !hasFlag(baseOf(base), TypeFlag.HasDict);
  const hasKeys = dictKind !== "none" && (isManaged || profile.instanceLayout === "dict");
  return { basicsize, flags, dictKind, hasKeys };
}

/** Gives the class its own namespace (stolen), with what every class has. [type_new_set_attrs] */
function fillDict(rt: Runtime, type: PyType, own: PyObject): boolean {
  type.payload.dict = own;
  if (rt.recorder !== null) rt.recorder.slotWrite(type, "__dict__", null, null, own);
  setModule(rt, type, own);
  if (!setQualname(rt, type, own)) return false;
  wrapBuiltinMethods(rt, own);
  return setClassCell(rt, type, own);
}

function namespaceCopy(rt: Runtime, namespace: PyObject): PyObject | null {
  const dict = callMethod(rt, namespace, "copy");
  return dict !== null && dict.type === rt.types.dict ? dict : copyOf(rt, namespace, dict);
}

/** A namespace that is a subclass of dict gives its entries to a plain one. */
function copyOf(rt: Runtime, namespace: PyObject, failed: PyObject | null): PyObject | null {
  if (failed !== null) decref(rt, failed);
  else if (rt.thread.exception !== null) return null;
  const copy = newDict(rt);
  for (const [key, value] of dictItems(namespace)) if (!dictSet(rt, copy, key, value)) return null;
  return copy;
}

/** `__module__` is the `__name__` of the globals the class statement runs in. [type_new_set_module] */
function setModule(rt: Runtime, type: PyType, dict: PyObject): void {
  let module = dictGetText(dict, "__module__");
  if (module === null && rt.thread.frame !== null) {
    module = dictGetText(rt.thread.frame.globals, "__name__");
    if (module !== null) dictSetText(rt, dict, "__module__", module);
  }
  if (module !== null && isStr(module)) type.payload.module = text(module);
}

/** `__qualname__` leaves the dict for the type object. [type_new_set_ht_name] */
function setQualname(rt: Runtime, type: PyType, dict: PyObject): boolean {
  const qualname = dictGetText(dict, "__qualname__");
  if (qualname === null) return true;
  if (!isStr(qualname)) {
    raise(rt, "TypeError", `type __qualname__ must be a str, not ${qualname.type.payload.name}`);
    return false;
  }
  const heap = type.payload.heap as HeapTypeData;
  const old = heap.qualnameObject;
  heap.qualnameObject = newRef(qualname);
  type.payload.qualname = text(qualname);
  decref(rt, old);
  dictDeleteText(rt, dict, "__qualname__");
  return true;
}

/** The cell that `super()` and `__class__` read. [type_new_set_classcell] */
function setClassCell(rt: Runtime, type: PyType, dict: PyObject): boolean {
  const cell = dictGetText(dict, "__classcell__");
  if (cell !== null) {
    if (cell.type !== rt.types.cell) {
      const got = cell.type.payload.name;
      raise(rt, "TypeError", `__classcell__ must be a nonlocal cell, not <class '${got}'>`);
      return false;
    }
    const data = cell.payload as { value: PyObject | null };
    const old = data.value;
    data.value = newRef(type);
    if (rt.recorder !== null) rt.recorder.slotWrite(cell, "cell_contents", null, old, type);
    xdecref(rt, old);
    dictDeleteText(rt, dict, "__classcell__");
  }
  const dictCell = dictGetText(dict, "__classdictcell__");
  if (dictCell !== null && dictCell.type === rt.types.cell) {
    const data = dictCell.payload as { value: PyObject | null };
    const old = data.value;
    data.value = newRef(dict);
    if (rt.recorder !== null) rt.recorder.slotWrite(dictCell, "cell_contents", null, old, dict);
    xdecref(rt, old);
    dictDeleteText(rt, dict, "__classdictcell__");
  }
  return true;
}

/** The MRO a metaclass's `mro()` gives, or C3. */
function mroOf(rt: Runtime, type: PyType, bases: readonly PyType[]): readonly PyType[] | null {
  if (type.type === rt.types.type) return computeMro(rt, type, bases);
  const method = typeLookup(rt, type.type, "mro");
  if (method === null || method.type === rt.types.method_descriptor) return computeMro(rt, type, bases);
  type.payload.mroTypes = computeMro(rt, type, bases) ?? [];
  if (type.payload.mroTypes.length === 0) return null;
  const result = callMethod(rt, type, "mro");
  if (result === null) return null;
  const iterator = getIter(rt, result);
  decref(rt, result);
  if (iterator === null) return null;
  const mro: PyType[] = [];
  for (let item = iterNext(rt, iterator); item !== null; item = iterNext(rt, iterator)) {
    mro.push(item as PyType);
    decref(rt, item);
  }
  decref(rt, iterator);
  return rt.thread.exception === null ? mro : null;
}

/** Stores the MRO, and the tuple of it that `__mro__` shows. */
export function setMro(rt: Runtime, type: PyType, mro: readonly PyType[]): void {
  const old = type.payload.mro;
  for (const member of mro) incref(member);
  const tuple = newTuple(rt, [...mro]);
  type.payload.mro = tuple;
  type.payload.mroTypes = mro;
  typeModified(type);
  if (rt.recorder !== null) rt.recorder.slotWrite(type, "__mro__", null, old, tuple);
  xdecref(rt, old);
}

/** Descriptors for slots, `__dict__` and `__weakref__`. [type_new_descriptors, add_members, add_getset] */
function addDescriptors(rt: Runtime, type: PyType, layout: Layout): void {
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
    shared.set(spec.name, descriptor);
  }
  return newRef(descriptor);
}

const dictGetSet = { name: "__dict__", get: getInstanceDict, set: setInstanceDict };

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

/** A class that compares anew without a hash of its own cannot be hashed. [type_ready_set_hash] */
function addHash(rt: Runtime, type: PyType): void {
  const dict = type.payload.dict as PyObject;
  if (dictGetText(dict, "__hash__") !== null || dictGetText(dict, "__eq__") === null) return;
  dictSetText(rt, dict, "__hash__", rt.none);
  readyHeapSlots(rt, type);
  typeModified(type);
}

/** `__set_name__` of every attribute that has one. [type_new_set_names] */
function setNames(rt: Runtime, type: PyType): boolean {
  const copy = dictItems(type.payload.dict as PyObject).map(([k, v]) => [newRef(k), newRef(v)] as const);
  let ok = true;
  for (const [key, value] of copy) {
    if (ok) ok = setName(rt, type, key, value);
    decref(rt, key);
    decref(rt, value);
  }
  return ok;
}

function setName(rt: Runtime, type: PyType, key: PyObject, value: PyObject): boolean {
  const method = lookupMethod(rt, value, "__set_name__");
  if (method === null) return rt.thread.exception === null;
  const args = method.isUnbound ? [value, type, key] : [type, key];
  const result = call(rt, method.callable, args);
  decref(rt, method.callable);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

/** `super(type, type).__init_subclass__(**kw)` [type_new_init_subclass] */
function initSubclass(rt: Runtime, type: PyType, request: Request): boolean {
  const result = superCall(rt, type, "__init_subclass__", request.keywords, request.keywordNames);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

// ---- the end of a class --------------------------------------------------------------------------------------

/** [type_dealloc] */
export function typeDealloc(rt: Runtime, self: PyObject): void {
  const type = self as PyType;
  rt.heap.untrack(type);
  clearWeakrefs(rt, type);
  const data = type.payload;
  removeFromBases(type);
  const { base, dict, bases, mro, heap } = data;
  data.dict = null;
  data.bases = null;
  data.mro = null;
  xdecref(rt, dict);
  xdecref(rt, bases);
  xdecref(rt, mro);
  if (heap !== null) {
    decref(rt, heap.nameObject);
    decref(rt, heap.qualnameObject);
    xdecref(rt, heap.slotsObject);
    if (heap.sharedKeys !== null) releaseSharedKeys(rt, heap.sharedKeys);
    heap.sharedKeys = null;
  }
  rt.heap.free(type, heap?.slotNames?.length ?? 0);
  xdecref(rt, base);
}

function removeFromBases(type: PyType): void {
  for (const base of type.payload.mroTypes) {
    const at = base.payload.subclasses.indexOf(type);
    if (at >= 0) base.payload.subclasses.splice(at, 1);
  }
}

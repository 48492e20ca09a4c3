/**
 * Making a class.   [mirrors type_new, type_new_impl, best_base, type_new_set_names, type_new_init_subclass]
 *
 * What a fresh class is made of is what learners count: the class, its dict, its MRO tuple, its bases, and the descriptors
 * for `__dict__`, `__weakref__` and each slot, which point back at it.
 */

import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { call, callMethod, getOptionalAttr, lookupMethod } from "./abstract.ts";
import {
  type DictData,
  dictDeleteText,
  dictGetText,
  dictItems,
  dictSet,
  dictSetText,
  isDict,
  newDict,
} from "./dict.ts";
import { releaseSharedKeys } from "./dict-keys.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { newKeysForClass } from "./instance.ts";
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
import { addDescriptors } from "./type-descriptors.ts";
import { bestBase, instanceLayout, type Layout, readSlots } from "./type-layout.ts";
import { argumentTypeName, typeModified, typeName } from "./type-lookup.ts";
import { readyMro } from "./type-mro.ts";
import { emptySlots, readyHeapSlots } from "./type-slots.ts";
import { wrapBuiltinMethods } from "./type-special.ts";
import { warn } from "./warn.ts";

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
  if (!isDict(namespace)) return badNamespace(rt, namespace);
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
  const got = argumentTypeName(given);
  return raise(rt, "TypeError", `type.__new__() argument ${position} must be ${wanted}, not ${got}`);
}

/** From 3.15 a frozendict would do as well, and the check is type_new's own. */
function badNamespace(rt: Runtime, given: PyObject): null {
  if (!rt.profile.namespaceMayBeFrozen) return badArgument(rt, 3, "dict", given);
  const got = typeName(given.type);
  return raise(rt, "TypeError", `type.__new__() argument 3 must be dict or frozendict, not ${got}`);
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

// ---- creation ------------------------------------------------------------------------------------------------

function createClass(rt: Runtime, request: Request): PyObject | null {
  const bases = tupleItems(request.bases);
  const base = bestBase(rt, bases);
  const layout = base === null ? null : readSlots(rt, request, base);
  // The dict is made first: it is older than the class to the collector.
  const own = layout === null ? null : namespaceCopy(rt, request.namespace);
  if (base === null || layout === null || own === null) {
    decref(rt, request.bases);
    return null;
  }
  const type = allocClass(rt, request, base, layout);
  if (!fillDict(rt, type, own)) return abandon(rt, type);
  hold(rt, "class being made", type);
  const isReady = readyMro(rt, type);
  letGo(rt, "class being made", type);
  if (!isReady) return abandon(rt, type);
  for (const parent of bases) (parent as PyType).payload.subclasses.push(type);
  addDescriptors(rt, type, layout);
  readyHeapSlots(rt, type);
  addHash(rt, type);
  hold(rt, "class being made", type);
  const done =
    setNames(rt, type) && initSubclass(rt, type, request) && warnOfOtherKeys(rt, request.name, own);
  letGo(rt, "class being made", type);
  return done ? type : abandon(rt, type);
}

function abandon(rt: Runtime, type: PyType): null {
  decref(rt, type);
  return null;
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

/** Gives the class its own namespace (stolen), with what every class has. [type_new_set_attrs] */
function fillDict(rt: Runtime, type: PyType, own: PyObject): boolean {
  type.payload.dict = own;
  if (rt.recorder !== null) rt.recorder.slotWrite(type, "__dict__", null, null, own);
  setModule(rt, type, own);
  if (!setQualname(rt, type, own)) return false;
  wrapBuiltinMethods(rt, own);
  return setClassCell(rt, type, own);
}

/** A key that is no str is no attribute. [type_new_init, from 3.13] */
function warnOfOtherKeys(rt: Runtime, name: PyStr, own: PyObject): boolean {
  if (!rt.profile.warnsOfOtherKeys || (own.payload as DictData).byHash === null) return true;
  for (const [key] of dictItems(own))
    if (!isStr(key))
      return warn(rt, "RuntimeWarning", `non-string key in the __dict__ of class ${text(name)}`);
  return true;
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
    if (rt.recorder !== null) rt.recorder.slotWrite(cell, "cell", null, old, type);
    xdecref(rt, old);
    dictDeleteText(rt, dict, "__classcell__");
  }
  const dictCell = dictGetText(dict, "__classdictcell__");
  if (dictCell !== null && dictCell.type === rt.types.cell) {
    const data = dictCell.payload as { value: PyObject | null };
    const old = data.value;
    data.value = newRef(dict);
    if (rt.recorder !== null) rt.recorder.slotWrite(dictCell, "cell", null, old, dict);
    xdecref(rt, old);
    dictDeleteText(rt, dict, "__classdictcell__");
  }
  return true;
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
  for (const [key, value] of copy) {
    hold(rt, "names being set", key);
    hold(rt, "names being set", value);
  }
  let ok = true;
  for (const [key, value] of copy) {
    if (ok) ok = setName(rt, type, key, value);
    dropHeld(rt, "names being set", key);
    dropHeld(rt, "names being set", value);
  }
  return ok;
}

function setName(rt: Runtime, type: PyType, key: PyObject, value: PyObject): boolean {
  const method = lookupMethod(rt, value, "__set_name__");
  if (method === null) return rt.thread.exception === null;
  const args = method.isUnbound ? [value, type, key] : [type, key];
  hold(rt, "function being called", method.callable);
  const result = call(rt, method.callable, args);
  dropHeld(rt, "function being called", method.callable);
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
  for (const base of tupleItems(type.payload.bases as PyObject) as readonly PyType[]) {
    const at = base.payload.subclasses.indexOf(type);
    if (at >= 0) base.payload.subclasses.splice(at, 1);
  }
}

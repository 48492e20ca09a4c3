/**
 * Instances of Python classes: where their attributes live and what the collector sees of them.
 * [mirrors subtype_traverse, subtype_clear, _PyObject_InitInlineValues, _PyObjectDict_SetItem, PyObject_GenericGetDict]
 *
 * Up to 3.10 an instance gets a dict with the first attribute; its keys are shared by the class. From 3.11 the values stand
 * alone and a dict appears when somebody asks for `__dict__`: it takes the values over (3.11, 3.12) or shows those in the
 * instance (3.13+).
 */
import { dropHeld, dropTaken, hold, keep } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { dictDelete, dictGet, dictGetText, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { addSharedKey, releaseSharedKeys, sharedNames, usableFraction } from "./dict-keys.ts";
import { newDictData } from "./dict-table.ts";
import { raise } from "./errors.ts";
import {
  attributesOf,
  detachDict,
  newAttributes,
  newSharedKeys,
  putValue,
  takeValue,
} from "./instance-attributes.ts";
import {
  hasFlag,
  type InstanceAttributes,
  type PyObject,
  type PyType,
  type Runtime,
  type SharedKeys,
  TypeFlag,
  type Visit,
} from "./object.ts";
import { text } from "./str-object.ts";
import { mayBeTracked } from "./tuple-object.ts";
import { typeName } from "./type-lookup.ts";

/** Keys for the instances of a class made now. [_PyDict_NewKeysForClass] */
export function newKeysForClass(rt: Runtime): SharedKeys {
  return rt.profile.instanceLayout === "dict"
    ? newSharedKeys(rt.profile.sharedKeysMax, 3)
    : newSharedKeys(rt.profile.sharedKeysMax, 6);
}

/** A new instance of a class, tracked, with room for its attributes. [PyType_GenericAlloc] */
export function allocInstance<P>(rt: Runtime, type: PyType, payload: P, items = 0): PyObject<P> {
  const heap = type.payload.heap;
  if (heap === null) {
    const plain = rt.heap.create(type, payload, items);
    if (hasFlag(type, TypeFlag.HaveGc)) rt.heap.track(plain);
    return plain;
  }
  const keys = heap.sharedKeys;
  const isInline = heap.dictKind === "inline" && keys !== null;
  const extra = isInline ? inlineBytes(keys.names.length + keys.usable) : 0;
  const o = rt.heap.create(type, payload, items, extra);
  if (hasFlag(type, TypeFlag.HaveGc)) rt.heap.track(o);
  if (keys !== null && (isInline || heap.dictKind === "values")) initValues(rt, o, keys, isInline);
  return o;
}

function inlineBytes(size: number): number {
  return ((size + 7) & ~7) + (size + 1) * 8;
}

/** Each new instance leaves one spare slot less to the next. [init_inline_values] */
function initValues(rt: Runtime, o: PyObject, keys: SharedKeys, isInline: boolean): void {
  if (keys.usable > 1) {
    keys.usable -= 1;
    if (rt.recorder !== null) rt.recorder.keysChange(keys);
  }
  const size = keys.names.length + keys.usable;
  const attrs = newAttributes();
  const values = new Array<PyObject | null>(size);
  for (let i = 0; i < size; i += 1) values[i] = null;
  attrs.values = values;
  attrs.keys = keys;
  if (!isInline) attrs.valuesBlock = rt.heap.allocRaw(((size + 9) & ~7) + size * 8);
  o.attrs = attrs;
}

/** The attributes of an instance made by a built-in type's `new`, with its values if it should have some. */
function readyAttributes(rt: Runtime, o: PyObject): InstanceAttributes {
  if (o.attrs !== null && (o.attrs.values !== null || o.attrs.dict !== null)) return o.attrs;
  const heap = o.type.payload.heap;
  const known = attributesOf(o);
  if (heap === null || heap.sharedKeys === null || known.keys !== null) return known;
  if (heap.dictKind !== "inline") return known;
  const { slots, weakrefs } = known;
  initValues(rt, o, heap.sharedKeys, true);
  const attrs = attributesOf(o);
  attrs.slots = slots;
  attrs.weakrefs = weakrefs;
  return attrs;
}

export function hasInstanceDict(o: PyObject): boolean {
  return hasFlag(o.type, TypeFlag.HasDict);
}

// ---- one attribute -------------------------------------------------------------------------------------------

/** The instance's own attribute; borrowed, null when it has none of that name. Never raises. */
export function peekAttribute(o: PyObject, name: string): PyObject | null {
  const attrs = o.attrs;
  if (attrs === null) return null;
  const values = attrs.values;
  if (values !== null && attrs.keys !== null) {
    const index = attrs.keys.indexByName.get(name);
    return index === undefined ? null : (values[index] ?? null);
  }
  return attrs.dict === null ? null : dictGetText(attrs.dict, name);
}

/** Whether the instance's dict has keys whose own equality may answer for a name. */
export function hasOwnMindedKeys(o: PyObject): boolean {
  const attrs = o.attrs;
  if (attrs === null || attrs.dict === null || attrs.values !== null) return false;
  return (attrs.dict as PyDict).payload.byHash !== null;
}

/** As peekAttribute, and such keys are asked: null is missing, or an exception is set. A new reference. */
export function askAttribute(rt: Runtime, o: PyObject, name: PyObject): PyObject | null {
  const dict = o.attrs?.dict ?? null;
  if (dict === null) return null;
  hold(rt, "dict in use", newRef(dict));
  const value = dictGet(rt, dict, name);
  if (value !== null) newRef(value);
  dropHeld(rt, "dict in use", dict);
  return value;
}

/** Sets the instance's own attribute; the value is borrowed. */
export function storeAttribute(rt: Runtime, o: PyObject, name: PyObject, value: PyObject): boolean {
  const attrs = readyAttributes(rt, o);
  if (attrs.values !== null && attrs.keys !== null) {
    const index = addSharedKey(rt, attrs.keys, name, text(name));
    if (index >= 0 && index < attrs.values.length) {
      storeValue(rt, o, attrs, index, value);
      return true;
    }
  }
  const dict = instanceDict(rt, o);
  if (rt.profile.instanceLayout !== "dict") return dictSet(rt, dict, name, value);
  const before = dict.payload.split?.keys ?? null;
  const done = dictSet(rt, dict, name, value);
  if (before !== null && before === o.type.payload.heap?.sharedKeys) renewSharedKeys(rt, o, dict);
  return done;
}

/** Puts the value, borrowed, at `index` of the instance's values. */
export function storeValue(
  rt: Runtime,
  o: PyObject,
  attrs: InstanceAttributes,
  index: number,
  value: PyObject,
): void {
  const old = putValue(attrs, index, newRef(value));
  reportValue(rt, o, attrs, index, old, value);
  if (attrs.dict !== null) {
    (attrs.dict as PyDict).payload.version += 1;
    if (mayBeTracked(value) && !rt.heap.isTracked(attrs.dict)) rt.heap.track(attrs.dict);
  }
  if (old !== null) decref(rt, old);
}

/** Deletes the instance's own attribute; false when there is none. */
export function removeAttribute(rt: Runtime, o: PyObject, name: PyObject): boolean {
  const attrs = o.attrs;
  if (attrs === null) return false;
  if (attrs.values !== null && attrs.keys !== null) {
    const index = attrs.keys.indexByName.get(text(name));
    if (index === undefined || (attrs.values[index] ?? null) === null) return false;
    const old = takeValue(attrs, index);
    reportValue(rt, o, attrs, index, old, null);
    xdecref(rt, old);
    return true;
  }
  if (attrs.dict === null) return false;
  const done = dictDelete(rt, attrs.dict, name);
  if (rt.profile.instanceLayout === "dict") forgetSharedKeys(rt, o);
  return done;
}

/** Up to 3.10: new instances share no keys once an attribute was deleted. [_PyObjectDict_SetItem] */
function forgetSharedKeys(rt: Runtime, o: PyObject): void {
  const heap = o.type.payload.heap;
  if (heap === null || heap.sharedKeys === null) return;
  const cached = heap.sharedKeys;
  heap.sharedKeys = null;
  if (rt.recorder !== null) rt.recorder.resize(o.type);
  releaseSharedKeys(rt, cached);
}

// ---- the dict ------------------------------------------------------------------------------------------------

/** The instance's `__dict__`, made when there is none yet; borrowed. */
export function instanceDict(rt: Runtime, o: PyObject): PyDict {
  const attrs = readyAttributes(rt, o);
  if (attrs.dict !== null) return attrs.dict as PyDict;
  const heap = o.type.payload.heap;
  const dict = heap?.sharedKeys ? splitDict(rt, o, attrs, heap.sharedKeys) : newDict(rt);
  attrs.dict = dict;
  if (rt.recorder !== null) rt.recorder.slotWrite(o, "__dict__", null, null, dict);
  return dict;
}

function splitDict(rt: Runtime, o: PyObject, attrs: InstanceAttributes, keys: SharedKeys): PyDict {
  const dict = rt.heap.create(rt.types.dict, newDictData());
  keys.refs += 1;
  if (rt.recorder !== null) rt.recorder.keysChange(keys);
  const data = dict.payload;
  data.log2Size = keys.log2Size;
  const values = attrs.values;
  if (values === null) {
    const size =
      rt.profile.instanceLayout === "dict" ? usableFraction(keys.log2Size) : keys.names.length + keys.usable;
    const empty = new Array<PyObject | null>(size).fill(null);
    const valuesBlock = rt.profile.instanceLayout === "dict" ? rt.heap.allocRaw(size * 8) : 0;
    data.split = { keys, values: empty, order: null, valuesBlock };
  } else if (rt.profile.instanceLayout === "inline") {
    data.split = attrs;
    reportMove(rt, o, dict, values, keys);
  } else {
    data.split = { keys, values, order: attrs.order, valuesBlock: attrs.valuesBlock };
    reportMove(rt, o, dict, values, keys);
    attrs.values = null;
    attrs.order = null;
    attrs.valuesBlock = 0;
  }
  const isTracked = values?.some(isContainer) ?? false;
  if (isTracked || !rt.profile.untracksDicts) rt.heap.track(dict);
  return dict;
}

function isContainer(o: PyObject | null): boolean {
  return o !== null && mayBeTracked(o);
}

/** A value that the instance's dict shows is the dict's. */
function reportValue(
  rt: Runtime,
  o: PyObject,
  attrs: InstanceAttributes,
  index: number,
  old: PyObject | null,
  value: PyObject | null,
): void {
  if (rt.recorder === null) return;
  const name = attrs.keys?.names[index] ?? null;
  if (attrs.dict === null) rt.recorder.slotWrite(o, "attribute", name, old, value);
  else rt.recorder.slotWrite(attrs.dict, "value", name, old, value);
}

/** The values change their owner. */
function reportMove(
  rt: Runtime,
  o: PyObject,
  dict: PyObject,
  values: readonly (PyObject | null)[],
  keys: SharedKeys,
): void {
  if (rt.recorder === null) return;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? null;
    if (value === null) continue;
    rt.recorder.slotWrite(dict, "value", keys.names[i] ?? null, null, value);
    rt.recorder.slotWrite(o, "attribute", keys.names[i] ?? null, value, null);
  }
}

/**
 * Up to 3.10: a dict that outgrew the shared keys becomes the class's new pattern while it is the only one.
 * [make_keys_shared, in _PyObjectDict_SetItem]
 */
function renewSharedKeys(rt: Runtime, o: PyObject, dict: PyDict): void {
  const heap = o.type.payload.heap;
  const data = dict.payload;
  if (heap === null || heap.sharedKeys === null || data.split !== null || data.log2Size === 0) return;
  const cached = heap.sharedKeys;
  if (cached.refs > 1 || data.keys.some((key) => key === null || key.type !== rt.types.str)) {
    forgetSharedKeys(rt, o);
    return;
  }
  heap.sharedKeys = shareKeysOf(rt, dict);
  if (rt.recorder !== null) rt.recorder.resize(o.type);
  releaseSharedKeys(rt, cached);
}

function shareKeysOf(rt: Runtime, dict: PyDict): SharedKeys {
  const d = dict.payload;
  const keys = newSharedKeys(d.usable, d.log2Size);
  for (const key of d.keys) {
    keys.indexByName.set(text(key as PyObject), keys.names.length);
    keys.names.push(key as PyObject);
    if (rt.recorder !== null) rt.recorder.slotWrite(dict, "key", key, key, null);
    keep(rt, sharedNames, key as PyObject);
  }
  keys.refs = 2;
  const values: (PyObject | null)[] = [...d.values];
  while (values.length < usableFraction(d.log2Size)) values.push(null);
  // The table itself now belongs to the class; the dict keeps its values in an array.
  d.split = { keys, values, order: null, valuesBlock: rt.heap.allocRaw(values.length * 8) };
  keys.block = d.block;
  d.block = 0;
  d.keys = [];
  d.values = [];
  d.hashes = [];
  d.byText = null;
  return keys;
}

/** `o.__dict__`: a new reference. [PyObject_GenericGetDict] */
export function getInstanceDict(rt: Runtime, o: PyObject): PyObject | null {
  if (!hasInstanceDict(o)) return raise(rt, "AttributeError", "This object has no __dict__");
  return newRef(instanceDict(rt, o));
}

/** `o.__dict__ = value`. [PyObject_GenericSetDict] */
export function setInstanceDict(rt: Runtime, o: PyObject, value: PyObject | null): boolean {
  if (value !== null) return replaceInstanceDict(rt, o, value);
  raise(rt, "TypeError", "cannot delete __dict__");
  return false;
}

/** … of a Python class, where it may also be deleted. [subtype_setdict] */
export function replaceInstanceDict(rt: Runtime, o: PyObject, value: PyObject | null): boolean {
  if (!hasInstanceDict(o)) {
    raise(rt, "AttributeError", "This object has no __dict__");
    return false;
  }
  if (value !== null && !isDict(value)) {
    raise(rt, "TypeError", `__dict__ must be set to a dictionary, not a '${typeName(value.type)}'`);
    return false;
  }
  const attrs = attributesOf(o);
  detachDict(o);
  const old = attrs.dict;
  attrs.dict = value === null ? null : newRef(value);
  attrs.keys ??= o.type.payload.heap?.sharedKeys ?? null;
  if (rt.recorder !== null) rt.recorder.slotWrite(o, "__dict__", null, old, value);
  if (old !== null) hold(rt, "items taken out", old);
  clearValues(rt, o, attrs);
  if (old !== null) dropHeld(rt, "items taken out", old);
  return true;
}

function clearValues(rt: Runtime, o: PyObject, attrs: InstanceAttributes): void {
  const values = attrs.values;
  if (values === null) return;
  const keys = attrs.keys;
  attrs.values = null;
  attrs.order = null;
  const taken: PyObject[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? null;
    if (value === null) continue;
    if (rt.recorder !== null) rt.recorder.slotWrite(o, "attribute", keys?.names[i] ?? null, value, null);
    taken.push(value);
  }
  dropTaken(rt, "items taken out", taken);
  rt.heap.freeRaw(attrs.valuesBlock, 0);
  attrs.valuesBlock = 0;
}

// ---- the collector's view -------------------------------------------------------------------------------------

/** [subtype_traverse] */
export function subtypeTraverse(self: PyObject, visit: Visit): void {
  const attrs = self.attrs;
  const base = baseOf(self.type);
  if (attrs !== null) visitAttributes(attrs, visit, hasFlag(base, TypeFlag.HasDict));
  visit(self.type, "__class__", null);
  base.payload.slots.traverse?.(self, visit);
}

/** A base that brings the dict (exceptions, modules) shows it itself. */
function visitAttributes(attrs: InstanceAttributes, visit: Visit, baseHasDict: boolean): void {
  const { slots, values, keys, dict } = attrs;
  if (slots !== null)
    for (let i = 0; i < slots.length; i += 1) {
      const value = slots[i] ?? null;
      if (value !== null) visit(value, "slot", i);
    }
  // Values that a dict shows are the dict's to visit.
  if (dict !== null) {
    if (!baseHasDict) visit(dict, "__dict__", null);
    return;
  }
  for (let i = 0; values !== null && i < values.length; i += 1) {
    const value = values[i] ?? null;
    if (value !== null) visit(value, "attribute", keys?.names[i] ?? null);
  }
}

/** [subtype_clear] */
export function subtypeClear(rt: Runtime, self: PyObject): void {
  const attrs = self.attrs;
  const base = baseOf(self.type);
  if (attrs !== null) {
    if (attrs.slots !== null) clearSlotValues(rt, self, attrs.slots);
    detachDict(self);
    clearValues(rt, self, attrs);
    const dict = attrs.dict;
    if (dict !== null && !hasFlag(base, TypeFlag.HasDict)) {
      attrs.dict = null;
      if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
      decref(rt, dict);
    }
  }
  base.payload.slots.clear?.(rt, self);
}

function clearSlotValues(rt: Runtime, self: PyObject, slots: (PyObject | null)[]): void {
  for (let i = 0; i < slots.length; i += 1) {
    const value = slots[i] ?? null;
    if (value === null) continue;
    slots[i] = null;
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "slot", i, value, null);
    decref(rt, value);
  }
}

/** The built-in type a Python class stands on. */
export function baseOf(type: PyType): PyType {
  let base = type;
  while (hasFlag(base, TypeFlag.HeapType) && base.payload.base !== null) base = base.payload.base;
  return base;
}

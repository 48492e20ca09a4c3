/** The C half of `abc`: what an abstract class remembers of the classes it was asked about.   [mirrors Modules/_abc.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import {
  callMethod,
  getAttrText,
  getIter,
  getOptionalAttr,
  isTrue,
  iterNext,
  setAttrText,
} from "../objects/abstract.ts";
import { isSubclass } from "../objects/abstract-class.ts";
import { dictItems } from "../objects/dict.ts";
import { clearIfMatches, isTypeOrSubtype, raise } from "../objects/errors.ts";
import { newNative } from "../objects/native.ts";
import { fieldSlots, newWithFields, setField } from "../objects/native-fields.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "../objects/object.ts";
import {
  discardEntry,
  elementHash,
  findElement,
  newSet,
  newSetOf,
  type PySet,
  setAdd,
  setElements,
  untrackAtomic,
} from "../objects/set-object.ts";
import { text } from "../objects/str-object.ts";
import { tupleItems } from "../objects/tuple-object.ts";
import { method, noArgs, oneArg, type TypeSpec } from "../objects/typespec.ts";
import { newWeakref, referentOf } from "../objects/weakref.ts";
import type { ModuleSpec } from "./modulespec.ts";

/** Sets of weak references, made when something is put into them. */
interface AbcData {
  registry: PyObject | null;
  cache: PyObject | null;
  negativeCache: PyObject | null;
  negativeVersion: number;
}

type SetName = "registry" | "cache" | "negativeCache";

const fields = ["registry", "cache", "negativeCache"] as const;

export const abcDataSpec: TypeSpec = {
  name: "_abc._abc_data",
  pyName: "_abc_data",
  module: "_abc",
  versionName: (profile) => ({ name: "_abc_data", module: profile.abcDataIsCollected ? "_abc" : "builtins" }),
  versionFlags: (profile) => (profile.abcDataIsCollected ? TypeFlag.HaveGc : 0),
  basicsize: 48,
  slots: fieldSlots(fields),
};

/** How often a class was registered with any abstract class: what was found not to be a subclass may be one now. */
const counters = new WeakMap<Runtime, { value: number }>();

function counterOf(rt: Runtime): { value: number } {
  const known = counters.get(rt) ?? { value: 0 };
  counters.set(rt, known);
  return known;
}

function init(rt: Runtime, _module: PyObject, cls: PyObject): PyObject | null {
  if (!setAbstractMethods(rt, cls)) return null;
  const payload: AbcData = {
    registry: null,
    cache: null,
    negativeCache: null,
    negativeVersion: counterOf(rt).value,
  };
  const data = newWithFields(rt, rt.types["_abc._abc_data"], payload, fields);
  const isSet = setAttrText(rt, cls, "_abc_impl", data);
  decref(rt, data);
  return isSet ? newRef(rt.none) : null;
}

/** Names abstract in the class itself, and those of its bases that nothing has filled in. [compute_abstract_methods] */
function setAbstractMethods(rt: Runtime, cls: PyObject): boolean {
  const names = newSetOf(rt, rt.types.frozenset);
  hold(rt, "value in use", names);
  const isDone = addOwnNames(rt, cls, names) && addBaseNames(rt, cls, names);
  untrackAtomic(rt, names);
  const isSet = isDone && setAttrText(rt, cls, "__abstractmethods__", names);
  dropHeld(rt, "value in use", names);
  return isSet;
}

function addOwnNames(rt: Runtime, cls: PyObject, names: PyObject): boolean {
  const dict = cls.attrs?.dict ?? (cls as PyType).payload.dict;
  for (const [name, value] of dict === null ? [] : dictItems(dict)) {
    const found = isAbstract(rt, value);
    if (found === null || (found && !setAdd(rt, names, name))) return false;
  }
  return true;
}

function addBaseNames(rt: Runtime, cls: PyObject, names: PyObject): boolean {
  const bases = getAttrText(rt, cls, "__bases__");
  if (bases === null) return false;
  hold(rt, "value in use", bases);
  let isDone = true;
  for (const base of tupleItems(bases)) isDone = isDone && addInheritedNames(rt, cls, base, names);
  dropHeld(rt, "value in use", bases);
  return isDone;
}

function addInheritedNames(rt: Runtime, cls: PyObject, base: PyObject, names: PyObject): boolean {
  const inherited = getOptionalAttr(rt, base, "__abstractmethods__");
  if (inherited === null) return rt.thread.exception === null;
  const iterator = getIter(rt, inherited);
  decref(rt, inherited);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  let isDone = true;
  for (let name = iterNext(rt, iterator); name !== null; name = isDone ? iterNext(rt, iterator) : null) {
    hold(rt, "item in use", name);
    isDone = addIfAbstract(rt, cls, name, names);
    dropHeld(rt, "item in use", name);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return isDone && rt.thread.exception === null;
}

function addIfAbstract(rt: Runtime, cls: PyObject, name: PyObject, names: PyObject): boolean {
  const value = getOptionalAttr(rt, cls, text(name));
  if (value === null) return rt.thread.exception === null;
  hold(rt, "value in use", value);
  const found = isAbstract(rt, value);
  dropHeld(rt, "value in use", value);
  return found !== null && (!found || setAdd(rt, names, name));
}

/** [_PyObject_IsAbstract] */
function isAbstract(rt: Runtime, o: PyObject): boolean | null {
  const mark = getOptionalAttr(rt, o, "__isabstractmethod__");
  if (mark === null) return rt.thread.exception === null ? false : null;
  const answer = isTrue(rt, mark);
  decref(rt, mark);
  return answer;
}

/** The class's data, as a new reference. [_get_impl] */
function dataOf(rt: Runtime, cls: PyObject): PyObject<AbcData> | null {
  const found = getAttrText(rt, cls, "_abc_impl");
  if (found === null || found.type === rt.types["_abc._abc_data"]) return found as PyObject<AbcData> | null;
  decref(rt, found);
  return raise(rt, "TypeError", "_abc_impl is set to a wrong type");
}

/** [_in_weak_set] */
function isInWeakSet(rt: Runtime, set: PyObject | null, o: PyObject): boolean | null {
  if (set === null || (set as PySet).payload.used === 0) return false;
  const ref = newWeakref(rt, rt.types.ReferenceType, o, null);
  if (ref === null) return clearIfMatches(rt, "TypeError") ? false : null;
  hold(rt, "value in use", ref);
  const hash = elementHash(rt, ref);
  const slot = hash === null ? null : findElement(rt, set as PySet, ref, hash);
  dropHeld(rt, "value in use", ref);
  return slot === null ? null : slot >= 0;
}

/** Takes a dead reference out of the set, if that still lives. [_destroy] */
const destroy = oneArg("_destroy", (rt, setRef, dead) => {
  const set = referentOf(setRef);
  if (set === null) return newRef(rt.none);
  const hash = elementHash(rt, dead);
  const removed = hash === null ? null : discardEntry(rt, set as PySet, dead, hash);
  decref(rt, set);
  return removed === null ? null : newRef(rt.none);
});

/** [_add_to_weak_set] */
function addToWeakSet(rt: Runtime, data: PyObject<AbcData>, name: SetName, o: PyObject): boolean {
  if (data.payload[name] === null) setField(rt, data, name, newSet(rt));
  const set = data.payload[name] as PyObject;
  const setRef = newWeakref(rt, rt.types.ReferenceType, set, null);
  if (setRef === null) return false;
  const callback = newNative(rt, destroy, setRef, "ReferenceType._destroy");
  const ref = newWeakref(rt, rt.types.ReferenceType, o, callback);
  decref(rt, callback);
  decref(rt, setRef);
  if (ref === null) return false;
  hold(rt, "value in use", ref);
  const isAdded = setAdd(rt, set, ref);
  dropHeld(rt, "value in use", ref);
  return isAdded;
}

function register(rt: Runtime, _module: PyObject, args: readonly PyObject[]): PyObject | null {
  const [cls, subclass] = args as [PyObject, PyObject];
  if (!hasFlag(subclass.type, TypeFlag.TypeSubclass))
    return raise(rt, "TypeError", "Can only register classes");
  const already = isSubclass(rt, subclass, cls);
  if (already !== false) return already === null ? null : newRef(subclass);
  const isCycle = isSubclass(rt, cls, subclass);
  if (isCycle === null) return null;
  if (isCycle) return raise(rt, "RuntimeError", "Refusing to create an inheritance cycle");
  const data = dataOf(rt, cls);
  if (data === null) return null;
  const isAdded = addToWeakSet(rt, data, "registry", subclass);
  decref(rt, data);
  if (!isAdded) return null;
  counterOf(rt).value += 1;
  return newRef(subclass);
}

function instanceCheck(rt: Runtime, _module: PyObject, args: readonly PyObject[]): PyObject | null {
  const [cls, instance] = args as [PyObject, PyObject];
  const data = dataOf(rt, cls);
  if (data === null) return null;
  const subclass = getAttrText(rt, instance, "__class__");
  hold(rt, "value in use", data);
  if (subclass !== null) hold(rt, "value in use", subclass);
  const result = subclass === null ? null : checkInstance(rt, cls, data.payload, instance, subclass);
  if (subclass !== null) dropHeld(rt, "value in use", subclass);
  dropHeld(rt, "value in use", data);
  return result;
}

function checkInstance(
  rt: Runtime,
  cls: PyObject,
  data: AbcData,
  instance: PyObject,
  subclass: PyObject,
): PyObject | null {
  const isKnown = isInWeakSet(rt, data.cache, subclass);
  if (isKnown !== false) return isKnown === null ? null : newRef(rt.true);
  const subtype = instance.type;
  if (subtype === subclass) {
    if (data.negativeVersion === counterOf(rt).value) {
      const isNone = isInWeakSet(rt, data.negativeCache, subclass);
      if (isNone !== false) return isNone === null ? null : newRef(rt.false);
    }
    return callMethod(rt, cls, "__subclasscheck__", [subclass]);
  }
  const result = callMethod(rt, cls, "__subclasscheck__", [subclass]);
  const isOne = result === null ? null : isTrue(rt, result);
  if (result === null || isOne === true) return result;
  decref(rt, result);
  return isOne === null ? null : callMethod(rt, cls, "__subclasscheck__", [subtype]);
}

function subclassCheck(rt: Runtime, _module: PyObject, args: readonly PyObject[]): PyObject | null {
  const [cls, subclass] = args as [PyObject, PyObject];
  if (!hasFlag(subclass.type, TypeFlag.TypeSubclass))
    return raise(rt, "TypeError", "issubclass() arg 1 must be a class");
  const data = dataOf(rt, cls);
  if (data === null) return null;
  hold(rt, "value in use", data);
  const answer = checkSubclass(rt, cls, data, subclass);
  dropHeld(rt, "value in use", data);
  return answer === null ? null : newRef(answer ? rt.true : rt.false);
}

function checkSubclass(
  rt: Runtime,
  cls: PyObject,
  data: PyObject<AbcData>,
  subclass: PyObject,
): boolean | null {
  const d = data.payload;
  const isKnown = isInWeakSet(rt, d.cache, subclass);
  if (isKnown !== false) return isKnown;
  const version = counterOf(rt).value;
  if (d.negativeVersion < version) {
    // The cache is emptied and kept.
    if (d.negativeCache !== null) callAndDrop(rt, d.negativeCache, "clear");
    d.negativeVersion = version;
  } else {
    const isNone = isInWeakSet(rt, d.negativeCache, subclass);
    if (isNone !== false) return isNone === null ? null : false;
  }
  const answer = decide(rt, cls, d, subclass);
  // What is registered itself is found there again.
  if (answer === null || answer === "registered") return answer === null ? null : true;
  return addToWeakSet(rt, data, answer ? "cache" : "negativeCache", subclass) ? answer : null;
}

function callAndDrop(rt: Runtime, o: PyObject, name: string): void {
  const result = callMethod(rt, o, name, []);
  if (result !== null) decref(rt, result);
}

/** The hook, then the classes it stands on, then the registry, then what stands on the abstract class. */
function decide(
  rt: Runtime,
  cls: PyObject,
  data: AbcData,
  subclass: PyObject,
): boolean | "registered" | null {
  const ok = callMethod(rt, cls, "__subclasshook__", [subclass]);
  if (ok === null) return null;
  decref(rt, ok);
  if (ok === rt.true) return true;
  if (ok === rt.false) return false;
  if (ok !== rt.notImplemented)
    return raise(rt, "AssertionError", "__subclasshook__ must return either False, True, or NotImplemented");
  if (isTypeOrSubtype(subclass as PyType, cls as PyType)) return true;
  const inRegistry = isInRegistry(rt, data, subclass);
  return inRegistry === false ? standsOnSubclass(rt, cls, subclass) : inRegistry;
}

/** [subclasscheck_check_registry] */
function isInRegistry(rt: Runtime, data: AbcData, subclass: PyObject): boolean | "registered" | null {
  const isOne = isInWeakSet(rt, data.registry, subclass);
  if (isOne !== false) return isOne === null ? null : "registered";
  const copies = data.registry === null ? [] : setElements(data.registry).map(newRef);
  let answer: boolean | null = false;
  for (const ref of copies) {
    const registered = answer === false ? referentOf(ref) : null;
    if (registered !== null) {
      answer = isSubclass(rt, subclass, registered);
      decref(rt, registered);
    }
    decref(rt, ref);
  }
  return answer;
}

function standsOnSubclass(rt: Runtime, cls: PyObject, subclass: PyObject): boolean | null {
  const list = callMethod(rt, cls, "__subclasses__", []);
  if (list === null) return null;
  const subclasses = (list as PyObject<{ items?: PyObject[] }>).payload.items;
  if (subclasses === undefined) {
    decref(rt, list);
    return raise(rt, "TypeError", "__subclasses__() must return a list");
  }
  hold(rt, "value in use", list);
  let answer: boolean | null = false;
  for (let i = 0; i < subclasses.length && answer === false; i += 1)
    answer = isSubclass(rt, subclass, subclasses[i] as PyObject);
  dropHeld(rt, "value in use", list);
  return answer;
}

export const abcCModule: ModuleSpec = {
  name: "_abc",
  functions: [
    oneArg("_abc_init", init),
    method("_abc_register", register, { min: 2, max: 2 }),
    method("_abc_instancecheck", instanceCheck, { min: 2, max: 2 }),
    method("_abc_subclasscheck", subclassCheck, { min: 2, max: 2 }),
    noArgs("get_cache_token", (rt) => rt.newInt(counterOf(rt).value)),
  ],
};

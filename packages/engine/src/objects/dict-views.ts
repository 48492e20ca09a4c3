/** `d.keys()`, `d.values()`, `d.items()` and the iterators over them.   [mirrors dictview_*, dictiter_* in Objects/dictobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import {
  call,
  callMethod,
  contains,
  equals,
  getIter,
  hashNotImplemented,
  iterNext,
  length,
  reprText,
} from "./abstract.ts";
import { dictContains, dictGet, dictSize, type PyDict } from "./dict.ts";
import { keyAt, positionCount, valueAt } from "./dict-table.ts";
import { raise } from "./errors.ts";
import { newMappingProxy } from "./mappingproxy.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag, type TypeSlots, type Visit } from "./object.ts";
import { reprEnter, reprLeave } from "./repr-guard.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import { getset, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

type ViewName = "dict_keys" | "dict_values" | "dict_items";
type IteratorName =
  | "dict_keyiterator"
  | "dict_valueiterator"
  | "dict_itemiterator"
  | "dict_reversekeyiterator"
  | "dict_reversevalueiterator"
  | "dict_reverseitemiterator";

interface ViewData {
  /** Owned. */
  readonly dict: PyDict;
}

type PyView = PyObject<ViewData>;

export function newDictView(rt: Runtime, name: ViewName, dict: PyDict): PyObject {
  const view: PyView = rt.heap.create(rt.types[name], { dict: newRef(dict) });
  rt.heap.track(view);
  if (rt.recorder !== null) rt.recorder.slotWrite(view, "mapping", null, null, dict);
  return view;
}

interface IteratorData {
  /** Owned; null once exhausted. */
  dict: PyDict | null;
  /** The dict's size when the iteration began; −1 after it changed. */
  used: number;
  position: number;
  left: number;
  /** The pair handed out last, used again while nobody else holds it. [di_result] */
  result: PyObject | null;
}

type PyDictIterator = PyObject<IteratorData>;

export function newDictIterator(rt: Runtime, name: IteratorName, dict: PyDict): PyObject {
  const used = dictSize(dict);
  const isReversed = name.startsWith("dict_reverse");
  const iterator: PyDictIterator = rt.heap.create(rt.types[name], {
    dict: newRef(dict),
    used,
    position: isReversed ? positionCount(dict.payload) - 1 : 0,
    left: used,
    result: name.endsWith("itemiterator") ? rt.newTuple([newRef(rt.none), newRef(rt.none)]) : null,
  });
  rt.heap.track(iterator);
  if (rt.recorder !== null) rt.recorder.slotWrite(iterator, "mapping", null, null, dict);
  return iterator;
}

// ---- iterators -----------------------------------------------------------------------------------------------

function iteratorDealloc(rt: Runtime, self: PyObject): void {
  const data = (self as PyDictIterator).payload;
  rt.heap.untrack(self);
  const { dict, result } = data;
  data.dict = null;
  data.result = null;
  xdecref(rt, dict);
  xdecref(rt, result);
  rt.heap.free(self);
}

function iteratorTraverse(self: PyObject, visit: Visit): void {
  const { dict, result } = (self as PyDictIterator).payload;
  if (dict !== null) visit(dict, "mapping", null);
  if (result !== null) visit(result, "reused pair", null);
}

/** The next position with an entry, or −1 with the iterator finished (an exception may be set). */
function advance(rt: Runtime, self: PyDictIterator, step: 1 | -1): number {
  const data = self.payload;
  const { dict } = data;
  if (dict === null) return -1;
  const d = dict.payload;
  if (data.used !== dictSize(dict)) {
    raise(rt, "RuntimeError", "dictionary changed size during iteration");
    data.used = -1;
    return -1;
  }
  const count = positionCount(d);
  let position = data.position;
  while (position >= 0 && position < count && keyAt(d, position) === null) position += step;
  if (position < 0 || position >= count) return finish(rt, self);
  if (data.left === 0) {
    raise(rt, "RuntimeError", "dictionary keys changed during iteration");
    return finish(rt, self);
  }
  data.position = position + step;
  data.left -= 1;
  return position;
}

function finish(rt: Runtime, self: PyDictIterator): -1 {
  const { dict } = self.payload;
  self.payload.dict = null;
  if (dict !== null) {
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "mapping", null, dict, null);
    decref(rt, dict);
  }
  return -1;
}

const nextKey =
  (step: 1 | -1) =>
  (rt: Runtime, self: PyObject): PyObject | null => {
    const { dict } = (self as PyDictIterator).payload;
    const at = advance(rt, self as PyDictIterator, step);
    return at < 0 || dict === null ? null : newRef(keyAt(dict.payload, at) as PyObject);
  };

const nextValue =
  (step: 1 | -1) =>
  (rt: Runtime, self: PyObject): PyObject | null => {
    const { dict } = (self as PyDictIterator).payload;
    const at = advance(rt, self as PyDictIterator, step);
    return at < 0 || dict === null ? null : newRef(valueAt(dict.payload, at) as PyObject);
  };

const nextItem =
  (step: 1 | -1) =>
  (rt: Runtime, self: PyObject): PyObject | null => {
    const data = (self as PyDictIterator).payload;
    const { dict, result } = data;
    const at = advance(rt, self as PyDictIterator, step);
    if (at < 0 || dict === null) return null;
    const key = newRef(keyAt(dict.payload, at) as PyObject);
    const value = newRef(valueAt(dict.payload, at) as PyObject);
    if (result === null || result.refcnt !== 1) return rt.newTuple([key, value]);
    return reusePair(rt, result, key, value);
  };

/** Nobody else holds the last pair: fill it again. Steals key and value. */
function reusePair(rt: Runtime, result: PyObject, key: PyObject, value: PyObject): PyObject {
  const items = (result as PyObject<{ items: PyObject[] }>).payload.items;
  const [oldKey, oldValue] = items;
  items[0] = key;
  items[1] = value;
  newRef(result);
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(result, "item", 0, oldKey ?? null, key);
    rt.recorder.slotWrite(result, "item", 1, oldValue ?? null, value);
  }
  xdecref(rt, oldKey ?? null);
  xdecref(rt, oldValue ?? null);
  // The collector may have let it go while it held only atoms.
  if (!rt.heap.isTracked(result)) rt.heap.track(result);
  return result;
}

function lengthHint(rt: Runtime, self: PyObject): PyObject {
  const { dict, used, left } = (self as PyDictIterator).payload;
  return rt.newInt(dict !== null && used === dictSize(dict) ? left : 0);
}

/** `iter, (list of what is left,)` */
function reduceIterator(rt: Runtime, self: PyObject): PyObject | null {
  const rest: PyObject[] = [];
  const data = (self as PyDictIterator).payload;
  const saved = { ...data };
  if (saved.dict !== null) newRef(saved.dict);
  for (let item = iterNext(rt, self); item !== null; item = iterNext(rt, self)) rest.push(item);
  if (rt.thread.exception !== null) return null;
  xdecref(rt, data.dict);
  Object.assign(data, saved);
  const iter = dictGet(rt, rt.builtins, rt.intern("iter"));
  return rt.newTuple([newRef(iter ?? rt.none), rt.newTuple([rt.newList(rest)])]);
}

function iteratorSpec(name: IteratorName, next: NonNullable<TypeSlots["iternext"]>): TypeSpec {
  return {
    name,
    flags: TypeFlag.HaveGc | TypeFlag.DisallowInstantiation,
    basicsize: 56,
    slots: {
      dealloc: iteratorDealloc,
      traverse: iteratorTraverse,
      iter: (_rt, self) => newRef(self),
      iternext: next,
    },
    methods: [noArgs("__length_hint__", lengthHint), noArgs("__reduce__", reduceIterator)],
  };
}

// ---- views ---------------------------------------------------------------------------------------------------

const dictOf = (view: PyObject): PyDict => (view as PyView).payload.dict;

function isSetLike(o: PyObject, rt: Runtime): boolean {
  return (
    hasFlag(o.type, TypeFlag.SetSubclass) || o.type === rt.types.dict_keys || o.type === rt.types.dict_items
  );
}

function viewDealloc(rt: Runtime, self: PyObject): void {
  const dict = dictOf(self);
  rt.heap.untrack(self);
  rt.heap.free(self);
  decref(rt, dict);
}

function viewRepr(rt: Runtime, self: PyObject): PyObject | null {
  if (!reprEnter(rt, self)) return rt.thread.exception === null ? rt.newStr("...") : null;
  const list = call(rt, rt.types.list, [self]);
  const inner = list === null ? null : reprText(rt, list);
  if (list !== null) decref(rt, list);
  reprLeave(rt, self);
  return inner === null ? null : rt.newStr(`${self.type.payload.name}(${inner})`);
}

/** Sets are compared by size and membership. [dictview_richcompare] */
const viewCompare: NonNullable<TypeSlots["richcompare"]> = (rt, self, other, op) => {
  if (!isSetLike(other, rt)) return newRef(rt.notImplemented);
  const mine = length(rt, self);
  const theirs = length(rt, other);
  if (mine === null || theirs === null) return null;
  let answer: boolean | null;
  if (op === "==" || op === "!=") {
    answer = mine === theirs ? allIn(rt, self, other) : false;
    if (op === "!=" && answer !== null) answer = !answer;
  } else if (op === "<") answer = mine < theirs ? allIn(rt, self, other) : false;
  else if (op === "<=") answer = mine <= theirs ? allIn(rt, self, other) : false;
  else if (op === ">") answer = mine > theirs ? allIn(rt, other, self) : false;
  else answer = mine >= theirs ? allIn(rt, other, self) : false;
  return answer === null ? null : newRef(answer ? rt.true : rt.false);
};

/** Whether all members of `a` are in `b`. [all_contained_in] */
function allIn(rt: Runtime, a: PyObject, b: PyObject): boolean | null {
  const iterator = getIter(rt, a);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let answer: boolean | null = true;
  while (answer === true) {
    const item = iterNext(rt, iterator);
    if (item === null) {
      if (rt.thread.exception !== null) answer = null;
      break;
    }
    hold(rt, "item in use", item);
    answer = contains(rt, b, item);
    dropHeld(rt, "item in use", item);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return answer;
}

/** `view op other` as a set; either side may be the view. */
const setOperation =
  (name: string) =>
  (rt: Runtime, left: PyObject, right: PyObject): PyObject | null => {
    const set = call(rt, rt.types.set, [left]);
    if (set === null) return null;
    const done = callMethod(rt, set, name, [right]);
    if (done === null) {
      decref(rt, set);
      return null;
    }
    decref(rt, done);
    return set;
  };

const setSlots: TypeSlots = {
  richcompare: viewCompare,
  hash: hashNotImplemented,
  subtract: setOperation("difference_update"),
  and: setOperation("intersection_update"),
  xor: setOperation("symmetric_difference_update"),
  or: setOperation("update"),
};

function isDisjoint(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  const iterator = getIter(rt, other);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let shared: boolean | null = false;
  while (shared === false) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    hold(rt, "item in use", item);
    shared = contains(rt, self, item);
    dropHeld(rt, "item in use", item);
  }
  dropHeld(rt, "iterator drawn from", iterator);
  if (shared === null || rt.thread.exception !== null) return null;
  return newRef(shared ? rt.false : rt.true);
}

function containsItem(rt: Runtime, self: PyObject, pair: PyObject): boolean | null {
  const items = isTuple(pair) ? tupleItems(pair) : [];
  const [key, value] = items;
  if (items.length !== 2 || key === undefined || value === undefined) return false;
  const found = dictGet(rt, dictOf(self), key);
  if (found === null) return rt.thread.exception === null ? false : null;
  newRef(found);
  hold(rt, "value in use", found);
  const same = equals(rt, found, value);
  dropHeld(rt, "value in use", found);
  return same;
}

function viewSpec(name: ViewName, forward: IteratorName, backward: IteratorName, extra: TypeSlots): TypeSpec {
  const isSet = name !== "dict_values";
  return {
    name,
    flags: TypeFlag.HaveGc | TypeFlag.DisallowInstantiation,
    basicsize: 24,
    slots: {
      dealloc: viewDealloc,
      traverse: (self: PyObject, visit: Visit) => visit(dictOf(self), "mapping", null),
      repr: viewRepr,
      iter: (rt, self) => newDictIterator(rt, forward, dictOf(self)),
      length: (_rt, self) => dictSize(dictOf(self)),
      ...(isSet ? setSlots : {}),
      ...extra,
    },
    methods: [
      ...(isSet ? [oneArg("isdisjoint", isDisjoint)] : []),
      noArgs("__reversed__", (rt, self) => newDictIterator(rt, backward, dictOf(self))),
    ],
    getset: [
      {
        ...getset("mapping", (rt, self) => newMappingProxy(rt, dictOf(self))),
        exists: (p) => p.unionIsClassInfo,
      },
    ],
  };
}

export const dictViewSpecs: readonly TypeSpec[] = [
  viewSpec("dict_keys", "dict_keyiterator", "dict_reversekeyiterator", {
    contains: (rt, self, key) => dictContains(rt, dictOf(self), key),
  }),
  viewSpec("dict_values", "dict_valueiterator", "dict_reversevalueiterator", {}),
  viewSpec("dict_items", "dict_itemiterator", "dict_reverseitemiterator", { contains: containsItem }),
  iteratorSpec("dict_keyiterator", nextKey(1)),
  iteratorSpec("dict_valueiterator", nextValue(1)),
  iteratorSpec("dict_itemiterator", nextItem(1)),
  iteratorSpec("dict_reversekeyiterator", nextKey(-1)),
  iteratorSpec("dict_reversevalueiterator", nextValue(-1)),
  iteratorSpec("dict_reverseitemiterator", nextItem(-1)),
];

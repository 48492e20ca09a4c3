/** set, frozenset and their iterator.   [mirrors Objects/setobject.c] */

import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold, keep, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { hashNotImplemented } from "./abstract.ts";
import { classGetItem } from "./class-getitem.ts";
import { raiseKey } from "./errors.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { reprEnter, reprLeave } from "./repr-guard.ts";
import { reprItems } from "./sequence-compare.ts";
import {
  copySet,
  intersect,
  intersectUpdate,
  isDisjoint,
  isSubsetOf,
  lookupKey,
  makeSet,
  subtract,
  subtractUpdate,
  toggle,
  toggleUpdate,
  updateSet,
} from "./set-algebra.ts";
import { frozenHash } from "./set-hash.ts";
import { newSetIterator } from "./set-iterator.ts";
import {
  elementAt,
  findElement,
  isAnySet,
  newSetOf,
  type PySet,
  setAdd,
  setClear,
  setElements,
  tableBytes,
  takeSlot,
} from "./set-object.ts";
import { method, type NativeFunction, type NativeSpec, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

type Args = readonly PyObject[];

const used = (o: PyObject): number => (o as PySet).payload.used;

function none(rt: Runtime, done: boolean): PyObject | null {
  return done ? newRef(rt.none) : null;
}

function truth(rt: Runtime, value: boolean | null): PyObject | null {
  return value === null ? null : newRef(value ? rt.true : rt.false);
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  clearWeakrefs(rt, self);
  setClear(rt, self as PySet);
  rt.heap.free(self);
}

function traverse(self: PyObject, visit: Visit): void {
  for (const key of setElements(self)) visit(key, "element", key);
}

function setInit(rt: Runtime, self: PyObject, args: Args, names: readonly PyObject[] | null): boolean {
  if (!noKeywords(rt, "set", names)) return false;
  const given = args.length - (names?.length ?? 0);
  if (!checkPositional(rt, "set", given, 0, 1)) return false;
  const set = self as PySet;
  if (set.payload.fill > 0) setClear(rt, set);
  set.payload.hash = null;
  return given === 0 || updateSet(rt, set, args[0] as PyObject);
}

/** An exact frozenset is its own copy; the empty one is shared up to 3.9. [frozenset_new_impl] */
function frozensetNew(
  rt: Runtime,
  type: PyObject,
  args: Args,
  names: readonly PyObject[] | null,
): PyObject | null {
  const isExact = type === rt.types.frozenset;
  const isBare =
    rt.profile.bareSubclassesTakeNoKeywords &&
    (type as PyType).payload.slots.init === rt.types.frozenset.payload.slots.init;
  if ((isExact || isBare) && !noKeywords(rt, "frozenset", names)) return null;
  const given = args.length - (names?.length ?? 0);
  if (!checkPositional(rt, "frozenset", given, 0, 1)) return null;
  const source = given === 0 ? null : (args[0] as PyObject);
  if (!isExact) return makeSet(rt, type as PyType, source);
  if (source !== null && source.type === rt.types.frozenset) return newRef(source);
  const made = makeSet(rt, rt.types.frozenset, source);
  if (made === null || !rt.profile.emptyFrozensetIsShared || used(made) > 0) return made;
  if (rt.caches.emptyFrozenset === null) {
    rt.caches.emptyFrozenset = newRef(made);
    keep(rt, "cache of empty values", made);
  }
  decref(rt, made);
  return newRef(rt.caches.emptyFrozenset);
}

function setRepr(rt: Runtime, self: PyObject): PyObject | null {
  const name = self.type.payload.name;
  if (used(self) === 0) return rt.newStr(`${name}()`);
  if (!reprEnter(rt, self)) return rt.newStr(`${name}(...)`);
  const elements = setElements(self).map(newRef);
  const inner = reprItems(rt, () => elements);
  for (const each of elements) decref(rt, each);
  reprLeave(rt, self);
  if (inner === null) return null;
  return rt.newStr(self.type === rt.types.set ? `{${inner}}` : `${name}({${inner}})`);
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if (!isAnySet(self) || !isAnySet(other)) return newRef(rt.notImplemented);
  return truth(rt, compareSets(rt, self, other, op));
}

function compareSets(rt: Runtime, a: PySet, b: PySet, op: CompareOp): boolean | null {
  switch (op) {
    case "==":
      return areEqual(rt, a, b);
    case "!=": {
      const same = areEqual(rt, a, b);
      return same === null ? null : !same;
    }
    case "<=":
      return isSubsetOf(rt, a, b);
    case ">=":
      return isSubsetOf(rt, b, a);
    case "<":
      return used(a) >= used(b) ? false : isSubsetOf(rt, a, b);
    case ">":
      return used(b) >= used(a) ? false : isSubsetOf(rt, b, a);
  }
}

function areEqual(rt: Runtime, a: PySet, b: PySet): boolean | null {
  if (used(a) !== used(b)) return false;
  const { hash } = a.payload;
  if (hash !== null && b.payload.hash !== null && hash !== b.payload.hash) return false;
  return isSubsetOf(rt, a, b);
}

function contains(rt: Runtime, self: PyObject, key: PyObject): boolean | null {
  const wanted = lookupKey(rt, key);
  if (wanted === null) return null;
  const slot = findElement(rt, self as PySet, wanted.key, wanted.hash);
  if (wanted.isOwn) decref(rt, wanted.key);
  return slot === null ? null : slot >= 0;
}

type Operation = (rt: Runtime, set: PySet, other: PyObject) => PySet | null;
type Update = (rt: Runtime, set: PySet, other: PyObject) => boolean;

function unite(rt: Runtime, set: PySet, other: PyObject): PySet | null {
  const result = copySet(rt, set);
  if (result === null || set === other || updateSet(rt, result, other)) return result;
  decref(rt, result);
  return null;
}

/** `a | b` and its like: both must be sets. */
function operator(operation: Operation): (rt: Runtime, a: PyObject, b: PyObject) => PyObject | null {
  return (rt, a, b) => (isAnySet(a) && isAnySet(b) ? operation(rt, a, b) : newRef(rt.notImplemented));
}

function inplace(update: Update): (rt: Runtime, a: PyObject, b: PyObject) => PyObject | null {
  return (rt, a, b) => {
    if (!isAnySet(b)) return newRef(rt.notImplemented);
    return update(rt, a as PySet, b) ? newRef(a) : null;
  };
}

/** `a.union(*others)` and its like. */
function variadic(operation: Operation): NativeFunction {
  return (rt, self, args) => {
    let result: PySet | null = null;
    if (args.length === 0) return copySet(rt, self);
    for (const other of args) {
      const next: PySet | null = operation(rt, result ?? (self as PySet), other);
      if (result !== null) decref(rt, result);
      if (next === null) return null;
      result = next;
    }
    return result;
  };
}

/** One copy, updated by each. */
function unionMethod(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const result = copySet(rt, self);
  if (result === null) return null;
  hold(rt, "result in use", result);
  const done = args.every((other) => other === self || updateSet(rt, result, other));
  letGo(rt, "result in use", result);
  if (done) return result;
  decref(rt, result);
  return null;
}

function variadicUpdate(update: Update): NativeFunction {
  return (rt, self, args) =>
    none(
      rt,
      args.every((other) => update(rt, self as PySet, other)),
    );
}

function isSubset(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  return withSet(rt, other, (set) => isSubsetOf(rt, self as PySet, set));
}

function isSuperset(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  return withSet(rt, other, (set) => isSubsetOf(rt, set, self as PySet));
}

function withSet(rt: Runtime, other: PyObject, ask: (set: PySet) => boolean | null): PyObject | null {
  const set = isAnySet(other) ? newRef(other) : makeSet(rt, rt.types.set, other);
  if (set === null) return null;
  hold(rt, "container in use", set);
  const answer = ask(set);
  dropHeld(rt, "container in use", set);
  return truth(rt, answer);
}

function remove(rt: Runtime, self: PyObject, key: PyObject, mustExist: boolean): PyObject | null {
  const wanted = lookupKey(rt, key);
  if (wanted === null) return null;
  const set = self as PySet;
  const slot = findElement(rt, set, wanted.key, wanted.hash);
  if (wanted.isOwn) decref(rt, wanted.key);
  if (slot === null) return null;
  if (slot < 0) return mustExist ? raiseKey(rt, key) : newRef(rt.none);
  decref(rt, takeSlot(rt, set, slot));
  return newRef(rt.none);
}

/** The next element from where the last pop stopped. [set_pop] */
function pop(rt: Runtime, self: PyObject): PyObject | null {
  const set = self as PySet;
  const data = set.payload;
  if (data.used === 0) {
    const message = rt.newStr("pop from an empty set");
    raiseKey(rt, message);
    decref(rt, message);
    return null;
  }
  let slot = data.finger & data.mask;
  while (elementAt(data, slot) === null) slot = slot === data.mask ? 0 : slot + 1;
  data.finger = slot + 1;
  return takeSlot(rt, set, slot);
}

function sizeof(_rt: Runtime, self: PyObject): number {
  return self.type.payload.basicsize + tableBytes((self as PySet).payload);
}

function reduce(rt: Runtime, self: PyObject): PyObject | null {
  const elements = rt.newList(setElements(self).map(newRef));
  return rt.newTuple([newRef(self.type), rt.newTuple([elements]), newRef(rt.none)]);
}

// ---- the two types -------------------------------------------------------------------------------------------

const sharedSlots: TypeSpec["slots"] = {
  dealloc,
  traverse,
  sizeof,
  repr: setRepr,
  richcompare: compare,
  iter: newSetIterator,
  length: (_rt, self) => used(self),
  contains,
  subtract: operator(subtract),
  and: operator(intersect),
  xor: operator(toggle),
  or: operator(unite),
};

const sharedMethods: readonly NativeSpec[] = [
  noArgs("copy", (rt, self) => (self.type === rt.types.frozenset ? newRef(self) : copySet(rt, self))),
  oneArg("__contains__", (rt, self, key) => truth(rt, contains(rt, self, key))),
  method("difference", variadic(subtract)),
  method("intersection", variadic(intersect)),
  oneArg("isdisjoint", (rt, self, other) => truth(rt, isDisjoint(rt, self as PySet, other))),
  oneArg("issubset", isSubset),
  oneArg("issuperset", isSuperset),
  noArgs("__reduce__", reduce),
  oneArg("symmetric_difference", (rt, self, other) => toggle(rt, self as PySet, other)),
  method("union", unionMethod),
  noArgs("__sizeof__", (rt, self) => rt.newInt(sizeof(rt, self))),
  classGetItem,
];

const flags = TypeFlag.BaseType | TypeFlag.HaveGc | TypeFlag.SetSubclass | TypeFlag.HasWeakrefs;

export const setSpec: TypeSpec = {
  name: "set",
  flags,
  basicsize: 200,
  slots: {
    ...sharedSlots,
    clear: (rt, self) => setClear(rt, self as PySet),
    new: (rt, type) => newSetOf(rt, type),
    init: setInit,
    hash: hashNotImplemented,
    inplaceSubtract: inplace(subtractUpdate),
    inplaceAnd: inplace(intersectUpdate),
    inplaceXor: inplace(toggleUpdate),
    inplaceOr: inplace(updateSet),
  },
  methods: [
    oneArg("add", (rt, self, key) => none(rt, setAdd(rt, self, key))),
    noArgs("clear", (rt, self) => {
      setClear(rt, self as PySet);
      return newRef(rt.none);
    }),
    oneArg("discard", (rt, self, key) => remove(rt, self, key, false)),
    method("difference_update", variadicUpdate(subtractUpdate)),
    method("intersection_update", (rt, self, args) => {
      let done = true;
      for (const other of args) done = done && intersectUpdate(rt, self as PySet, other);
      return none(rt, done);
    }),
    noArgs("pop", pop),
    oneArg("remove", (rt, self, key) => remove(rt, self, key, true)),
    oneArg("symmetric_difference_update", (rt, self, other) =>
      none(rt, toggleUpdate(rt, self as PySet, other)),
    ),
    method("update", variadicUpdate(updateSet)),
    ...sharedMethods,
  ],
};

export const frozensetSpec: TypeSpec = {
  name: "frozenset",
  flags,
  basicsize: 200,
  slots: {
    ...sharedSlots,
    clear: (rt, self) => setClear(rt, self as PySet),
    new: frozensetNew,
    hash: frozenHash,
  },
  methods: sharedMethods,
};

/** collections.deque.   [mirrors Modules/_collectionsmodule.c] */

import { clearWeakrefs } from "../../gc/weakrefs.ts";
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { asIndex, getIter, hashNotImplemented, iterNext, typeName } from "../../objects/abstract.ts";
import { classGetItem } from "../../objects/class-getitem.ts";
import { raise } from "../../objects/errors.ts";
import { iteratorSelf } from "../../objects/index-iterator.ts";
import { boundNotNone, clampBound, ssizeArgument } from "../../objects/indices.ts";
import { parseArguments } from "../../objects/native-arguments.ts";
import { fieldSlots, newWithFields } from "../../objects/native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag } from "../../objects/object.ts";
import { reprEnter, reprLeave } from "../../objects/repr-guard.ts";
import { compareItems, countItems, findItem, reprItems } from "../../objects/sequence-compare.ts";
import { getset, method, noArgs, oneArg, type TypeSpec } from "../../objects/typespec.ts";
import {
  blockBytes,
  blockCount,
  blockSlots,
  dequeAdd,
  dequeClear,
  dequeReplace,
  dequeTake,
  freeBlocks,
  newDequeOf,
  ownedItems,
  type PyDeque,
} from "./deque-object.ts";

const items = (o: PyObject): PyObject[] => (o as PyDeque).payload.items;

function isDeque(rt: Runtime, o: PyObject): o is PyDeque {
  const type = rt.types["collections.deque"];
  return o.type === type || o.type.payload.mroTypes.includes(type);
}

function none(rt: Runtime): PyObject {
  return newRef(rt.none);
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  if (self.attrs !== null) clearWeakrefs(rt, self);
  dequeClear(rt, self as PyDeque);
  freeBlocks(rt, self as PyDeque);
  rt.heap.free(self);
}

function extend(rt: Runtime, self: PyObject, iterable: PyObject, atLeft: boolean): boolean {
  const deque = self as PyDeque;
  if (iterable === self) {
    const copy = rt.newList(ownedItems(self));
    const done = extend(rt, self, copy, atLeft);
    decref(rt, copy);
    return done;
  }
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  // An empty deque is filled from the edge of its block, to save space.
  if (deque.payload.items.length === 0) deque.payload.leftIndex = atLeft ? blockSlots - 1 : 1;
  for (let item = iterNext(rt, iterator); item !== null; item = iterNext(rt, iterator))
    dequeAdd(rt, deque, item, atLeft);
  dropHeld(rt, "iterator drawn from", iterator);
  return rt.thread.exception === null;
}

function init(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  const places = parseArguments(rt, "deque", { names: ["iterable", "maxlen"], required: 0 }, args, names);
  if (places === null) return false;
  const [iterable = null, maxlen = null] = places;
  const deque = self as PyDeque;
  if (maxlen !== null && maxlen !== rt.none) {
    const most = ssizeArgument(rt, maxlen);
    if (most === null) return false;
    if (most < 0) {
      raise(rt, "ValueError", "maxlen must be non-negative");
      return false;
    }
    deque.payload.maxlen = most;
  } else {
    deque.payload.maxlen = null;
  }
  dequeClear(rt, deque);
  return iterable === null || extend(rt, self, iterable, false);
}

function copy(rt: Runtime, self: PyObject): PyObject {
  const made = newDequeOf(rt, self.type);
  made.payload.maxlen = (self as PyDeque).payload.maxlen;
  if (items(self).length > 1) made.payload.leftIndex = 1;
  for (const each of items(self)) dequeAdd(rt, made, newRef(each), false);
  return made;
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  if (!reprEnter(rt, self)) return rt.newStr("[...]");
  const inner = reprItems(rt, () => items(self));
  reprLeave(rt, self);
  if (inner === null) return null;
  const { maxlen } = (self as PyDeque).payload;
  const suffix = maxlen === null ? "" : `, maxlen=${maxlen}`;
  return rt.newStr(`${self.type.payload.name}([${inner}]${suffix})`);
}

function itemAt(rt: Runtime, self: PyObject, index: number): PyObject | null {
  const found = items(self)[index];
  return found === undefined ? raise(rt, "IndexError", "deque index out of range") : newRef(found);
}

function positionOf(rt: Runtime, self: PyObject, key: PyObject): number | null {
  const at = asIndex(rt, key, "IndexError");
  if (at === null) return null;
  const size = items(self).length;
  const index = at < 0 ? at + size : at;
  return index < 0 || index >= size ? raise(rt, "IndexError", "deque index out of range") : index;
}

function assSubscript(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  const at = positionOf(rt, self, key);
  if (at === null) return false;
  const all = [...items(self)];
  const old = all[at] as PyObject;
  if (value === null) all.splice(at, 1);
  else all[at] = newRef(value);
  dequeReplace(rt, self as PyDeque, all);
  decref(rt, old);
  return true;
}

function rotate(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const by = args[0] === undefined ? 1 : ssizeArgument(rt, args[0]);
  if (by === null) return null;
  const all = items(self);
  if (all.length > 1) {
    const shift = ((by % all.length) + all.length) % all.length;
    const at = all.length - shift;
    dequeReplace(rt, self as PyDeque, [...all.slice(at), ...all.slice(0, at)]);
  }
  return none(rt);
}

function remove(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  const before = items(self).length;
  const at = findItem(rt, () => items(self), value, 0, before);
  if (at === null) return null;
  if (items(self).length !== before) return raise(rt, "IndexError", "deque mutated during remove().");
  if (at < 0) return notInDeque(rt, value);
  const all = [...items(self)];
  const [old] = all.splice(at, 1);
  dequeReplace(rt, self as PyDeque, all);
  decref(rt, old as PyObject);
  return none(rt);
}

function insert(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const at = ssizeArgument(rt, args[0] as PyObject);
  if (at === null) return null;
  const { maxlen } = (self as PyDeque).payload;
  const all = [...items(self)];
  if (maxlen !== null && all.length >= maxlen)
    return raise(rt, "IndexError", "deque already at its maximum size");
  all.splice(clampBound(at, all.length), 0, newRef(args[1] as PyObject));
  dequeReplace(rt, self as PyDeque, all);
  return none(rt);
}

function indexOf(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const start = boundNotNone(rt, args[1], 0);
  if (start === null) return null;
  const stop = boundNotNone(rt, args[2], Number.MAX_SAFE_INTEGER);
  if (stop === null) return null;
  const size = items(self).length;
  const value = args[0] as PyObject;
  const at = findItem(rt, () => items(self), value, clampBound(start, size), clampBound(stop, size));
  if (at === null) return null;
  if (at >= 0) return rt.newInt(at);
  return rt.profile.indexErrorIsFixed
    ? raise(rt, "ValueError", "deque.index(x): x not in deque")
    : showMissing(rt, value);
}

function showMissing(rt: Runtime, value: PyObject): null {
  const shown = reprItems(rt, () => [value]);
  return shown === null ? null : raise(rt, "ValueError", `${shown} is not in deque`);
}

function notInDeque(rt: Runtime, value: PyObject): null {
  if (rt.profile.dequeRemoveShows) return showMissing(rt, value);
  return raise(rt, "ValueError", "deque.remove(x): x not in deque");
}

function pop(rt: Runtime, self: PyObject, atLeft: boolean): PyObject | null {
  const item = dequeTake(rt, self as PyDeque, atLeft);
  return item ?? raise(rt, "IndexError", "pop from an empty deque");
}

function concat(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  if (!isDeque(rt, other))
    return raise(rt, "TypeError", `can only concatenate deque (not "${typeName(other.type)}") to deque`);
  const made = copy(rt, self);
  if (extend(rt, made, other, false)) return made;
  decref(rt, made);
  return null;
}

function repeated(rt: Runtime, target: PyObject, all: readonly PyObject[], count: number): void {
  rt.charge(all.length * Math.max(0, count), 8 * all.length * Math.max(0, count));
  for (let i = 0; i < count; i += 1)
    for (const each of all) dequeAdd(rt, target as PyDeque, newRef(each), false);
}

// ---- iterators -----------------------------------------------------------------------------------------------

interface DequeIteratorData {
  deque: PyObject | null;
  index: number;
  left: number;
  state: number;
}

function newIterator(rt: Runtime, type: PyType, deque: PyObject, index: number): PyObject {
  const { items: all, state } = (deque as PyDeque).payload;
  const data: DequeIteratorData = { deque: newRef(deque), index, left: all.length, state };
  return newWithFields(rt, type, data, ["deque"]);
}

function iteratorNext(step: 1 | -1) {
  return (rt: Runtime, self: PyObject): PyObject | null => {
    const data = self.payload as DequeIteratorData;
    if (data.deque === null) return null;
    if ((data.deque as PyDeque).payload.state !== data.state) {
      data.left = 0;
      return raise(rt, "RuntimeError", "deque mutated during iteration");
    }
    if (data.left === 0) return null;
    data.left -= 1;
    const item = items(data.deque)[data.index] as PyObject;
    data.index += step;
    return newRef(item);
  };
}

function iteratorSpec(name: "_deque_iterator" | "_deque_reverse_iterator", step: 1 | -1): TypeSpec {
  return {
    name: `_collections.${name}`,
    versionName: (profile) => ({
      name,
      module: profile.dequeIteratorsSayCollections ? "collections" : "_collections",
    }),
    flags: TypeFlag.HaveGc,
    basicsize: 56,
    slots: { ...fieldSlots(["deque"]), iter: iteratorSelf, iternext: iteratorNext(step) },
    methods: [noArgs("__length_hint__", (rt, self) => rt.newInt((self.payload as DequeIteratorData).left))],
  };
}

export const dequeIteratorSpec = iteratorSpec("_deque_iterator", 1);
export const dequeReverseIteratorSpec = iteratorSpec("_deque_reverse_iterator", -1);

export const dequeSpec: TypeSpec = {
  name: "collections.deque",
  pyName: "deque",
  module: "collections",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasWeakrefs | TypeFlag.Sequence,
  basicsize: (profile) => profile.dequeBytes,
  isHeapType: (profile) => profile.collectionsMakeTypes && "first",
  slots: {
    dealloc,
    traverse: (self, visit) => {
      for (const [i, each] of items(self).entries()) visit(each, "item", i);
    },
    clear: (rt, self) => dequeClear(rt, self as PyDeque),
    sizeof: (_rt, self) => self.type.payload.basicsize + blockBytes * blockCount((self as PyDeque).payload),
    new: (rt, type) => newDequeOf(rt, type),
    init,
    repr,
    hash: hashNotImplemented,
    richcompare: (rt, self, other, op) =>
      isDeque(rt, self) && isDeque(rt, other)
        ? compareItems(
            rt,
            () => items(self),
            () => items(other),
            op,
          )
        : newRef(rt.notImplemented),
    iter: (rt, self) => newIterator(rt, rt.types["_collections._deque_iterator"], self, 0),
    bool: (_rt, self) => items(self).length > 0,
    length: (_rt, self) => items(self).length,
    contains: (rt, self, value) => {
      const at = findItem(rt, () => items(self), value, 0, Number.POSITIVE_INFINITY);
      return at === null ? null : at >= 0;
    },
    item: itemAt,
    subscript: (rt, self, key) => {
      if (key.type.payload.slots.index === undefined)
        return raise(rt, "TypeError", `sequence index must be integer, not '${typeName(key.type)}'`);
      const at = positionOf(rt, self, key);
      return at === null ? null : itemAt(rt, self, at);
    },
    assSubscript,
    concat,
    inplaceConcat: (rt, self, other) => (extend(rt, self, other, false) ? newRef(self) : null),
    repeat: (rt, self, count) => {
      const made = newDequeOf(rt, self.type);
      made.payload.maxlen = (self as PyDeque).payload.maxlen;
      repeated(rt, made, items(self), count);
      return made;
    },
    inplaceRepeat: (rt, self, count) => {
      const all = [...items(self)];
      if (count <= 0) dequeClear(rt, self as PyDeque);
      else repeated(rt, self, all, count - 1);
      return newRef(self);
    },
  },
  getset: [
    getset("maxlen", (rt, self) => {
      const { maxlen } = (self as PyDeque).payload;
      return maxlen === null ? none(rt) : rt.newInt(maxlen);
    }),
  ],
  methods: [
    oneArg("append", (rt, self, item) => {
      dequeAdd(rt, self as PyDeque, newRef(item), false);
      return none(rt);
    }),
    oneArg("appendleft", (rt, self, item) => {
      dequeAdd(rt, self as PyDeque, newRef(item), true);
      return none(rt);
    }),
    noArgs("clear", (rt, self) => {
      dequeClear(rt, self as PyDeque);
      return none(rt);
    }),
    noArgs("__copy__", copy),
    noArgs("copy", copy),
    oneArg("count", (rt, self, value) => {
      const found = countItems(rt, () => items(self), value);
      return found === null ? null : rt.newInt(found);
    }),
    oneArg("extend", (rt, self, iterable) => (extend(rt, self, iterable, false) ? none(rt) : null)),
    oneArg("extendleft", (rt, self, iterable) => (extend(rt, self, iterable, true) ? none(rt) : null)),
    method("index", indexOf, { min: 1, max: 3 }),
    method("insert", insert, { min: 2, max: 2 }),
    noArgs("pop", (rt, self) => pop(rt, self, false)),
    noArgs("popleft", (rt, self) => pop(rt, self, true)),
    oneArg("remove", remove),
    noArgs("reverse", (rt, self) => {
      dequeReplace(rt, self as PyDeque, [...items(self)].reverse());
      return none(rt);
    }),
    method("rotate", rotate, { min: 0, max: 1 }),
    noArgs("__reversed__", (rt, self) =>
      newIterator(rt, rt.types["_collections._deque_reverse_iterator"], self, items(self).length - 1),
    ),
    noArgs("__reduce__", (rt, self) => {
      const { maxlen } = (self as PyDeque).payload;
      const args = maxlen === null ? [] : [rt.newTuple([]), rt.newInt(maxlen)];
      const iterator = getIter(rt, self);
      if (iterator === null) return null;
      return rt.newTuple([newRef(self.type), rt.newTuple(args), none(rt), iterator]);
    }),
    classGetItem,
  ],
};

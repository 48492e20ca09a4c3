/**
 * defaultdict and OrderedDict: dicts with something more.   [mirrors defdictobject in Modules/_collectionsmodule.c, Objects/odictobject.c]
 *
 * SIMPLIFIED: the nodes of an OrderedDict's own linked list count for its size but hold no second reference to their keys.
 */

import { clearWeakrefs } from "../../gc/weakrefs.ts";
import { dropHeld, hold, letGo } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { call, deleteItem, equals, getItem, isCallable, reprText } from "../../objects/abstract.ts";
import {
  dictClear,
  dictGet,
  dictItems,
  dictSet,
  dictSize,
  dictTake,
  isDict,
  type PyDict,
} from "../../objects/dict.ts";
import { dictSpec } from "../../objects/dict-type.ts";
import { raise, raiseKey } from "../../objects/errors.ts";
import { getInstanceDict, setInstanceDict } from "../../objects/instance.ts";
import { parseArguments } from "../../objects/native-arguments.ts";
import { setField } from "../../objects/native-fields.ts";
import { type PyObject, type Runtime, TypeFlag } from "../../objects/object.ts";
import { reprEnter, reprLeave } from "../../objects/repr-guard.ts";
import { getset, keywordMethod, member, noArgs, oneArg, type TypeSpec } from "../../objects/typespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

const dictSlots = dictSpec.slots ?? {};

interface DefaultData {
  factory?: PyObject | null;
}

const factoryOf = (o: PyObject): PyObject | null => (o.payload as DefaultData).factory ?? null;

/** Stores the factory (borrowed). */
function setFactory(rt: Runtime, self: PyObject, factory: PyObject | null): void {
  setField(rt, self, "factory", factory === null || factory === rt.none ? null : newRef(factory));
}

function defaultInit(rt: Runtime, self: PyObject, args: Args, names: Names): boolean {
  const positional = args.length - (names?.length ?? 0);
  const [factory] = args;
  if (positional === 0 || factory === undefined) {
    setFactory(rt, self, null);
    return dictSlots.init?.(rt, self, args, names) ?? true;
  }
  if (!isCallable(factory) && factory !== rt.none) {
    raise(rt, "TypeError", "first argument must be callable or None");
    return false;
  }
  setFactory(rt, self, factory);
  return dictSlots.init?.(rt, self, args.slice(1), names) ?? true;
}

/** `__missing__`: makes, stores and returns the default. [defdict_missing] */
function missing(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const factory = factoryOf(self);
  if (factory === null) return raiseKey(rt, key);
  const value = call(rt, factory, []);
  if (value === null || dictSet(rt, self, key, value)) return value;
  decref(rt, value);
  return null;
}

function defaultRepr(rt: Runtime, self: PyObject): PyObject | null {
  const inner = dictSlots.repr?.(rt, self) ?? null;
  if (inner === null) return null;
  const base = (inner.payload as { text: string }).text;
  decref(rt, inner);
  const factory = factoryOf(self);
  let shown: string | null = "None";
  if (factory !== null) {
    if (!reprEnter(rt, factory)) shown = "...";
    else {
      shown = reprText(rt, factory);
      reprLeave(rt, factory);
    }
  }
  return shown === null ? null : rt.newStr(`${self.type.payload.name}(${shown}, ${base})`);
}

function defaultCopy(rt: Runtime, self: PyObject): PyObject | null {
  return call(rt, self.type, [factoryOf(self) ?? rt.none, self]);
}

export const defaultdictSpec: TypeSpec = {
  name: "collections.defaultdict",
  pyName: "defaultdict",
  module: "collections",
  base: "dict",
  flags: TypeFlag.BaseType | TypeFlag.HaveGc,
  basicsize: 56,
  isHeapType: (profile) => profile.collectionsMakeTypes && "first",
  slots: {
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      setField(rt, self, "factory", null);
      dictSlots.dealloc?.(rt, self);
    },
    traverse: (self, visit) => {
      const factory = factoryOf(self);
      if (factory !== null) visit(factory, "factory", null);
      dictSlots.traverse?.(self, visit);
    },
    clear: (rt, self) => {
      setField(rt, self, "factory", null);
      dictSlots.clear?.(rt, self);
    },
    init: defaultInit,
    repr: defaultRepr,
  },
  getset: [
    member(
      "default_factory",
      (rt, self) => newRef(factoryOf(self) ?? rt.none),
      (rt, self, value) => {
        setFactory(rt, self, value);
        return true;
      },
    ),
  ],
  methods: [
    oneArg("__missing__", missing),
    noArgs("copy", defaultCopy),
    noArgs("__copy__", defaultCopy),
    noArgs("__reduce__", (rt, self) => {
      const factory = factoryOf(self);
      const args = rt.newTuple(factory === null ? [] : [newRef(factory)]);
      const pairs = dictItems(self).map(([key, value]) => rt.newTuple([newRef(key), newRef(value)]));
      const list = rt.newList(pairs);
      const iterator = rt.types.list.payload.slots.iter?.(rt, list) ?? null;
      decref(rt, list);
      if (iterator === null) return null;
      return rt.newTuple([newRef(self.type), args, newRef(rt.none), newRef(rt.none), iterator]);
    }),
  ],
};

// ---- OrderedDict ---------------------------------------------------------------------------------------------

function orderedRepr(rt: Runtime, self: PyObject): PyObject | null {
  const { name } = self.type.payload;
  if (dictSize(self) === 0) return rt.newStr(`${name}()`);
  if (!reprEnter(rt, self)) return rt.newStr("...");
  const inner = rt.profile.orderedDictShowsDict ? dictText(rt, self) : pairsText(rt, self);
  reprLeave(rt, self);
  return inner === null ? null : rt.newStr(`${name}(${inner})`);
}

function pairsText(rt: Runtime, self: PyObject): string | null {
  const shown: string[] = [];
  for (const [key, value] of dictItems(self)) {
    const first = reprText(rt, key);
    const second = first === null ? null : reprText(rt, value);
    if (second === null) return null;
    shown.push(`(${first}, ${second})`);
  }
  return `[${shown.join(", ")}]`;
}

function dictText(rt: Runtime, self: PyObject): string | null {
  const shown: string[] = [];
  for (const [key, value] of dictItems(self)) {
    const first = reprText(rt, key);
    const second = first === null ? null : reprText(rt, value);
    if (second === null) return null;
    shown.push(`${first}: ${second}`);
  }
  return `{${shown.join(", ")}}`;
}

/** The dict's own bytes, a pointer per slot of its table, and a node per key. [odict_sizeof] */
function orderedSize(rt: Runtime, self: PyObject): number {
  const { log2Size, used } = (self as PyDict).payload;
  const table = dictSlots.sizeof?.(rt, self) ?? 0;
  return table + (used === 0 ? 0 : 8 * 2 ** log2Size + 32 * used);
}

function moveToEnd(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "move_to_end", { names: ["key", "last"], required: 1 }, args, names);
  if (places === null) return null;
  const key = places[0] as PyObject;
  const toFront = places[1] === rt.false;
  const known = isLost(rt, self, key) ? null : dictGet(rt, self, key);
  if (known === null) return rt.thread.exception === null ? raiseKey(rt, key) : null;
  const value = dictTake(rt, self, key);
  if (value === null) return null;
  const rest = toFront ? dictItems(self).map(([k, v]) => [newRef(k), newRef(v)] as const) : [];
  if (toFront) dictClear(rt, self);
  hold(rt, "value in use", value);
  dictSet(rt, self, key, value);
  dropHeld(rt, "value in use", value);
  for (const [k, v] of rest) {
    hold(rt, "value in use", k);
    hold(rt, "value in use", v);
    dictSet(rt, self, k, v);
    dropHeld(rt, "value in use", k);
    dropHeld(rt, "value in use", v);
  }
  return newRef(rt.none);
}

interface OrderedData {
  /** The key whose node popitem() has taken out of the list already. */
  lost?: PyObject | null;
}

function isLost(rt: Runtime, self: PyObject, key: PyObject): boolean {
  const { lost = null } = self.payload as OrderedData;
  return lost !== null && equals(rt, lost, key) === true;
}

/** A subclass is asked for the value, and to delete the key, when the key is out of the list. [_odict_popkey_hash to 3.10] */
function popFromSubclass(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const data = self.payload as OrderedData;
  data.lost = key;
  const value = getItem(rt, self, key);
  data.lost = null;
  if (value === null || deleteItem(rt, self, key)) return value;
  decref(rt, value);
  return null;
}

function popitem(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "popitem", { names: ["last"], required: 0 }, args, names);
  if (places === null) return null;
  const items = dictItems(self);
  const found = places[0] === rt.false ? items[0] : items.at(-1);
  if (found === undefined) {
    const message = rt.newStr("dictionary is empty");
    raiseKey(rt, message);
    decref(rt, message);
    return null;
  }
  const key = newRef(found[0]);
  const isPlain = !rt.profile.popitemAsksSubclass || self.type === rt.types["collections.OrderedDict"];
  hold(rt, "key in use", key);
  const value = isPlain ? dictTake(rt, self, key) : popFromSubclass(rt, self, key);
  letGo(rt, "key in use", key);
  if (value !== null) return rt.newTuple([key, value]);
  decref(rt, key);
  return null;
}

export const orderedDictSpec: TypeSpec = {
  name: "collections.OrderedDict",
  pyName: "OrderedDict",
  module: "collections",
  base: "dict",
  flags: TypeFlag.BaseType | TypeFlag.HaveGc | TypeFlag.HasDict | TypeFlag.HasWeakrefs,
  basicsize: 112,
  slots: {
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      const dict = self.attrs?.dict ?? null;
      if (self.attrs !== null) {
        clearWeakrefs(rt, self);
        self.attrs.dict = null;
      }
      if (rt.recorder !== null && dict !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
      if (dict !== null) decref(rt, dict);
      dictSlots.dealloc?.(rt, self);
    },
    sizeof: orderedSize,
    repr: orderedRepr,
    richcompare: (rt, self, other, op) => {
      const plain = dictSlots.richcompare?.(rt, self, other, op) ?? null;
      const ordered = rt.types["collections.OrderedDict"];
      const both = isDict(other) && other.type.payload.mroTypes.includes(ordered);
      if (plain === null || plain === rt.notImplemented || !both || (op !== "==" && op !== "!="))
        return plain;
      if (plain === (op === "==" ? rt.false : rt.true)) return plain;
      const mine = dictItems(self);
      const theirs = dictItems(other);
      for (let i = 0; i < mine.length; i += 1) {
        const same = equals(rt, mine[i]?.[0] as PyObject, theirs[i]?.[0] as PyObject);
        if (same === true) continue;
        decref(rt, plain);
        return same === null ? null : newRef(op === "==" ? rt.false : rt.true);
      }
      return plain;
    },
  },
  getset: [getset("__dict__", getInstanceDict, setInstanceDict)],
  methods: [
    noArgs("__sizeof__", (rt, self) => rt.newInt(orderedSize(rt, self))),
    keywordMethod("move_to_end", moveToEnd),
    keywordMethod("popitem", popitem),
    noArgs("copy", (rt, self) => call(rt, self.type, [self])),
    noArgs("__copy__", (rt, self) => call(rt, self.type, [self])),
  ],
};

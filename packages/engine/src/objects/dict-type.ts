/** `dict`: the type.   [mirrors PyDict_Type in Objects/dictobject.c] */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { callSpecialMethod, equals, hashNotImplemented, reprText } from "./abstract.ts";
import { classGetItem } from "./class-getitem.ts";
import {
  dictClear,
  dictContains,
  dictDelete,
  dictGet,
  dictItems,
  dictSet,
  dictSetDefault,
  dictSize,
  dictTake,
  isDict,
  type PyDict,
  removeAt,
} from "./dict.ts";
import {
  dropTable,
  keysBytes,
  log2KeySizeFor,
  releaseSharedKeys,
  resizeDict,
  startTable,
} from "./dict-keys.ts";
import { dictCopy, dictUpdate, fillFromKeys } from "./dict-merge.ts";
import { keyAt, newDictData, positionCount, valueAt } from "./dict-table.ts";
import { newDictIterator, newDictView } from "./dict-views.ts";
import { raiseKey, raiseWith } from "./errors.ts";
import { checkPositional } from "./native-arguments.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots, type Visit } from "./object.ts";
import { reprEnter, reprLeave } from "./repr-guard.ts";
import { classMethod, keywordMethod, method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

const dictNew: NonNullable<TypeSlots["new"]> = (rt, type: PyType) => {
  const dict: PyDict = rt.heap.create(type, newDictData());
  if (type !== rt.types.dict || !rt.profile.untracksDicts) rt.heap.track(dict);
  // Up to 3.9 `dict()` comes with a table, `{}` without.
  if (rt.profile.dictCallMakesTable) startTable(rt, dict, true);
  return dict;
};

const dictInit: NonNullable<TypeSlots["init"]> = (rt, self, args, names) =>
  update(rt, self, "dict", args, names);

/** [dict_update_common] */
function update(rt: Runtime, self: PyObject, fname: string, args: Args, names: Names): boolean {
  const count = args.length - (names?.length ?? 0);
  if (!checkPositional(rt, fname, count, 0, 1)) return false;
  if (count === 1 && !dictUpdate(rt, self as PyDict, args[0] as PyObject)) return false;
  if (names === null || names.length === 0) return true;
  if (!rt.profile.dictMergeClones) presizeForKeywords(rt, self as PyDict, names.length);
  for (let i = 0; i < names.length; i += 1)
    if (!dictSet(rt, self, names[i] as PyObject, args[count + i] as PyObject)) return false;
  return true;
}

/** Up to 3.9 the keywords are a dict of their own, merged in one go. */
function presizeForKeywords(rt: Runtime, self: PyDict, n: number): void {
  if (self.payload.usable < n) resizeDict(rt, self, log2KeySizeFor(rt.profile, self.payload.used + n), true);
}

function dealloc(rt: Runtime, self: PyObject): void {
  const dict = self as PyDict;
  const d = dict.payload;
  rt.heap.untrack(dict);
  const { split, keys, values } = d;
  if (split !== null) {
    const inner = split.values ?? [];
    for (let i = 0; i < inner.length; i += 1) {
      const value = inner[i] ?? null;
      if (value === null) continue;
      inner[i] = null;
      if (rt.recorder !== null)
        rt.recorder.slotWrite(dict, "value", split.keys?.names[i] ?? null, value, null);
      decref(rt, value);
    }
    d.split = null;
    rt.heap.freeRaw(split.valuesBlock, inner.length * 8);
    if (split.keys !== null) releaseSharedKeys(rt, split.keys);
  } else {
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i] ?? null;
      const value = values[i] ?? null;
      if (key === null || value === null) continue;
      if (rt.recorder !== null) {
        rt.recorder.slotWrite(dict, "key", key, key, null);
        rt.recorder.slotWrite(dict, "value", key, value, null);
      }
      decref(rt, key);
      decref(rt, value);
    }
    dropTable(rt, dict);
  }
  d.keys = [];
  d.values = [];
  d.used = 0;
  rt.heap.free(dict);
}

/** Values first come the keys only where they may be containers. [dict_traverse] */
function traverse(self: PyObject, visit: Visit): void {
  const d = (self as PyDict).payload;
  const { split } = d;
  if (split !== null) {
    const values = split.values ?? [];
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? null;
      if (value !== null) visit(value, "value", split.keys?.names[i] ?? null);
    }
    return;
  }
  for (let i = 0; i < d.keys.length; i += 1) {
    const key = d.keys[i] ?? null;
    const value = d.values[i] ?? null;
    if (key === null || value === null) continue;
    visit(value, "value", key);
    if (!d.isUnicode) visit(key, "key", key);
  }
}

/** The keys of a dict of strings are no news to the collector, but counted. */
function holds(self: PyObject, visit: Visit): void {
  const d = (self as PyDict).payload;
  if (d.split !== null || !d.isUnicode) return;
  for (const key of d.keys) if (key !== null) visit(key, "key", key);
}

function sizeof(rt: Runtime, self: PyObject): number {
  const d = (self as PyDict).payload;
  const base = self.type.payload.basicsize;
  if (d.split !== null) {
    const keys = d.split.keys;
    if (rt.profile.instanceLayout === "dict") {
      const own = keys !== null && keys.refs === 1 ? keysBytes(rt.profile, keys.log2Size, true) : 0;
      return base + (d.split.values?.length ?? 0) * 8 + own;
    }
    return base + (keys === null ? 0 : (keys.names.length + keys.usable) * 8);
  }
  return base + keysBytes(rt.profile, d.log2Size, d.isUnicode);
}

function repr(rt: Runtime, self: PyObject): PyObject | null {
  if (!reprEnter(rt, self)) return rt.thread.exception === null ? rt.newStr("{...}") : null;
  const parts: string[] = [];
  const d = (self as PyDict).payload;
  for (let i = 0; i < positionCount(d); i += 1) {
    const key = keyAt(d, i);
    const value = valueAt(d, i);
    if (key === null || value === null) continue;
    const part = reprEntry(rt, key, value);
    if (part === null) {
      reprLeave(rt, self);
      return null;
    }
    parts.push(part);
  }
  reprLeave(rt, self);
  return rt.newStr(`{${parts.join(", ")}}`);
}

function reprEntry(rt: Runtime, key: PyObject, value: PyObject): string | null {
  hold(rt, "key looked up", newRef(key));
  hold(rt, "value in use", newRef(value));
  const keyText = reprText(rt, key);
  const valueText = keyText === null ? null : reprText(rt, value);
  dropHeld(rt, "key looked up", key);
  dropHeld(rt, "value in use", value);
  rt.charge(1, (keyText?.length ?? 0) + (valueText?.length ?? 0));
  return valueText === null ? null : `${keyText}: ${valueText}`;
}

const richcompare: NonNullable<TypeSlots["richcompare"]> = (rt, self, other, op) => {
  if (!isDict(other) || (op !== "==" && op !== "!=")) return newRef(rt.notImplemented);
  const same = dictEqual(rt, self as PyDict, other);
  if (same === null) return null;
  return newRef(same === (op === "==") ? rt.true : rt.false);
};

function dictEqual(rt: Runtime, a: PyDict, b: PyDict): boolean | null {
  if (dictSize(a) !== dictSize(b)) return false;
  for (const [key, value] of dictItems(a)) {
    newRef(key);
    newRef(value);
    const other = dictGet(rt, b, key);
    const same =
      other === null ? (rt.thread.exception === null ? false : null) : equals(rt, value, newRef(other));
    if (other !== null) decref(rt, other);
    decref(rt, key);
    decref(rt, value);
    if (same !== true) return same;
  }
  return true;
}

/** `d[key]`: a subclass may define `__missing__`. [dict_subscript] */
function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const value = dictGet(rt, self, key);
  if (value !== null) return newRef(value);
  if (rt.thread.exception !== null) return null;
  if (self.type !== rt.types.dict) {
    const made = callSpecialMethod(rt, self, "__missing__", [key]);
    if (made !== null || rt.thread.exception !== null) return made;
  }
  return raiseKey(rt, key);
}

function assSubscript(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  if (value !== null) return dictSet(rt, self, key, value);
  if (dictDelete(rt, self, key)) return true;
  if (rt.thread.exception === null) raiseKey(rt, key);
  return false;
}

// ---- methods -------------------------------------------------------------------------------------------------

function get(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const value = dictGet(rt, self, args[0] as PyObject);
  if (value !== null) return newRef(value);
  return rt.thread.exception === null ? newRef(args[1] ?? rt.none) : null;
}

function setDefault(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const value = dictSetDefault(rt, self, args[0] as PyObject, args[1] ?? rt.none);
  return value === null ? null : newRef(value);
}

function pop(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const key = args[0] as PyObject;
  // An empty dict does not even hash the key.
  if (dictSize(self) === 0) return args[1] === undefined ? raiseKey(rt, key) : newRef(args[1]);
  const value = dictTake(rt, self, key);
  if (value !== null || rt.thread.exception !== null) return value;
  return args[1] === undefined ? raiseKey(rt, key) : newRef(args[1]);
}

/** The last entry; its place is free for the next one. [dict_popitem_impl] */
function popItem(rt: Runtime, self: PyObject): PyObject | null {
  const dict = self as PyDict;
  const d = dict.payload;
  if (dictSize(dict) === 0) return raiseWith(rt, "KeyError", [rt.newStr("popitem(): dictionary is empty")]);
  if (d.split !== null) resizeDict(rt, dict, d.split.keys?.log2Size ?? 3, true);
  let at = d.keys.length - 1;
  while (at >= 0 && d.keys[at] === null) at -= 1;
  const key = newRef(d.keys[at] as PyObject);
  const value = removeAt(rt, dict, at);
  d.keys.length = at;
  d.values.length = at;
  d.hashes.length = at;
  return rt.newTuple([key, value]);
}

function fromKeys(rt: Runtime, cls: PyObject, args: Args): PyObject | null {
  const make = cls.type.payload.slots.call;
  const dict = make === undefined ? null : make(rt, cls, [], null);
  if (dict === null) return null;
  hold(rt, "dict being filled", dict);
  const done = fillFromKeys(rt, dict, args[0] as PyObject, args[1] ?? rt.none);
  letGo(rt, "dict being filled", dict);
  if (done) return dict;
  decref(rt, dict);
  return null;
}

const viewOf = (name: "dict_keys" | "dict_values" | "dict_items") =>
  noArgs(name.slice(5), (rt, self) => newDictView(rt, name, self as PyDict));

function or(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  if (!isDict(left) || !isDict(right)) return newRef(rt.notImplemented);
  const made = dictCopy(rt, left);
  if (made === null) return null;
  if (dictUpdate(rt, made as PyDict, right)) return made;
  decref(rt, made);
  return null;
}

function inplaceOr(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  return dictUpdate(rt, left as PyDict, right) ? newRef(left) : null;
}

export const dictSpec: TypeSpec = {
  name: "dict",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.DictSubclass | TypeFlag.Mapping,
  basicsize: 48,
  slots: {
    new: dictNew,
    init: dictInit,
    dealloc,
    traverse,
    holds,
    clear: dictClear,
    sizeof,
    repr,
    richcompare,
    hash: hashNotImplemented,
    iter: (rt, self) => newDictIterator(rt, "dict_keyiterator", self as PyDict),
    length: (_rt, self) => dictSize(self),
    contains: dictContains,
    subscript,
    assSubscript,
  },
  versionSlots: (profile) => (profile.dictsMerge ? { or, inplaceOr } : {}),
  methods: [
    oneArg("__getitem__", subscript),
    oneArg("__contains__", (rt, self, key) => {
      const found = dictContains(rt, self, key);
      return found === null ? null : newRef(found ? rt.true : rt.false);
    }),
    method("get", get, { min: 1, max: 2 }),
    method("setdefault", setDefault, { min: 1, max: 2 }),
    method("pop", pop, { min: 1, max: 2 }),
    noArgs("popitem", popItem),
    viewOf("dict_keys"),
    viewOf("dict_items"),
    viewOf("dict_values"),
    keywordMethod("update", (rt, self, args, names) =>
      update(rt, self, "update", args, names) ? newRef(rt.none) : null,
    ),
    classMethod("fromkeys", fromKeys, { min: 1, max: 2 }),
    noArgs("clear", (rt, self) => {
      dictClear(rt, self);
      return newRef(rt.none);
    }),
    noArgs("copy", (rt, self) => dictCopy(rt, self as PyDict)),
    noArgs("__reversed__", (rt, self) => newDictIterator(rt, "dict_reversekeyiterator", self as PyDict)),
    noArgs("__sizeof__", (rt, self) => rt.newInt(sizeof(rt, self))),
    classGetItem,
  ],
};

/**
 * The wrapper lru_cache makes: a dict of results, and, with a bound, a ring of links in order of use.
 * [mirrors lru_cache_object in Modules/_functoolsmodule.c]
 *
 * A link holds key and result; both the ring and the dict hold the link. That is what keeps results (and arguments) alive.
 */
import { dropHeld, dropTaken, hold, letGo } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { call, hash as hashOf, isCallable } from "../../objects/abstract.ts";
import { dictClear, dictGet, dictSet, dictSize, dictTake, newDict } from "../../objects/dict.ts";
import { raise } from "../../objects/errors.ts";
import { ssizeArgument } from "../../objects/indices.ts";
import { getInstanceDict, setInstanceDict } from "../../objects/instance.ts";
import { parseArguments } from "../../objects/native-arguments.ts";
import { clearFields, fieldSlots, newWithFields } from "../../objects/native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "../../objects/object.ts";
import { newTuple } from "../../objects/tuple-object.ts";
import { getset, noArgs, oneArg, type TypeSpec } from "../../objects/typespec.ts";
import { bytesByVersion } from "../module-sizes.ts";

interface CacheData {
  func: PyObject;
  cache: PyObject;
  /** What cache_info returns an instance of. */
  infoType: PyObject;
  /** Separates keyword from positional arguments in keys. */
  mark: PyObject;
  /** −1: no bound; 0: nothing is kept. */
  maxsize: number;
  typed: boolean;
  hits: number;
  misses: number;
  /** Links, least recently used first; each owned. */
  ring: PyObject[];
}

interface LinkData {
  key: PyObject;
  result: PyObject;
}

const fields = ["cache", "func", "mark", "infoType"] as const;
const linkFields = ["key", "result"] as const;
const data = (o: PyObject): CacheData => o.payload as CacheData;

type Args = readonly PyObject[];
type Names = readonly PyObject[] | null;

const parameters = { names: ["user_function", "maxsize", "typed", "cache_info_type"], required: 4 };

function wrapperNew(rt: Runtime, type: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "lru_cache", parameters, args, names);
  if (places === null) return null;
  const [func, maxsizeObject, typedObject, infoType] = places as [PyObject, PyObject, PyObject, PyObject];
  if (!isCallable(func)) return raise(rt, "TypeError", "the first argument must be callable");
  const maxsize = maxsizeObject === rt.none ? -1 : ssizeArgument(rt, maxsizeObject);
  if (maxsize === null) return raise(rt, "TypeError", "maxsize should be integer or None");
  const mark = call(rt, rt.types.object, []);
  if (mark === null) return null;
  const payload: CacheData = {
    func: newRef(func),
    cache: newDict(rt),
    infoType: newRef(infoType),
    mark,
    maxsize: maxsizeObject === rt.none ? -1 : Math.max(0, maxsize),
    typed: typedObject === rt.true,
    hits: 0,
    misses: 0,
    ring: [],
  };
  return newWithFields(rt, type as PyType, payload, fields);
}

/** One exact str or int stands for itself; plain positional arguments for their tuple. [lru_cache_make_key] */
function makeKey(rt: Runtime, cache: CacheData, argsTuple: PyObject, args: Args, names: Names): PyObject {
  const positional = args.length - (names?.length ?? 0);
  const [first] = args;
  if (!cache.typed && positional === args.length) {
    const { str, int } = rt.types;
    if (args.length === 1 && first !== undefined && (first.type === str || first.type === int))
      return newRef(first);
    return newRef(argsTuple);
  }
  const parts: PyObject[] = args.slice(0, positional).map(newRef);
  if (names !== null && names.length > 0) {
    parts.push(newRef(cache.mark));
    for (let i = 0; i < names.length; i += 1)
      parts.push(newRef(names[i] as PyObject), newRef(args[positional + i] as PyObject));
  }
  if (cache.typed) for (const each of args) parts.push(newRef(each.type));
  return newTuple(rt, parts);
}

function wrapperCall(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const cache = data(self);
  const positional = args.length - (names?.length ?? 0);
  // The arguments come as a tuple, which lives as long as the call. [tp_call]
  const argsTuple = newTuple(rt, args.slice(0, positional).map(newRef));
  if (rt.recorder !== null) rt.recorder.nativeHold("arguments of lru_cache", argsTuple);
  const result = cachedCall(rt, self, cache, argsTuple, args, names);
  if (rt.recorder !== null) rt.recorder.nativeRelease("arguments of lru_cache", argsTuple);
  decref(rt, argsTuple);
  return result;
}

function cachedCall(
  rt: Runtime,
  self: PyObject,
  cache: CacheData,
  argsTuple: PyObject,
  args: Args,
  names: Names,
): PyObject | null {
  if (cache.maxsize === 0) {
    cache.misses += 1;
    return call(rt, cache.func, args, names);
  }
  const key = makeKey(rt, cache, argsTuple, args, names);
  hold(rt, "key of lru_cache", key);
  const result =
    hashOf(rt, key) === null
      ? null
      : cache.maxsize < 0
        ? unbounded(rt, cache, key, args, names)
        : bounded(rt, self, key, args, names);
  dropHeld(rt, "key of lru_cache", key);
  return result;
}

function unbounded(rt: Runtime, cache: CacheData, key: PyObject, args: Args, names: Names): PyObject | null {
  const known = dictGet(rt, cache.cache, key);
  if (known !== null) {
    cache.hits += 1;
    return newRef(known);
  }
  if (rt.thread.exception !== null) return null;
  cache.misses += 1;
  const result = call(rt, cache.func, args, names);
  if (result === null || dictSet(rt, cache.cache, key, result)) return result;
  decref(rt, result);
  return null;
}

function bounded(rt: Runtime, self: PyObject, key: PyObject, args: Args, names: Names): PyObject | null {
  const cache = data(self);
  const known = dictGet(rt, cache.cache, key);
  if (known !== null) {
    moveToEnd(cache, known);
    cache.hits += 1;
    return newRef((known.payload as LinkData).result);
  }
  if (rt.thread.exception !== null) return null;
  cache.misses += 1;
  const result = call(rt, cache.func, args, names);
  if (result === null) return null;
  // The call itself may have put this key in.
  hold(rt, "result in use", result);
  const meanwhile = dictGet(rt, cache.cache, key);
  letGo(rt, "result in use", result);
  if (meanwhile !== null) return result;
  if (rt.thread.exception !== null || !remember(rt, self, key, result)) {
    decref(rt, result);
    return null;
  }
  return result;
}

function moveToEnd(cache: CacheData, link: PyObject): void {
  const at = cache.ring.indexOf(link);
  cache.ring.splice(at, 1);
  cache.ring.push(link);
}

function remember(rt: Runtime, self: PyObject, key: PyObject, result: PyObject): boolean {
  const cache = data(self);
  if (dictSize(cache.cache) < cache.maxsize || cache.ring.length === 0) {
    const payload: LinkData = { key: newRef(key), result: newRef(result) };
    const link = newWithFields(rt, rt.types["functools._lru_list_elem"], payload, linkFields);
    if (!dictSet(rt, cache.cache, key, link)) {
      decref(rt, link);
      return false;
    }
    cache.ring.push(link);
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "link", link, null, link);
    return true;
  }
  return recycle(rt, cache, key, result);
}

/** The least recently used link gets a new key and result; the old ones go at the very end. */
function recycle(rt: Runtime, cache: CacheData, key: PyObject, result: PyObject): boolean {
  const link = cache.ring[0] as PyObject;
  const payload = link.payload as LinkData;
  const popped = dictTake(rt, cache.cache, payload.key);
  if (popped === null && rt.thread.exception !== null) return false;
  const { key: oldKey, result: oldResult } = payload;
  payload.key = newRef(key);
  payload.result = newRef(result);
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(link, "key", null, oldKey, key);
    rt.recorder.slotWrite(link, "result", null, oldResult, result);
  }
  if (popped !== null) hold(rt, "items taken out", popped);
  hold(rt, "items taken out", oldKey);
  hold(rt, "items taken out", oldResult);
  const done = dictSet(rt, cache.cache, key, link);
  if (popped !== null) letGo(rt, "items taken out", popped);
  letGo(rt, "items taken out", oldKey);
  letGo(rt, "items taken out", oldResult);
  moveToEnd(cache, link);
  hold(rt, "result in use", result);
  dropTaken(rt, "items taken out", popped === null ? [oldKey, oldResult] : [popped, oldKey, oldResult]);
  letGo(rt, "result in use", result);
  return done;
}

function dropRing(rt: Runtime, self: PyObject): void {
  const cache = data(self);
  const { ring } = cache;
  cache.ring = [];
  if (rt.recorder !== null) for (const link of ring) rt.recorder.slotWrite(self, "link", link, link, null);
  dropTaken(rt, "items taken out", ring);
}

function cacheClear(rt: Runtime, self: PyObject): PyObject {
  const cache = data(self);
  const { ring } = cache;
  cache.ring = [];
  cache.hits = 0;
  cache.misses = 0;
  dictClear(rt, cache.cache);
  cache.ring = ring;
  dropRing(rt, self);
  return newRef(rt.none);
}

function cacheInfo(rt: Runtime, self: PyObject): PyObject | null {
  const cache = data(self);
  const numbers = [cache.hits, cache.misses, cache.maxsize, dictSize(cache.cache)];
  const args = numbers.map((n, i) => (i === 2 && n < 0 ? newRef(rt.none) : rt.newInt(n)));
  for (const each of args) hold(rt, "call arguments", each);
  const info = call(rt, cache.infoType, args);
  for (const each of args) dropHeld(rt, "call arguments", each);
  return info;
}

const base = fieldSlots(fields);
const clearOwn = clearFields(fields);

export const lruCacheSpec: TypeSpec = {
  name: "functools._lru_cache_wrapper",
  pyName: "_lru_cache_wrapper",
  module: "functools",
  flags:
    TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasDict | TypeFlag.HasWeakrefs | TypeFlag.MethodDescriptor,
  basicsize: bytesByVersion("functools._lru_cache_wrapper"),
  isHeapType: (profile) => profile.functoolsMakeTypes && "first",
  slots: {
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      dropRing(rt, self);
      base.dealloc?.(rt, self);
    },
    traverse: (self: PyObject, visit: Visit): void => {
      for (const link of data(self).ring) visit(link, "link", link);
      base.traverse?.(self, visit);
    },
    clear: (rt, self) => {
      dropRing(rt, self);
      clearOwn(rt, self);
    },
    new: wrapperNew,
    call: wrapperCall,
    descrGet: (rt, self, instance) =>
      instance === null || instance === rt.none ? newRef(self) : rt.newMethod(self, instance),
  },
  getset: [getset("__dict__", getInstanceDict, setInstanceDict)],
  methods: [
    noArgs("cache_info", cacheInfo),
    noArgs("cache_clear", cacheClear),
    noArgs("__copy__", (_rt, self) => newRef(self)),
    oneArg("__deepcopy__", (_rt, self) => newRef(self)),
  ],
};

export const lruLinkSpec: TypeSpec = {
  name: "functools._lru_list_elem",
  pyName: "_lru_list_elem",
  module: "functools",
  flags: TypeFlag.DisallowInstantiation | TypeFlag.HaveGc,
  basicsize: 56,
  slots: fieldSlots(linkFields),
};

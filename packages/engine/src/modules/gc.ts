/** The `gc` module.   [mirrors Modules/gcmodule.c] */
import { collect, freeze, unfreeze } from "../gc/collect.ts";
import { members, size } from "../gc/generations.ts";
import { keep } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { indexValue } from "../objects/abstract-number.ts";
import { dictSetText, newDict } from "../objects/dict.ts";
import { raise } from "../objects/errors.ts";
import { makeEveryLazy } from "../objects/lazy-names.ts";
import { listAppend, newList, type PyList } from "../objects/list-object.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import type { GcHead, GcState, PyObject, Runtime } from "../objects/object.ts";
import { keywordMethod, method, noArgs, oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

const debugFlags = {
  DEBUG_STATS: 1,
  DEBUG_COLLECTABLE: 2,
  DEBUG_UNCOLLECTABLE: 4,
  DEBUG_SAVEALL: 32,
  DEBUG_LEAK: 38,
} as const;

type Names = readonly PyObject[] | null;

function gcCollect(rt: Runtime, _self: PyObject, args: readonly PyObject[], names: Names): PyObject | null {
  const places = parseArguments(rt, "collect", { names: ["generation"], required: 0 }, args, names);
  if (places === null) return null;
  const generation = places[0] === null ? 2 : intArgument(rt, places[0] as PyObject);
  if (generation === null) return null;
  if (generation !== 0 && generation !== 1 && generation !== 2)
    return raise(rt, "ValueError", "invalid generation");
  // A collection inside a collection finds nothing to do.
  if (rt.heap.gc.isCollecting) return rt.newInt(0);
  return rt.newInt(collect(rt, generation, false));
}

function intArgument(rt: Runtime, o: PyObject): number | null {
  const value = indexValue(rt, o);
  return value === null ? null : Number(value);
}

function getThreshold(rt: Runtime): PyObject {
  return rt.newTuple(rt.heap.gc.generations.map((g) => rt.newInt(g.threshold)));
}

function setThreshold(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const generations = rt.heap.gc.generations;
  for (let i = 0; i < args.length; i += 1) {
    const value = intArgument(rt, args[i] as PyObject);
    if (value === null) return null;
    const generation = generations[i as 0 | 1 | 2];
    generation.threshold = value;
  }
  return newRef(rt.none);
}

function getCount(rt: Runtime): PyObject {
  return rt.newTuple(rt.heap.gc.generations.map((g) => rt.newInt(g.count)));
}

function getStats(rt: Runtime): PyObject {
  const dicts = rt.heap.gc.generations.map((generation) => {
    const stats = newDict(rt);
    const set = (name: string, value: PyObject): void => {
      dictSetText(rt, stats, name, value);
      decref(rt, value);
    };
    set("collections", rt.newInt(generation.collections));
    set("collected", rt.newInt(generation.collected));
    set("uncollectable", rt.newInt(generation.uncollectable));
    if (rt.profile.gcReportsCandidates) {
      set("candidates", rt.newInt(0));
      set("duration", rt.newFloat(0));
    }
    return stats;
  });
  return newList(rt, dicts);
}

/** From the youngest to the oldest object, start-up's at the head of the oldest generation. */
function rings({ generations: [young, middle, old], startUp }: GcState): GcHead[] {
  return [young.head, middle.head, startUp, old.head];
}

function getObjects(rt: Runtime, _self: PyObject, args: readonly PyObject[], names: Names): PyObject | null {
  const places = parseArguments(rt, "get_objects", { names: ["generation"], required: 0 }, args, names);
  if (places === null) return null;
  const wanted = places[0] ?? rt.none;
  makeEveryLazy(rt);
  const all = rt.heap.gc.generations;
  if (wanted === rt.none) return listOf(rt, rings(rt.heap.gc).flatMap(members), true);
  const generation = intArgument(rt, wanted);
  if (generation === null) return null;
  if (generation < 0) return raise(rt, "ValueError", "generation parameter cannot be negative");
  const chosen = all[generation];
  if (chosen === undefined)
    return raise(
      rt,
      "ValueError",
      "generation parameter must be less than the number of available generations (3)",
    );
  const startUp = generation === 2 ? members(rt.heap.gc.startUp) : [];
  return listOf(rt, [...startUp, ...members(chosen.head)], generation === 2);
}

/**
 * SIMPLIFIED: the objects of start-up are not in the rings, and how many they are is nobody's promise. Other seeds than 0
 * show some in their place, so that a program that counts them is found indeterminate.
 */
function listOf(rt: Runtime, heads: readonly GcHead[], showsStartUp: boolean): PyObject {
  const startUp = Array.from({ length: showsStartUp ? rt.nuisance.history : 0 }, () => newRef(rt.modules));
  return newList(rt, [...startUp, ...heads.map((head) => newRef(head.object as PyObject))]);
}

/** In order of tp_traverse: a list shows its items last to first. */
function getReferents(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject {
  const found: PyObject[] = [];
  for (const o of args) {
    if (o.gc === null) continue;
    const { traverse, referents = traverse } = o.type.payload.slots;
    referents?.(o, (referent) => {
      found.push(newRef(referent));
    });
  }
  return newList(rt, found);
}

function getReferrers(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject {
  makeEveryLazy(rt);
  const { packedTuple } = rt.thread;
  const result = newList(rt, []);
  for (const ring of rings(rt.heap.gc))
    for (const head of members(ring)) {
      const o = head.object as PyObject;
      // Nor the tuple of the arguments.
      if (o === result || o === packedTuple) continue;
      let refers = false;
      const { traverse, referents = traverse } = o.type.payload.slots;
      referents?.(o, (referent) => {
        if (args.includes(referent)) refers = true;
      });
      if (refers) listAppend(rt, result as PyList, o);
    }
  return result;
}

/** Start-up's containers are made here when somebody looks; how many there are is no fact. */
function startObjects(rt: Runtime): number {
  return 5000 + ((rt.nuisance.history * 7919) % 500);
}

export const gcModule: ModuleSpec = {
  name: "gc",
  functions: [
    noArgs("enable", (rt) => {
      rt.heap.gc.isEnabled = true;
      return newRef(rt.none);
    }),
    noArgs("disable", (rt) => {
      rt.heap.gc.isEnabled = false;
      return newRef(rt.none);
    }),
    noArgs("isenabled", (rt) => newRef(rt.heap.gc.isEnabled ? rt.true : rt.false)),
    keywordMethod("collect", gcCollect),
    noArgs("get_threshold", getThreshold),
    method("set_threshold", setThreshold, { min: 1, max: 3 }),
    noArgs("get_count", getCount),
    noArgs("get_stats", getStats),
    keywordMethod("get_objects", getObjects),
    method("get_referents", getReferents),
    method("get_referrers", getReferrers),
    oneArg("is_tracked", (rt, _self, o) => newRef(rt.heap.isTracked(o) ? rt.true : rt.false)),
    {
      ...oneArg("is_finalized", (rt, _self, o) => newRef(o.gc?.isFinalized === true ? rt.true : rt.false)),
      exists: (profile) => profile.hasIsFinalized,
    },
    oneArg("set_debug", (rt, _self, o) => {
      const flags = intArgument(rt, o);
      if (flags === null) return null;
      rt.heap.gc.debug = flags;
      return newRef(rt.none);
    }),
    noArgs("get_debug", (rt) => rt.newInt(rt.heap.gc.debug)),
    noArgs("freeze", (rt) => {
      freeze(rt);
      rt.heap.gc.frozenAtStart += startObjects(rt);
      return newRef(rt.none);
    }),
    noArgs("unfreeze", (rt) => {
      unfreeze(rt);
      return newRef(rt.none);
    }),
    noArgs("get_freeze_count", (rt) => rt.newInt(size(rt.heap.gc.permanent) + rt.heap.gc.frozenAtStart)),
  ],
  populate: (rt, _module, set) => {
    const gc = rt.heap.gc;
    if (gc.callbacks === null) {
      gc.callbacks = newList(rt, []);
      keep(rt, "gc.callbacks", gc.callbacks);
    }
    if (gc.garbage === null) {
      gc.garbage = newList(rt, []);
      keep(rt, "gc.garbage", gc.garbage);
    }
    set("garbage", newRef(gc.garbage));
    set("callbacks", newRef(gc.callbacks));
    for (const [name, value] of Object.entries(debugFlags)) set(name, rt.newInt(value));
    return true;
  },
};

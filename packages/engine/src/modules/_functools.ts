/** The C half of functools.   [mirrors Modules/_functoolsmodule.c] */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, callUnpacked, getIter, iterNext, richCompare } from "../objects/abstract.ts";
import { exceptionMatches, raise } from "../objects/errors.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import { fieldSlots, newWithFields } from "../objects/native-fields.ts";
import { type PyObject, type Runtime, TypeFlag } from "../objects/object.ts";
import { fillReusedTuple, newReusedTuple } from "../objects/reused-tuple.ts";
import { keywordMethod, member, method, type TypeSpec } from "../objects/typespec.ts";
import { lruCacheSpec, lruLinkSpec } from "./functools/lru-cache.ts";
import { partialSpec } from "./functools/partial.ts";
import { addTypes } from "./module-types.ts";
import type { ModuleSpec } from "./modulespec.ts";

function reduce(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const [func, sequence, initial] = args as [PyObject, PyObject, PyObject?];
  const iterator = getIter(rt, sequence);
  if (iterator === null)
    return exceptionMatches(rt, "TypeError")
      ? raise(rt, "TypeError", "reduce() arg 2 must support iteration")
      : null;
  hold(rt, "iterator drawn from", iterator);
  let result: PyObject | null = initial === undefined ? null : newRef(initial);
  // The tuple the function is called with is used again, and holds what it was called with last.
  let pair = newReusedTuple(rt, 2);
  hold(rt, "call arguments", pair);
  for (;;) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    if (result === null) {
      result = item;
      continue;
    }
    const given = [result, item];
    const filled = fillReusedTuple(rt, pair, given.slice());
    letGo(rt, "call arguments", pair);
    decref(rt, pair);
    pair = filled;
    hold(rt, "call arguments", pair);
    result = callUnpacked(rt, func, pair, given, null);
    if (result === null) break;
  }
  dropHeld(rt, "call arguments", pair);
  dropHeld(rt, "iterator drawn from", iterator);
  if (rt.thread.exception !== null) {
    if (result !== null) decref(rt, result);
    return null;
  }
  if (result !== null) return result;
  return raise(
    rt,
    "TypeError",
    `reduce() of empty ${rt.profile.reduceSaysIterable ? "iterable" : "sequence"} with no initial value`,
  );
}

interface KeyData {
  cmp: PyObject;
  object: PyObject | null;
}

const keyFields = ["cmp", "object"] as const;

/** The key a comparison function makes, and the maker of such keys: the same type without an object. */
export const keyWrapperSpec: TypeSpec = {
  name: "functools.KeyWrapper",
  pyName: "KeyWrapper",
  module: "functools",
  flags: TypeFlag.HaveGc,
  basicsize: 32,
  isHeapType: (profile) => profile.functoolsMakeTypes && "first",
  slots: {
    ...fieldSlots(keyFields),
    call: (rt, self, args, names) => {
      const places = parseArguments(rt, "K", { names: ["obj"], required: 1 }, args, names);
      if (places === null) return null;
      const payload: KeyData = {
        cmp: newRef((self.payload as KeyData).cmp),
        object: newRef(places[0] as PyObject),
      };
      return newWithFields(rt, self.type, payload, keyFields);
    },
    richcompare: (rt, self, other, op) => {
      if (other.type !== self.type) return raise(rt, "TypeError", "other argument must be K instance");
      const mine = self.payload as KeyData;
      const theirs = other.payload as KeyData;
      if (mine.object === null || theirs.object === null) return raise(rt, "AttributeError", "object");
      const answer = call(rt, mine.cmp, [mine.object, theirs.object]);
      if (answer === null) return null;
      const zero = rt.newInt(0);
      hold(rt, "value in use", zero);
      hold(rt, "result in use", answer);
      const result = richCompare(rt, answer, zero, op);
      dropHeld(rt, "value in use", zero);
      dropHeld(rt, "result in use", answer);
      return result;
    },
  },
  getset: [member("obj", (rt, self) => newRef((self.payload as KeyData).object ?? rt.none))],
};

function cmpToKey(
  rt: Runtime,
  _self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const places = parseArguments(rt, "cmp_to_key", { names: ["mycmp"], required: 1 }, args, names);
  if (places === null) return null;
  const payload: KeyData = { cmp: newRef(places[0] as PyObject), object: null };
  return newWithFields(rt, rt.types["functools.KeyWrapper"], payload, keyFields);
}

export const functoolsTypes: readonly TypeSpec[] = [partialSpec, lruCacheSpec, lruLinkSpec, keyWrapperSpec];

export const functoolsCModule: ModuleSpec = {
  name: "_functools",
  functions: [method("reduce", reduce, { min: 2, max: 3 }), keywordMethod("cmp_to_key", cmpToKey)],
  populate: (rt, _module, set) => {
    addTypes(rt, [partialSpec, lruCacheSpec], set);
    return true;
  },
};

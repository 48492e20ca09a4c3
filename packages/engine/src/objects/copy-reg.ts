/**
 * Taking an object apart for `copy` and `pickle`.   [mirrors reduce_newobj, and copyreg._reduce_ex for the old protocols]
 */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import {
  callMethod,
  callSpecialMethod,
  getAttrText,
  getIter,
  getOptionalAttr,
  indexValue,
} from "./abstract.ts";
import { dictSize, isDict } from "./dict.ts";
import { raise } from "./errors.ts";
import { baseOf } from "./instance.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { isTuple, newTuple, type PyTuple, tupleItems } from "./tuple-object.ts";

type GetState = (rt: Runtime, self: PyObject) => PyObject | null;

/** `(copyreg.__newobj__, (cls, *args), state, listitems, dictitems)` */
export function copyReg(
  rt: Runtime,
  self: PyObject,
  protocol: PyObject,
  defaultState: GetState,
): PyObject | null {
  const version = indexValue(rt, protocol);
  if (version === null) return null;
  const module = rt.importModule("copyreg");
  if (module === null) return null;
  if (version < 2) {
    const reduce = getAttrText(rt, module, "_reduce_ex");
    decref(rt, module);
    if (reduce === null) return null;
    hold(rt, "function being called", reduce);
    const result = reduce.type.payload.slots.call?.(rt, reduce, [self, protocol], null) ?? null;
    dropHeld(rt, "function being called", reduce);
    return result;
  }
  hold(rt, "copyreg", module);
  const construction = reduceNewobj(rt, self, module);
  dropHeld(rt, "copyreg", module);
  if (construction === null) return null;
  const parts = [
    () => stateOf(rt, self, defaultState),
    () => listItemsOf(rt, self),
    () => dictItemsOf(rt, self),
  ];
  return completed(rt, construction, parts);
}

/** A tuple of what there is and what the others make, one after the other; null with an exception. */
function completed(
  rt: Runtime,
  made: PyObject[],
  others: readonly (() => PyObject | null)[],
): PyObject | null {
  for (const o of made) hold(rt, "copyreg", o);
  for (const make of others) {
    const next = make();
    if (next === null) {
      for (const o of made) dropHeld(rt, "copyreg", o);
      return null;
    }
    hold(rt, "copyreg", next);
    made.push(next);
  }
  for (const o of made) letGo(rt, "copyreg", o);
  return rt.newTuple(made);
}

function stateOf(rt: Runtime, self: PyObject, defaultState: GetState): PyObject | null {
  const state = callSpecialMethod(rt, self, "__getstate__");
  return state ?? (rt.thread.exception === null ? defaultState(rt, self) : null);
}

function listItemsOf(rt: Runtime, self: PyObject): PyObject | null {
  return hasFlag(self.type, TypeFlag.ListSubclass) ? getIter(rt, self) : newRef(rt.none);
}

function dictItemsOf(rt: Runtime, self: PyObject): PyObject | null {
  return hasFlag(self.type, TypeFlag.DictSubclass) ? itemsOf(rt, self) : newRef(rt.none);
}

/** `copyreg.__newobj__` or, when there are keywords to pass, `__newobj_ex__`, and its arguments. [reduce_newobj] */
function reduceNewobj(rt: Runtime, self: PyObject, module: PyObject): [PyObject, PyObject] | null {
  const given = newArgumentsEx(rt, self);
  if (given === undefined) return null;
  const { positional, keywords } = given ?? { positional: newArguments(rt, self), keywords: null };
  if (positional === null) return null;
  const construct = getAttrText(rt, module, keywords === null ? "__newobj__" : "__newobj_ex__");
  if (construct === null) return null;
  if (keywords !== null) return [construct, rt.newTuple([newRef(self.type), positional, keywords])];
  const args = rt.newTuple([newRef(self.type), ...tupleItems(positional).map(newRef)]);
  decref(rt, positional);
  return [construct, args];
}

/** What `__getnewargs_ex__` says; null: there is none; undefined: an exception is set. */
function newArgumentsEx(
  rt: Runtime,
  self: PyObject,
): { positional: PyTuple; keywords: PyObject | null } | null | undefined {
  const method = getOptionalAttr(rt, self, "__getnewargs_ex__");
  if (method === null) return rt.thread.exception === null ? null : undefined;
  decref(rt, method);
  const given = callMethod(rt, self, "__getnewargs_ex__");
  if (given === null) return undefined;
  const pair = checkedPair(rt, given);
  decref(rt, given);
  return pair ?? undefined;
}

function checkedPair(
  rt: Runtime,
  given: PyObject,
): { positional: PyTuple; keywords: PyObject | null } | null {
  const should = (what: string, not: PyObject): null =>
    raise(rt, "TypeError", `${what}, not '${not.type.payload.name}'`);
  if (!isTuple(given)) return should("__getnewargs_ex__ should return a tuple", given);
  const [positional, keywords, ...rest] = tupleItems(given);
  if (positional === undefined || keywords === undefined || rest.length > 0)
    return raise(
      rt,
      "ValueError",
      `__getnewargs_ex__ should return a tuple of length 2, not ${tupleItems(given).length}`,
    );
  if (!isTuple(positional))
    return should("first item of the tuple returned by __getnewargs_ex__ must be a tuple", positional);
  if (!isDict(keywords))
    return should("second item of the tuple returned by __getnewargs_ex__ must be a dict", keywords);
  newRef(positional);
  // Without keywords the plain constructor does.
  if (dictSize(keywords) === 0) return { positional, keywords: null };
  return { positional, keywords: newRef(keywords) };
}

/** What `__getnewargs__` says; without it there are none. */
function newArguments(rt: Runtime, self: PyObject): PyTuple | null {
  const method = getOptionalAttr(rt, self, "__getnewargs__");
  if (method === null) {
    if (rt.thread.exception !== null) return null;
    if (needsArguments(rt, self))
      return raise(rt, "TypeError", `cannot pickle '${self.type.payload.name}' object`);
    return newTuple(rt, []);
  }
  decref(rt, method);
  const given = callMethod(rt, self, "__getnewargs__");
  if (given === null) return null;
  if (!isTuple(given)) {
    raise(rt, "TypeError", `__getnewargs__ should return a tuple, not '${given.type.payload.name}'`);
    decref(rt, given);
    return null;
  }
  return given;
}

/** A C layout that nobody told how to copy. */
function needsArguments(rt: Runtime, self: PyObject): boolean {
  const type = self.type;
  if (hasFlag(type, TypeFlag.ListSubclass) || hasFlag(type, TypeFlag.DictSubclass)) return false;
  return type.payload.itemsize !== 0 || baseOf(type).payload.basicsize > rt.types.object.payload.basicsize;
}

function itemsOf(rt: Runtime, self: PyObject): PyObject | null {
  const items = callMethod(rt, self, "items");
  if (items === null) return null;
  hold(rt, "container in use", items);
  const iterator = getIter(rt, items);
  dropHeld(rt, "container in use", items);
  return iterator;
}

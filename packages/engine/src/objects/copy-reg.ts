/**
 * Taking an object apart for `copy` and `pickle`.   [mirrors reduce_newobj, and copyreg._reduce_ex for the old protocols]
 */
import { decref, newRef } from "../memory/refcount.ts";
import {
  callMethod,
  callSpecialMethod,
  getAttrText,
  getIter,
  getOptionalAttr,
  indexValue,
} from "./abstract.ts";
import { raise } from "./errors.ts";
import { baseOf } from "./instance.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";

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
    const result = reduce.type.payload.slots.call?.(rt, reduce, [self, protocol], null) ?? null;
    decref(rt, reduce);
    return result;
  }
  const newobj = getAttrText(rt, module, "__newobj__");
  decref(rt, module);
  if (newobj === null) return null;
  const args = newArguments(rt, self);
  if (args === null) return null;
  const state =
    callSpecialMethod(rt, self, "__getstate__") ??
    (rt.thread.exception === null ? defaultState(rt, self) : null);
  if (state === null) return null;
  const list = hasFlag(self.type, TypeFlag.ListSubclass) ? getIter(rt, self) : newRef(rt.none);
  if (list === null) return null;
  const dict = hasFlag(self.type, TypeFlag.DictSubclass) ? itemsOf(rt, self) : newRef(rt.none);
  return dict === null ? null : rt.newTuple([newobj, args, state, list, dict]);
}

/** The class and what its `__getnewargs__` says. */
function newArguments(rt: Runtime, self: PyObject): PyObject | null {
  const method = getOptionalAttr(rt, self, "__getnewargs__");
  if (method === null) {
    if (rt.thread.exception !== null) return null;
    if (needsArguments(rt, self))
      return raise(rt, "TypeError", `cannot pickle '${self.type.payload.name}' object`);
    return rt.newTuple([newRef(self.type)]);
  }
  decref(rt, method);
  const given = callMethod(rt, self, "__getnewargs__");
  if (given === null) return null;
  if (!isTuple(given)) {
    raise(rt, "TypeError", `__getnewargs__ should return a tuple, not '${given.type.payload.name}'`);
    decref(rt, given);
    return null;
  }
  const args = rt.newTuple([newRef(self.type), ...tupleItems(given).map(newRef)]);
  decref(rt, given);
  return args;
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
  const iterator = getIter(rt, items);
  decref(rt, items);
  return iterator;
}

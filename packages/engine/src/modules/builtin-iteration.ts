/** `iter`, `next`, `sorted`, `aiter`, `anext`.   [mirrors Python/bltinmodule.c] */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, getAttrText, getIter, isCallable, isIterator } from "../objects/abstract.ts";
import { clearIfMatches, raise } from "../objects/errors.ts";
import { newCallableIterator } from "../objects/iterators.ts";
import { listFrom } from "../objects/list-extend.ts";
import { type PyObject, type Runtime, Unsupported } from "../objects/object.ts";
import { typeName } from "../objects/type-lookup.ts";
import { keywordMethod, method, type NativeSpec, oneArg } from "../objects/typespec.ts";

type Args = readonly PyObject[];
type Names = readonly PyObject[] | null;

function builtinIter(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const [o, sentinel] = args as [PyObject, PyObject | undefined];
  if (sentinel === undefined) return getIter(rt, o);
  if (!isCallable(o)) return raise(rt, "TypeError", "iter(v, w): v must be callable");
  return newCallableIterator(rt, o, sentinel);
}

function builtinNext(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const [iterator, fallback] = args as [PyObject, PyObject | undefined];
  if (!isIterator(iterator))
    return raise(rt, "TypeError", `'${typeName(iterator.type)}' object is not an iterator`);
  const item = iterator.type.payload.slots.iternext?.(rt, iterator) ?? null;
  if (item !== null) return item;
  if (fallback !== undefined) {
    if (rt.thread.exception !== null && !clearIfMatches(rt, "StopIteration")) return null;
    return newRef(fallback);
  }
  if (rt.thread.exception !== null) return null;
  return raiseBareStopIteration(rt);
}

/** StopIteration without arguments. */
function raiseBareStopIteration(rt: Runtime): null {
  const exception = call(rt, rt.types.StopIteration, []);
  if (exception !== null) rt.thread.exception = exception;
  return null;
}

function builtinAiter(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const slot = o.type.payload.slots.aiter;
  if (slot === undefined)
    return raise(rt, "TypeError", `'${typeName(o.type)}' object is not an async iterable`);
  const iterator = slot(rt, o);
  if (iterator === null || iterator.type.payload.slots.anext !== undefined) return iterator;
  const name = typeName(iterator.type);
  decref(rt, iterator);
  return raise(rt, "TypeError", `aiter() returned not an async iterator of type '${name}'`);
}

function builtinAnext(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const iterator = args[0] as PyObject;
  const slot = iterator.type.payload.slots.anext;
  if (slot === undefined)
    return raise(rt, "TypeError", `'${typeName(iterator.type)}' object is not an async iterator`);
  if (args.length > 1) throw new Unsupported("anext with a default");
  return slot(rt, iterator);
}

/** A new list, sorted by its own `sort`. */
function builtinSorted(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const positional = args.length - (names?.length ?? 0);
  if (positional !== 1) return raise(rt, "TypeError", `sorted expected 1 argument, got ${positional}`);
  const list = listFrom(rt, args[0] as PyObject);
  if (list === null) return null;
  const sort = getAttrText(rt, list, "sort") as PyObject;
  hold(rt, "sorted", list);
  hold(rt, "sorted", sort);
  const result = call(rt, sort, args.slice(1), names);
  dropHeld(rt, "sorted", sort);
  letGo(rt, "sorted", list);
  if (result === null) {
    decref(rt, list);
    return null;
  }
  decref(rt, result);
  return list;
}

export const iterationFunctions: readonly NativeSpec[] = [
  method("iter", builtinIter, { min: 1, max: 2 }),
  method("next", builtinNext, { min: 1, max: 2 }),
  keywordMethod("sorted", builtinSorted),
  { ...oneArg("aiter", builtinAiter), exists: (profile) => profile.hasAnext },
  { ...method("anext", builtinAnext, { min: 1, max: 2 }), exists: (profile) => profile.hasAnext },
];

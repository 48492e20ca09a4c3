/** The type list.   [mirrors Objects/listobject.c] */

import { decref, newRef } from "../memory/refcount.ts";
import { asIndex, hashNotImplemented, typeName } from "./abstract.ts";
import { mayAllocate } from "./allocation.ts";
import { classGetItem } from "./class-getitem.ts";
import { raise } from "./errors.ts";
import { boundNotNone, clampBound, hasIndex, ssizeArgument } from "./indices.ts";
import { listExtend, listFrom, listInitFrom } from "./list-extend.ts";
import { newListIterator, newListReverseIterator } from "./list-iterator.ts";
import {
  isList,
  listAppend,
  listAppendTake,
  listClear,
  listDealloc,
  listDeleteAt,
  listInsertAt,
  listReplace,
  listResize,
  listStore,
  listTake,
  newList,
  newListOfType,
  type PyList,
} from "./list-object.ts";
import { assignSlice, deleteSlice, listSelect, listSlice } from "./list-slices.ts";
import { listReverse, listSort, sortKey } from "./list-sort.ts";
import { checkPositional, noKeywords, parseArguments } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { reprEnter, reprLeave } from "./repr-guard.ts";
import { compareItems, countItems, findItem, reprItems } from "./sequence-compare.ts";
import { isSlice, sliceRange } from "./slice.ts";
import { keywordMethod, method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";

const items = (self: PyObject): PyObject[] => (self as PyList).payload.items;

function traverse(self: PyObject, visit: Visit): void {
  const all = items(self);
  for (let i = all.length - 1; i >= 0; i -= 1) visit(all[i] as PyObject, "item", i);
}

function init(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  // A subclass may take keywords where it has something of its own to take them.
  const { list } = rt.types;
  const isBare =
    rt.profile.bareSubclassesTakeNoKeywords && self.type.payload.slots.new === list.payload.slots.new;
  if ((self.type === list || isBare) && !noKeywords(rt, "list", names)) return false;
  const given = args.length - (names === null ? 0 : names.length);
  if (!checkPositional(rt, "list", given, 0, 1)) return false;
  return listInitFrom(rt, self as PyList, given === 0 ? null : (args[0] as PyObject));
}

function listRepr(rt: Runtime, self: PyObject): PyObject | null {
  if (items(self).length === 0) return rt.newStr("[]");
  if (!reprEnter(rt, self)) return rt.newStr("[...]");
  const inner = reprItems(rt, () => items(self));
  reprLeave(rt, self);
  return inner === null ? null : rt.newStr(`[${inner}]`);
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if (!isList(self) || !isList(other)) return newRef(rt.notImplemented);
  if (items(self).length !== items(other).length && (op === "==" || op === "!="))
    return newRef(op === "!=" ? rt.true : rt.false);
  return compareItems(
    rt,
    () => items(self),
    () => items(other),
    op,
  );
}

function item(rt: Runtime, self: PyObject, index: number): PyObject | null {
  const found = items(self)[index];
  if (found !== undefined) return newRef(found);
  return raise(rt, "IndexError", "list index out of range");
}

/** `list[key]` [list_subscript] */
function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  if (hasIndex(key)) {
    const at = asIndex(rt, key, "IndexError");
    if (at === null) return null;
    const all = items(self);
    return item(rt, self, at < 0 ? at + all.length : at);
  }
  if (isSlice(rt, key)) {
    const range = sliceRange(rt, key, () => items(self).length);
    return range === null ? null : listSelect(rt, self, range);
  }
  return wrongIndex(rt, key);
}

function wrongIndex(rt: Runtime, key: PyObject): null {
  return raise(rt, "TypeError", `list indices must be integers or slices, not ${typeName(key.type)}`);
}

/** `list[key] = value`, `del list[key]` [list_ass_subscript] */
function assSubscript(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  const list = self as PyList;
  if (hasIndex(key)) {
    const at = asIndex(rt, key, "IndexError");
    if (at === null) return false;
    const size = list.payload.items.length;
    const index = at < 0 ? at + size : at;
    if (index < 0 || index >= size) {
      raise(rt, "IndexError", "list assignment index out of range");
      return false;
    }
    if (value === null) listDeleteAt(rt, list, index);
    else listStore(rt, list, index, newRef(value));
    return true;
  }
  if (!isSlice(rt, key)) {
    wrongIndex(rt, key);
    return false;
  }
  return value === null ? deleteSlice(rt, list, key) : assignSlice(rt, list, key, value);
}

function concat(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  if (!isList(other))
    return raise(rt, "TypeError", `can only concatenate list (not "${typeName(other.type)}") to list`);
  const left = items(self);
  const right = items(other);
  rt.charge(left.length + right.length, 8 * (left.length + right.length));
  return newList(rt, [...left.map(newRef), ...right.map(newRef)]);
}

function repeat(rt: Runtime, self: PyObject, count: number): PyObject | null {
  const all = items(self);
  if (all.length === 0 || count <= 0) return newList(rt, []);
  const size = all.length * count;
  if (!mayAllocate(rt, 8 * size)) return null;
  rt.charge(size, 8 * size);
  const repeated: PyObject[] = [];
  for (let i = 0; i < count; i += 1) for (const each of all) repeated.push(newRef(each));
  return newList(rt, repeated);
}

function inplaceConcat(rt: Runtime, self: PyObject, other: PyObject): PyObject | null {
  return listExtend(rt, self as PyList, other) ? newRef(self) : null;
}

function inplaceRepeat(rt: Runtime, self: PyObject, count: number): PyObject | null {
  const list = self as PyList;
  const all = list.payload.items;
  const size = all.length;
  if (size === 0 || count === 1) return newRef(self);
  if (count < 1) {
    listClear(rt, list);
    return newRef(self);
  }
  if (!mayAllocate(rt, 8 * size * count)) return null;
  rt.charge(size * count, 8 * size * count);
  listResize(rt, list, size * count);
  for (let i = size; i < size * count; i += 1) listAppendTake(rt, list, newRef(all[i - size] as PyObject));
  return newRef(self);
}

function contains(rt: Runtime, self: PyObject, value: PyObject): boolean | null {
  const at = findItem(rt, () => items(self), value, 0, Number.POSITIVE_INFINITY);
  return at === null ? null : at >= 0;
}

// ---- methods -------------------------------------------------------------------------------------------------

function append(rt: Runtime, self: PyObject, value: PyObject): PyObject {
  listAppend(rt, self as PyList, value);
  return newRef(rt.none);
}

function insert(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const at = ssizeArgument(rt, args[0] as PyObject);
  if (at === null) return null;
  const list = self as PyList;
  listInsertAt(rt, list, clampBound(at, list.payload.items.length), args[1] as PyObject);
  return newRef(rt.none);
}

function extend(rt: Runtime, self: PyObject, iterable: PyObject): PyObject | null {
  return listExtend(rt, self as PyList, iterable) ? newRef(rt.none) : null;
}

function pop(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const at = args.length === 0 ? -1 : ssizeArgument(rt, args[0] as PyObject);
  if (at === null) return null;
  const list = self as PyList;
  const size = list.payload.items.length;
  if (size === 0) return raise(rt, "IndexError", "pop from empty list");
  const index = at < 0 ? at + size : at;
  if (index < 0 || index >= size) return raise(rt, "IndexError", "pop index out of range");
  return listTake(rt, list, index);
}

function remove(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  const at = findItem(rt, () => items(self), value, 0, Number.POSITIVE_INFINITY);
  if (at === null) return null;
  if (at < 0) return raise(rt, "ValueError", "list.remove(x): x not in list");
  listReplace(rt, self as PyList, at, at + 1, []);
  return newRef(rt.none);
}

function indexOf(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const start = boundNotNone(rt, args[1], 0);
  if (start === null) return null;
  const stop = boundNotNone(rt, args[2], Number.MAX_SAFE_INTEGER);
  if (stop === null) return null;
  const value = args[0] as PyObject;
  const size = items(self).length;
  const at = findItem(
    rt,
    () => items(self),
    value,
    clampBound(start, size),
    stop < 0 ? Math.max(0, stop + size) : stop,
  );
  if (at === null) return null;
  if (at >= 0) return rt.newInt(at);
  return notInList(rt, value);
}

function notInList(rt: Runtime, value: PyObject): null {
  if (rt.profile.indexErrorIsFixed) return raise(rt, "ValueError", "list.index(x): x not in list");
  const shown = reprItems(rt, () => [value]);
  return shown === null ? null : raise(rt, "ValueError", `${shown} is not in list`);
}

function count(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  const found = countItems(rt, () => items(self), value);
  return found === null ? null : rt.newInt(found);
}

const sortParameters = { names: ["key", "reverse"], required: 0, positional: 0 };

function sort(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const places = parseArguments(rt, "sort", sortParameters, args, names);
  if (places === null) return null;
  const reverse = places[1] ?? null;
  const isReverse = reverse === null ? 0 : ssizeArgument(rt, reverse);
  if (isReverse === null) return null;
  if (!listSort(rt, self as PyList, sortKey(rt, places[0] ?? null), isReverse !== 0)) return null;
  return newRef(rt.none);
}

/** `sorted(iterable, key=…, reverse=…)` [builtin_sorted] */
export function sortedList(
  rt: Runtime,
  iterable: PyObject,
  key: PyObject | null,
  reverse: boolean,
): PyObject | null {
  const list = listFrom(rt, iterable);
  if (list === null || listSort(rt, list, sortKey(rt, key), reverse)) return list;
  decref(rt, list);
  return null;
}

function sizeof(_rt: Runtime, self: PyObject): number {
  return self.type.payload.basicsize + 8 * (self as PyList).payload.allocated;
}

export const listSpec: TypeSpec = {
  name: "list",
  flags: TypeFlag.BaseType | TypeFlag.HaveGc | TypeFlag.ListSubclass | TypeFlag.Sequence,
  basicsize: 40,
  slots: {
    dealloc: listDealloc,
    traverse,
    clear: (rt, self) => listClear(rt, self as PyList),
    sizeof,
    new: (rt, type) => newListOfType(rt, type as PyType),
    init,
    repr: listRepr,
    hash: hashNotImplemented,
    richcompare: compare,
    iter: newListIterator,
    length: (_rt, self) => items(self).length,
    contains,
    item,
    subscript,
    assSubscript,
    concat,
    repeat,
    inplaceConcat,
    inplaceRepeat,
  },
  methods: [
    noArgs("__reversed__", newListReverseIterator),
    noArgs("clear", (rt, self) => {
      listClear(rt, self as PyList);
      return newRef(rt.none);
    }),
    noArgs("copy", (rt, self) => listSlice(rt, self, 0, items(self).length)),
    oneArg("append", append),
    method("insert", insert, { min: 2, max: 2 }),
    oneArg("extend", extend),
    method("pop", pop, { min: 0, max: 1 }),
    oneArg("remove", remove),
    method("index", indexOf, { min: 1, max: 3 }),
    oneArg("count", count),
    noArgs("reverse", (rt, self) => {
      listReverse(rt, self as PyList);
      return newRef(rt.none);
    }),
    keywordMethod("sort", sort),
    classGetItem,
  ],
};

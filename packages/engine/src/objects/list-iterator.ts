/** Iterators over lists, forward and backward.   [listiterobject, listreviterobject in Objects/listobject.c] */
import { newRef } from "../memory/refcount.ts";
import { indexIteratorSpec, newIndexIterator } from "./index-iterator.ts";
import type { PyList } from "./list-object.ts";
import type { PyObject, Runtime } from "./object.ts";

export function newListIterator(rt: Runtime, list: PyObject): PyObject {
  return newIndexIterator(rt, rt.types.list_iterator, list);
}

export function newListReverseIterator(rt: Runtime, list: PyObject): PyObject {
  const last = (list as PyList).payload.items.length - 1;
  return newIndexIterator(rt, rt.types.list_reverseiterator, list, last);
}

function item(_rt: Runtime, list: PyObject, index: number): PyObject | null {
  const found = (list as PyList).payload.items[index];
  return found === undefined ? null : newRef(found);
}

function length(_rt: Runtime, list: PyObject): number {
  return (list as PyList).payload.items.length;
}

export const listIteratorSpec = indexIteratorSpec({ name: "list_iterator", item, length });

export const listReverseIteratorSpec = indexIteratorSpec({
  name: "list_reverseiterator",
  item,
  length,
  isReversed: true,
});

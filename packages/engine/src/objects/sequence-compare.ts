/** What list, tuple and their like share: comparing and showing item by item.   [list_richcompare, tuple_richcompare] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { equals, repr, richCompare } from "./abstract.ts";
import type { CompareOp, PyObject, Runtime } from "./object.ts";
import { text } from "./str-object.ts";

/** Compares two arrays the way sequences do; `holds`: as lists do, whose items a comparison may drop. The arrays are read again after every comparison, which may change them. */
export function compareItems(
  rt: Runtime,
  left: () => readonly PyObject[],
  right: () => readonly PyObject[],
  op: CompareOp,
  holds = true,
): PyObject | null {
  let i = 0;
  for (; i < left().length && i < right().length; i += 1) {
    const a = left()[i] as PyObject;
    const b = right()[i] as PyObject;
    if (a === b) continue;
    rt.charge(1, 0);
    if (holds) {
      hold(rt, "item in use", newRef(a));
      hold(rt, "item in use", newRef(b));
    }
    const same = equals(rt, a, b);
    if (holds) {
      dropHeld(rt, "item in use", a);
      dropHeld(rt, "item in use", b);
    }
    if (same === null) return null;
    if (!same) break;
  }
  const a = left();
  const b = right();
  if (i >= a.length || i >= b.length)
    return newRef(compareNumbers(a.length, b.length, op) ? rt.true : rt.false);
  if (op === "==") return newRef(rt.false);
  if (op === "!=") return newRef(rt.true);
  return richCompare(rt, a[i] as PyObject, b[i] as PyObject, op);
}

export function compareNumbers(a: number, b: number, op: CompareOp): boolean {
  switch (op) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

/** The reprs of the items joined by `, `; null with an exception. */
export function reprItems(
  rt: Runtime,
  items: () => readonly PyObject[],
  holds = rt.profile.listReprHolds,
): string | null {
  const parts: string[] = [];
  for (let i = 0; i < items().length; i += 1) {
    const item = items()[i] as PyObject;
    if (holds) hold(rt, "item in use", newRef(item));
    const shown = repr(rt, item);
    if (holds) dropHeld(rt, "item in use", item);
    if (shown === null) return null;
    const part = text(shown);
    rt.charge(1 + (part.length >> 4), part.length);
    parts.push(part);
    decref(rt, shown);
  }
  return parts.join(", ");
}

/** The position of an equal item in [start, stop), −1 when there is none; null with an exception. */
export function findItem(
  rt: Runtime,
  items: () => readonly PyObject[],
  value: PyObject,
  start: number,
  stop: number,
  holds = true,
): number | null {
  for (let i = start; i < stop && i < items().length; i += 1) {
    const item = items()[i] as PyObject;
    if (item === value) return i;
    if (holds) hold(rt, "item in use", newRef(item));
    rt.charge(1, 0);
    const same = equals(rt, item, value);
    if (holds) dropHeld(rt, "item in use", item);
    if (same === null) return null;
    if (same) return i;
  }
  return -1;
}

/** How many items equal the value; null with an exception. */
export function countItems(
  rt: Runtime,
  items: () => readonly PyObject[],
  value: PyObject,
  holds = true,
): number | null {
  let count = 0;
  for (let i = 0; i < items().length; i += 1) {
    const item = items()[i] as PyObject;
    if (item === value) {
      count += 1;
      continue;
    }
    if (holds) hold(rt, "item in use", newRef(item));
    rt.charge(1, 0);
    const same = equals(rt, item, value);
    if (holds) dropHeld(rt, "item in use", item);
    if (same === null) return null;
    if (same) count += 1;
  }
  return count;
}

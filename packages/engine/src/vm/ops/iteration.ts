/** Iterating, unpacking.   [mirrors FOR_ITER, UNPACK_SEQUENCE, UNPACK_EX] */
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { getIter } from "../../objects/abstract.ts";
import { clearException, clearIfMatches, exceptionMatches, raise } from "../../objects/errors.ts";
import { listFrom } from "../../objects/list-extend.ts";
import { isList, listCut, listItems } from "../../objects/list-object.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { nextInRange } from "../../objects/range.ts";
import { isTuple, tupleItems } from "../../objects/tuple-object.ts";
import { typeName } from "../../objects/type-lookup.ts";
import { dropTop, popOwned, replaceSlot } from "../frame.ts";

/** The next item of an iterator; null without an exception when it is exhausted. */
export function nextItem(rt: Runtime, iterator: PyObject): PyObject | null {
  if (iterator.type === rt.types.range_iterator) return nextInRange(rt, iterator);
  const slot = iterator.type.payload.slots.iternext;
  if (slot === undefined)
    return raise(rt, "TypeError", `'${typeName(iterator.type)}' object is not an iterator`);
  const item = slot(rt, iterator);
  if (item === null && rt.thread.exception !== null) clearIfMatches(rt, "StopIteration");
  return item;
}

/** [iterable] → [iterator]. */
export function makeIterator(rt: Runtime, frame: Frame): boolean {
  const at = frame.sp - 1;
  const iterator = getIter(rt, frame.slots[at] as PyObject);
  if (iterator === null) return false;
  replaceSlot(rt, frame, at, iterator);
  return true;
}

/** [sequence] → [item n … item 1]. */
export function unpackSequence(rt: Runtime, frame: Frame, count: number): boolean {
  const sequence = frame.slots[frame.sp - 1] as PyObject;
  const direct =
    isTuple(sequence) && sequence.type === rt.types.tuple
      ? tupleItems(sequence)
      : isList(sequence) && sequence.type === rt.types.list
        ? listItems(sequence)
        : null;
  if (direct !== null && direct.length === count) {
    const owned = popOwned(frame);
    for (let i = count - 1; i >= 0; i -= 1) {
      frame.slots[frame.sp] = newRef(direct[i] as PyObject);
      frame.sp += 1;
    }
    decref(rt, owned);
    return true;
  }
  const items = takeItems(rt, sequence, count, -1);
  if (items === null) return false;
  replaceTop(rt, frame, items);
  return true;
}

/** [sequence] → [.., item 1]; a list of what is in the middle among them. */
export function unpackEx(rt: Runtime, frame: Frame, arg: number): boolean {
  const items = takeItems(rt, frame.slots[frame.sp - 1] as PyObject, arg & 0xff, arg >> 8);
  if (items === null) return false;
  replaceTop(rt, frame, items);
  return true;
}

function replaceTop(rt: Runtime, frame: Frame, items: readonly PyObject[]): void {
  const sequence = popOwned(frame);
  for (let i = items.length - 1; i >= 0; i -= 1) {
    frame.slots[frame.sp] = items[i] as PyObject;
    frame.sp += 1;
  }
  decref(rt, sequence);
}

/** `before` items, and with `after` ≥ 0 a list and so many more; owned. [unpack_iterable] */
function takeItems(rt: Runtime, sequence: PyObject, before: number, after: number): PyObject[] | null {
  const iterator = getIter(rt, sequence);
  if (iterator === null) {
    if (exceptionMatches(rt, "TypeError") && sequence.type.payload.slots.iter === undefined) {
      clearException(rt);
      raise(rt, "TypeError", `cannot unpack non-iterable ${typeName(sequence.type)} object`);
    }
    return null;
  }
  const items: PyObject[] = [];
  hold(rt, "iterator drawn from", iterator);
  const done = fillItems(rt, iterator, items, before, after, gotHowMany(rt, sequence));
  dropHeld(rt, "iterator drawn from", iterator);
  if (done) return items;
  for (const item of items) decref(rt, item);
  return null;
}

/** 3.14+: a list, tuple or dict says how many there were. */
function gotHowMany(rt: Runtime, sequence: PyObject): string {
  const { list, tuple, dict } = rt.types;
  const knows = sequence.type === list || sequence.type === tuple || sequence.type === dict;
  if (!knows || !rt.profile.unpackTellsCount) return "";
  const count = sequence.type.payload.slots.length?.(rt, sequence) ?? null;
  return count === null ? "" : `, got ${count}`;
}

function fillItems(
  rt: Runtime,
  iterator: PyObject,
  items: PyObject[],
  before: number,
  after: number,
  excess: string,
): boolean {
  while (items.length < before) {
    const item = nextItem(rt, iterator);
    if (item === null) {
      if (rt.thread.exception !== null) return false;
      const atLeast = after < 0 ? "" : "at least ";
      const needed = after < 0 ? before : before + after;
      raise(
        rt,
        "ValueError",
        `not enough values to unpack (expected ${atLeast}${needed}, got ${items.length})`,
      );
      return false;
    }
    items.push(item);
  }
  if (after < 0) {
    const extra = nextItem(rt, iterator);
    if (extra === null) return rt.thread.exception === null;
    decref(rt, extra);
    raise(rt, "ValueError", `too many values to unpack (expected ${before}${excess})`);
    return false;
  }
  const rest = listFrom(rt, iterator);
  if (rest === null) return false;
  const size = rest.payload.items.length;
  if (size < after) {
    const got = before + size;
    decref(rt, rest);
    raise(rt, "ValueError", `not enough values to unpack (expected at least ${before + after}, got ${got})`);
    return false;
  }
  items.push(rest, ...listCut(rt, rest, after));
  return true;
}

/** END_FOR, POP_ITER, POP_TOP. */
export function drop(rt: Runtime, frame: Frame): void {
  dropTop(rt, frame, 1);
}

/** Building and filling tuples, lists, sets, dicts, strings.   [mirrors BUILD_*, LIST_EXTEND, DICT_MERGE, FORMAT_* …] */

import { dropHeld, hold, letGo } from "../../memory/native-hold.ts";
import { decref, incref, newRef } from "../../memory/refcount.ts";
import { call, callMethod, getItem, getIter, repr, str } from "../../objects/abstract.ts";
import {
  dictContains,
  dictItems,
  dictSet,
  isDict,
  newDictPresized,
  type PyDict,
} from "../../objects/dict.ts";
import { dictMerge } from "../../objects/dict-merge.ts";
import { clearException, exceptionMatches, raise } from "../../objects/errors.ts";
import { listExtend } from "../../objects/list-extend.ts";
import { listAppendTake, newList, type PyList } from "../../objects/list-object.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { isAnySet, mergeSet, newSet, type PySet, setAdd } from "../../objects/set-object.ts";
import { newSliceSteal } from "../../objects/slice.ts";
import { joinItems } from "../../objects/str-join.ts";
import { isStr, text } from "../../objects/str-object.ts";
import { newInterpolation, newTemplate } from "../../objects/template.ts";
import { newTuple, tupleItems } from "../../objects/tuple-object.ts";
import { lookupSpecial, typeName } from "../../objects/type-lookup.ts";
import { wrongReturn } from "../../objects/wrong-return.ts";
import { closeSlot, dropTop, peek, popOwned, push, replaceSlot } from "../frame.ts";
import { describeCallable } from "./describe-callable.ts";
import { asciiRepr } from "./format.ts";
import { nextItem } from "./iteration.ts";

/** The `count` topmost as references of the caller's, the lowest first. */
function take(frame: Frame, count: number): PyObject[] {
  const base = frame.sp - count;
  const items: PyObject[] = [];
  for (let i = base; i < frame.sp; i += 1) {
    const o = frame.slots[i] as PyObject;
    frame.slots[i] = null;
    if (frame.borrowed[i] !== 0) {
      frame.borrowed[i] = 0;
      incref(o);
    }
    items.push(o);
  }
  frame.sp = base;
  return items;
}

export function buildTuple(rt: Runtime, frame: Frame, count: number): void {
  push(frame, newTuple(rt, take(frame, count)));
}

export function buildList(rt: Runtime, frame: Frame, count: number): void {
  push(frame, newList(rt, take(frame, count)));
}

export function buildSet(rt: Runtime, frame: Frame, count: number): boolean {
  const set = newSet(rt);
  hold(rt, "set being built", set);
  const base = frame.sp - count;
  for (let i = base; i < frame.sp; i += 1) {
    if (setAdd(rt, set, frame.slots[i] as PyObject)) continue;
    dropHeld(rt, "set being built", set);
    return false;
  }
  letGo(rt, "set being built", set);
  for (let i = base; i < frame.sp; i += 1) closeSlot(rt, frame, i);
  frame.sp = base;
  push(frame, set);
  return true;
}

export function buildMap(rt: Runtime, frame: Frame, count: number): boolean {
  const base = frame.sp - count * 2;
  const isUnicode = count === 0 || everyKeyIsText(frame, base, count);
  const dict = newDictPresized(rt, count, isUnicode);
  hold(rt, "dict being built", dict);
  for (let i = base; i < frame.sp; i += 2) {
    if (dictSet(rt, dict, frame.slots[i] as PyObject, frame.slots[i + 1] as PyObject)) continue;
    dropHeld(rt, "dict being built", dict);
    return false;
  }
  letGo(rt, "dict being built", dict);
  dropTop(rt, frame, count * 2);
  push(frame, dict);
  return true;
}

function everyKeyIsText(frame: Frame, base: number, count: number): boolean {
  for (let i = 0; i < count; i += 1) if (!isStr(frame.slots[base + i * 2] as PyObject)) return false;
  return true;
}

/** [values …, tuple of keys] → [dict]. */
export function buildConstKeyMap(rt: Runtime, frame: Frame, count: number): boolean {
  const keys = tupleItems(peek(frame, 1));
  const base = frame.sp - 1 - count;
  const dict = newDictPresized(rt, count, keys.every(isStr));
  for (let i = 0; i < count; i += 1) {
    if (dictSet(rt, dict, keys[i] as PyObject, frame.slots[base + i] as PyObject)) continue;
    decref(rt, dict);
    return false;
  }
  dropTop(rt, frame, count + 1);
  push(frame, dict);
  return true;
}

export function buildString(rt: Runtime, frame: Frame, count: number): boolean {
  const parts = frame.slots.slice(frame.sp - count, frame.sp) as PyObject[];
  const joined = joinItems(rt, "", parts);
  if (joined === null) return false;
  dropTop(rt, frame, count);
  push(frame, joined);
  return true;
}

export function buildSlice(rt: Runtime, frame: Frame, count: number): void {
  const parts = take(frame, count);
  const [start, stop] = parts as [PyObject, PyObject];
  push(frame, newSliceSteal(rt, start, stop, parts[2] ?? newRef(rt.none)));
}

/** [.., list, …, item] → [.., list, …]; the list is `depth` below the top once the item is gone. */
export function appendItem(rt: Runtime, frame: Frame, depth: number): void {
  const item = popOwned(frame);
  listAppendTake(rt, peek(frame, depth) as PyList, item);
}

export function addToSet(rt: Runtime, frame: Frame, depth: number): boolean {
  const item = popOwned(frame);
  hold(rt, "item in use", item);
  const done = setAdd(rt, peek(frame, depth), item);
  dropHeld(rt, "item in use", item);
  return done;
}

export function addToMap(rt: Runtime, frame: Frame, depth: number): boolean {
  const value = popOwned(frame);
  const key = popOwned(frame);
  hold(rt, "key looked up", key);
  hold(rt, "value in use", value);
  const done = dictSet(rt, peek(frame, depth), key, value);
  dropHeld(rt, "key looked up", key);
  dropHeld(rt, "value in use", value);
  return done;
}

export function extendList(rt: Runtime, frame: Frame, depth: number): boolean {
  const iterable = peek(frame, 1);
  const list = peek(frame, depth + 1) as PyList;
  if (!listExtend(rt, list, iterable)) {
    if (exceptionMatches(rt, "TypeError") && iterable.type.payload.slots.iter === undefined) {
      clearException(rt);
      raise(rt, "TypeError", `Value after * must be an iterable, not ${typeName(iterable.type)}`);
    }
    return false;
  }
  dropTop(rt, frame, 1);
  return true;
}

export function updateSet(rt: Runtime, frame: Frame, depth: number): boolean {
  const iterable = peek(frame, 1);
  const set = peek(frame, depth + 1) as PySet;
  const done = isAnySet(iterable) ? mergeSet(rt, set, iterable) : addAll(rt, set, iterable);
  if (done) dropTop(rt, frame, 1);
  return done;
}

function addAll(rt: Runtime, set: PySet, iterable: PyObject): boolean {
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  for (let item = nextItem(rt, iterator); item !== null; item = nextItem(rt, iterator)) {
    hold(rt, "item in use", item);
    const done = setAdd(rt, set, item);
    dropHeld(rt, "item in use", item);
    if (!done) break;
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return rt.thread.exception === null;
}

export function updateDict(rt: Runtime, frame: Frame, depth: number): boolean {
  const mapping = peek(frame, 1);
  const dict = peek(frame, depth + 1);
  const done = isDict(mapping)
    ? dictMerge(rt, dict as PyDict, mapping, "replace")
    : copyItems(rt, dict, mapping, () => true);
  if (!done) {
    if (exceptionMatches(rt, "AttributeError")) {
      clearException(rt);
      raise(rt, "TypeError", `'${typeName(mapping.type)}' object is not a mapping`);
    }
    return false;
  }
  dropTop(rt, frame, 1);
  return true;
}

/** `**mapping` of a call: a key given twice is an error. [callable, null, args, dict, mapping] */
export function mergeDict(rt: Runtime, frame: Frame, depth: number): boolean {
  const mapping = peek(frame, 1);
  if (!mergeKeywords(rt, peek(frame, depth + 4), peek(frame, depth + 1), mapping)) return false;
  dropTop(rt, frame, 1);
  return true;
}

export function mergeKeywords(rt: Runtime, callable: PyObject, dict: PyObject, mapping: PyObject): boolean {
  const done = copyItems(rt, dict, mapping, (key) => {
    const isKnown = dictContains(rt, dict, key);
    if (isKnown !== true) return isKnown !== null;
    const name = isStr(key) ? text(key) : "";
    raise(
      rt,
      "TypeError",
      `${describeCallable(rt, callable)} got multiple values for keyword argument '${name}'`,
    );
    return false;
  });
  if (!done && exceptionMatches(rt, "AttributeError")) {
    clearException(rt);
    const who = rt.profile.saysParameter
      ? "Value after **"
      : `${describeCallable(rt, callable)} argument after **`;
    raise(rt, "TypeError", `${who} must be a mapping, not ${typeName(mapping.type)}`);
  }
  return done;
}

/** Copies every item after `accepts` agreed to its key. */
function copyItems(
  rt: Runtime,
  dict: PyObject,
  mapping: PyObject,
  accepts: (key: PyObject) => boolean,
): boolean {
  if (isDict(mapping)) {
    for (const [key, value] of dictItems(mapping)) {
      if (!accepts(key) || !dictSet(rt, dict, key, value)) return false;
    }
    return true;
  }
  const keys = callMethod(rt, mapping, "keys");
  if (keys === null) return false;
  hold(rt, "container in use", keys);
  const iterator = getIter(rt, keys);
  dropHeld(rt, "container in use", keys);
  if (iterator === null) return false;
  hold(rt, "iterator drawn from", iterator);
  for (let key = nextItem(rt, iterator); key !== null; key = nextItem(rt, iterator)) {
    hold(rt, "key looked up", key);
    const value = accepts(key) ? getItem(rt, mapping, key) : null;
    if (value !== null) {
      hold(rt, "value in use", value);
      dictSet(rt, dict, key, value);
      dropHeld(rt, "value in use", value);
    }
    dropHeld(rt, "key looked up", key);
    if (rt.thread.exception !== null) break;
  }
  dropHeld(rt, "iterator drawn from", iterator);
  return rt.thread.exception === null;
}

export function listToTuple(rt: Runtime, frame: Frame): void {
  const list = popOwned(frame) as PyList;
  push(frame, newTuple(rt, list.payload.items.map(newRef)));
  decref(rt, list);
}

/** `value.__format__(spec)`, through a bound method. [PyObject_Format] */
function formatBound(rt: Runtime, value: PyObject, spec: PyObject): PyObject | null {
  const method = lookupSpecial(rt, value, "__format__");
  if (method === null) return null;
  hold(rt, "function being called", method);
  const result = call(rt, method, [spec]);
  dropHeld(rt, "function being called", method);
  return result;
}

/** `{value}` of an f-string. */
export function formatSimple(rt: Runtime, frame: Frame): boolean {
  const at = frame.sp - 1;
  const value = frame.slots[at] as PyObject;
  if (value.type === rt.types.str) return true;
  const empty = rt.newStr("");
  hold(rt, "value in use", empty);
  const result = value.type === rt.types.int ? str(rt, value) : formatBound(rt, value, empty);
  dropHeld(rt, "value in use", empty);
  if (result === null || !checkFormatted(rt, value, result)) return false;
  replaceSlot(rt, frame, at, result);
  return true;
}

/** False, with `result` dropped, when `__format__` gave no str. */
function checkFormatted(rt: Runtime, value: PyObject, result: PyObject): boolean {
  if (isStr(result)) return true;
  const before = `__format__ must return a str, not ${typeName(result.type)}`;
  wrongReturn(rt, value, "__format__", "a str", result, before);
  decref(rt, result);
  return false;
}

/** `{value:spec}`: [value, spec] → [text]. */
export function formatWithSpec(rt: Runtime, frame: Frame): boolean {
  const value = peek(frame, 2);
  const result = formatBound(rt, value, peek(frame, 1));
  if (result === null) return false;
  if (!isStr(result)) {
    const before = `__format__ must return a str, not ${typeName(result.type)}`;
    wrongReturn(rt, value, "__format__", "a str", result, before);
    decref(rt, result);
    return false;
  }
  dropTop(rt, frame, 2);
  push(frame, result);
  return true;
}

/** `!s`, `!r`, `!a`. */
export function convertValue(rt: Runtime, frame: Frame, conversion: number): boolean {
  const at = frame.sp - 1;
  const value = frame.slots[at] as PyObject;
  const result =
    conversion === 1 ? str(rt, value) : conversion === 2 ? repr(rt, value) : asciiRepr(rt, value);
  if (result === null) return false;
  replaceSlot(rt, frame, at, result);
  return true;
}

/** [value, expression, spec?] → [interpolation]. */
export function buildInterpolation(rt: Runtime, frame: Frame, arg: number): void {
  const [value, expression, spec = rt.newStr("")] = take(frame, 2 + (arg & 1)) as [
    PyObject,
    PyObject,
    PyObject?,
  ];
  push(frame, newInterpolation(rt, value, expression, arg >> 2, spec));
}

/** [strings, interpolations] → [template]. */
export function buildTemplate(rt: Runtime, frame: Frame): void {
  const [strings, interpolations] = take(frame, 2) as [PyObject, PyObject];
  push(frame, newTemplate(rt, strings, interpolations));
}

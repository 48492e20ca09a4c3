/** Finding one text in another: find, index, count, startswith.   [mirrors Objects/unicodeobject.c] */
import { newRef } from "../memory/refcount.ts";
import { typeName } from "./abstract.ts";
import { raise } from "./errors.ts";
import { boundArgument, clampBound } from "./indices.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, type PyStr, type StrData, text } from "./str-object.ts";
import { countText } from "./str-split.ts";
import { pointAt, sliceText } from "./str-text.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import { argumentTypeName } from "./type-lookup.ts";
import type { NativeFunction } from "./typespec.ts";

type Args = readonly PyObject[];

const data = (o: PyObject): StrData => (o as PyStr).payload;

function truth(rt: Runtime, value: boolean): PyObject {
  return newRef(value ? rt.true : rt.false);
}

/** The text of an argument that must be a str. */
export function textArgument(rt: Runtime, fname: string, position: number, o: PyObject): string | null {
  if (isStr(o)) return text(o);
  const where = rt.profile.argumentsAreNamed || fname === "replace" ? `${fname}() argument ${position} ` : "";
  return raise(rt, "TypeError", `${where}must be str, not ${argumentTypeName(o)}`);
}

interface Search {
  readonly part: string;
  readonly start: number;
  readonly stop: number;
}

/** `(sub[, start[, stop]])`, bounds as code points within the text. */
function searchArguments(rt: Runtime, self: PyObject, fname: string, args: Args): Search | null {
  const part = textArgument(rt, fname, 1, args[0] as PyObject);
  if (part === null) return null;
  const start = boundArgument(rt, args[1], 0);
  if (start === null) return null;
  const stop = boundArgument(rt, args[2], Number.MAX_SAFE_INTEGER);
  if (stop === null) return null;
  const { length } = data(self);
  rt.charge(1 + (length >> 4), 0);
  return { part, start: start < 0 ? Math.max(0, start + length) : start, stop: clampBound(stop, length) };
}

/** Code point position of the part within the bounds, −1 when it is not there. */
function search(self: PyObject, { part, start, stop }: Search, fromRight: boolean): number {
  const own = data(self);
  if (start > own.length || stop < start) return -1;
  const isWide = own.kind === 4;
  const window = sliceText(own.text, start, stop, isWide);
  const at = fromRight ? window.lastIndexOf(part) : window.indexOf(part);
  return at < 0 ? -1 : start + pointAt(window, at, isWide);
}

export function finder(fname: string, fromRight: boolean, mustFind: boolean): NativeFunction {
  return (rt, self, args) => {
    const wanted = searchArguments(rt, self, fname, args);
    if (wanted === null) return null;
    const at = search(self, wanted, fromRight);
    if (at < 0 && mustFind) return raise(rt, "ValueError", "substring not found");
    return rt.newInt(at);
  };
}

export function count(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const wanted = searchArguments(rt, self, "count", args);
  if (wanted === null) return null;
  const { part, start, stop } = wanted;
  const own = data(self);
  if (start > own.length || stop < start) return rt.newInt(0);
  const window = sliceText(own.text, start, stop, own.kind === 4);
  return rt.newInt(countText(window, part, stop - start));
}

export function prefixTest(fname: string, atEnd: boolean): NativeFunction {
  return (rt, self, args) => {
    const start = boundArgument(rt, args[1], 0);
    if (start === null) return null;
    const stop = boundArgument(rt, args[2], Number.MAX_SAFE_INTEGER);
    if (stop === null) return null;
    const own = data(self);
    const from = start < 0 ? Math.max(0, start + own.length) : start;
    const to = clampBound(stop, own.length);
    const window = from > own.length || to < from ? null : sliceText(own.text, from, to, own.kind === 4);
    const given = args[0] as PyObject;
    if (isStr(given)) return truth(rt, matches(window, text(given), atEnd));
    if (!isTuple(given))
      return raise(
        rt,
        "TypeError",
        `${fname} first arg must be str or a tuple of str, not ${typeName(given.type)}`,
      );
    for (const part of tupleItems(given)) {
      if (!isStr(part))
        return raise(rt, "TypeError", `tuple for ${fname} must only contain str, not ${typeName(part.type)}`);
      if (matches(window, text(part), atEnd)) return truth(rt, true);
    }
    return truth(rt, false);
  };
}

function matches(window: string | null, part: string, atEnd: boolean): boolean {
  if (window === null) return false;
  return atEnd ? window.endsWith(part) : window.startsWith(part);
}

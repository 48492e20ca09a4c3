/** Finding bytes in bytes: find, index, count, startswith.   [mirrors Objects/bytes_methods.c] */
import { newRef } from "../memory/refcount.ts";
import { indexValue, typeName } from "./abstract.ts";
import { binaryText } from "./bytes-text.ts";
import { bytesOf, isByteslike } from "./byteslike.ts";
import { raise } from "./errors.ts";
import { boundArgument, clampBound, hasIndex } from "./indices.ts";
import type { PyObject, Runtime } from "./object.ts";
import { countText } from "./str-split.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import type { NativeFunction } from "./typespec.ts";

type Args = readonly PyObject[];

const content = (o: PyObject): string => binaryText(bytesOf(o));

function truth(rt: Runtime, value: boolean): PyObject {
  return newRef(value ? rt.true : rt.false);
}

/** The bytes of an argument as text; null with TypeError. */
export function partOf(rt: Runtime, o: PyObject): string | null {
  if (isByteslike(o)) return content(o);
  return raise(rt, "TypeError", `a bytes-like object is required, not '${typeName(o.type)}'`);
}

/** What find and count look for: bytes or one byte as an int. */
function needleOf(rt: Runtime, o: PyObject): string | null {
  if (isByteslike(o)) return content(o);
  if (!hasIndex(o))
    return raise(
      rt,
      "TypeError",
      `argument should be integer or bytes-like object, not '${typeName(o.type)}'`,
    );
  const value = indexValue(rt, o);
  if (value === null) return null;
  if (value < 0 || value > 255) return raise(rt, "ValueError", "byte must be in range(0, 256)");
  return String.fromCharCode(Number(value));
}

interface Window {
  readonly value: string;
  readonly start: number;
  readonly isEmpty: boolean;
}

function windowOf(rt: Runtime, self: PyObject, args: Args): Window | null {
  const start = boundArgument(rt, args[1], 0);
  if (start === null) return null;
  const stop = boundArgument(rt, args[2], Number.MAX_SAFE_INTEGER);
  if (stop === null) return null;
  const all = content(self);
  const from = start < 0 ? Math.max(0, start + all.length) : start;
  const to = clampBound(stop, all.length);
  rt.charge(1 + (all.length >> 4), 0);
  return { value: all.slice(from, to), start: from, isEmpty: from > all.length || to < from };
}

export function finder(fromRight: boolean, mustFind: boolean): NativeFunction {
  return (rt, self, args) => {
    const needle = needleOf(rt, args[0] as PyObject);
    if (needle === null) return null;
    const window = windowOf(rt, self, args);
    if (window === null) return null;
    const at = fromRight ? window.value.lastIndexOf(needle) : window.value.indexOf(needle);
    if (!window.isEmpty && at >= 0) return rt.newInt(window.start + at);
    return mustFind ? raise(rt, "ValueError", "subsection not found") : rt.newInt(-1);
  };
}

export function count(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const needle = needleOf(rt, args[0] as PyObject);
  if (needle === null) return null;
  const window = windowOf(rt, self, args);
  if (window === null) return null;
  return rt.newInt(window.isEmpty ? 0 : countText(window.value, needle, window.value.length));
}

export function affixTest(fname: string, atEnd: boolean): NativeFunction {
  return (rt, self, args) => {
    const window = windowOf(rt, self, args);
    if (window === null) return null;
    const given = args[0] as PyObject;
    const test = (part: string): boolean =>
      !window.isEmpty && (atEnd ? window.value.endsWith(part) : window.value.startsWith(part));
    if (isByteslike(given)) return truth(rt, test(content(given)));
    if (!isTuple(given))
      return raise(
        rt,
        "TypeError",
        `${fname} first arg must be bytes or a tuple of bytes, not ${typeName(given.type)}`,
      );
    for (const each of tupleItems(given)) {
      const part = partOf(rt, each);
      if (part === null) return null;
      if (test(part)) return truth(rt, true);
    }
    return truth(rt, false);
  };
}

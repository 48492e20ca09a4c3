/**
 * The string object itself.   [PyASCIIObject, PyCompactUnicodeObject, Include/cpython/unicodeobject.h]
 * A leaf file: every layer needs the text of a key or a name; what strings can do is in str.ts.
 */
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";

export interface StrData {
  /** UTF-16 as JavaScript has it; lone surrogates stand for themselves. */
  readonly text: string;
  /** −1: not computed yet, as CPython's `hash` field. */
  hash: number | bigint;
  /** Bytes per character in CPython: 0 not yet known, 1, 2 or 4; ASCII apart from Latin-1 by `isAscii`. */
  kind: 0 | 1 | 2 | 4;
  isAscii: boolean;
  /** Code points; −1 not yet known. */
  length: number;
  isInterned: boolean;
  /** Bytes of the UTF-8 copy made on demand (non-ASCII only); getsizeof counts them. */
  utf8Bytes: number;
  /** The block of the characters where they are apart from the object: in an instance of a subclass. */
  buffer: number;
}

export type PyStr = PyObject<StrData>;

export function isStr(o: PyObject): o is PyStr {
  return hasFlag(o.type, TypeFlag.StrSubclass);
}

/** The text of a str or an instance of a subclass; the caller has checked. */
export function text(o: PyObject): string {
  return (o as PyStr).payload.text;
}

/** A string with this text; the empty and the Latin-1 one-character ones are shared. [unicode_result_ready] */
export function newStr(rt: Runtime, value: string): PyStr {
  if (value.length <= 1) {
    const shared = sharedStr(rt, value);
    if (shared !== null) {
      if (shared.refcnt < 0x6000_0000) shared.refcnt += 1;
      return shared;
    }
  }
  return newFreshStr(rt, value);
}

/** A string of its own even where a shared one exists (`str(5)`). */
export function newFreshStr(rt: Runtime, value: string): PyStr {
  const data = newStrData(value);
  return rt.heap.create(rt.types.str, data, 0, strBytes(rt, data) - rt.types.str.payload.basicsize);
}

export function newStrData(value: string): StrData {
  const data: StrData = {
    text: value,
    hash: -1,
    kind: 0,
    isAscii: false,
    length: -1,
    isInterned: false,
    utf8Bytes: 0,
    buffer: 0,
  };
  measure(data);
  return data;
}

/** The shared object for '' and U+0000 … U+00FF, borrowed; made on first use as one of start-up's objects. */
export function sharedStr(rt: Runtime, value: string): PyStr | null {
  const caches = rt.caches;
  if (value.length === 0) {
    caches.emptyStr ??= rt.heap.createStatic(rt.types.str, newStrData(""), "cache of empty values");
    return caches.emptyStr as PyStr;
  }
  const code = value.charCodeAt(0);
  if (code > 255) return null;
  let shared = caches.latin1[code];
  if (shared === undefined) {
    const data = newStrData(value);
    if (code > 127 && rt.profile.sharedCharsKnowUtf8) data.utf8Bytes = 2;
    shared = rt.heap.createStatic(rt.types.str, data, "cache of single characters");
    caches.latin1[code] = shared;
  }
  return shared as PyStr;
}

/** `__sizeof__` of an exact str without its UTF-8 copy. */
export function strBytes(rt: Runtime, data: StrData): number {
  const header = data.isAscii ? rt.profile.asciiHeaderBytes : rt.profile.compactHeaderBytes;
  return header + (data.length + 1) * data.kind;
}

/** Finds out kind and length, once. */
function measure(data: StrData): void {
  const value = data.text;
  let highest = 0;
  let pairs = 0;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code > highest) highest = code;
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < value.length) {
      const low = value.charCodeAt(i + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        pairs += 1;
        i += 1;
      }
    }
  }
  data.length = value.length - pairs;
  data.isAscii = highest < 128;
  data.kind = pairs > 0 ? 4 : highest > 255 ? 2 : 1;
}

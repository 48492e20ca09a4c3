/** The type str: its slots.   [mirrors Objects/unicodeobject.c]; the methods are in str-methods.ts */

import { forgetInterned } from "../memory/interned.ts";
import { newRef } from "../memory/refcount.ts";
import { asIndex, str as strOf, typeName } from "./abstract.ts";
import { mayAllocate, sizeLimit } from "./allocation.ts";
import { raise } from "./errors.ts";
import { indexIteratorSpec, newIndexIterator } from "./index-iterator.ts";
import { hasIndex } from "./indices.ts";
import { allocInstance } from "./instance.ts";
import { checkPositional, parseArguments } from "./native-arguments.ts";
import { type CompareOp, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { percentFormat } from "./percent-format.ts";
import { compareNumbers } from "./sequence-compare.ts";
import { hashKeyFor, sipHash } from "./siphash.ts";
import { isSlice, selectItems, sliceRange } from "./slice.ts";
import { codecName, strFromEncoded } from "./str-codec.ts";
import { strMethods } from "./str-methods.ts";
import {
  isStr,
  newFreshStr,
  newStr,
  newStrData,
  type PyStr,
  type StrData,
  strBytes,
  text,
} from "./str-object.ts";
import { characters, compareText, sliceText } from "./str-text.ts";
import { reprOfText } from "./text-repr.ts";
import type { TypeSpec } from "./typespec.ts";

const data = (o: PyObject): StrData => (o as PyStr).payload;

function dealloc(rt: Runtime, self: PyObject): void {
  const own = data(self);
  if (own.isInterned) forgetInterned(rt, self as PyStr);
  if (own.buffer !== 0) rt.heap.freeRaw(own.buffer, (own.length + 1) * own.kind);
  rt.heap.free(self);
}

/** Where the UTF-8 copy and a subclass's own buffer are counted too. [unicode_sizeof] */
function sizeof(rt: Runtime, self: PyObject): number {
  const own = data(self);
  const copy = own.utf8Bytes > 0 ? own.utf8Bytes + 1 : 0;
  if (own.buffer === 0) return strBytes(rt, own) + copy;
  return rt.types.str.payload.basicsize + (own.length + 1) * own.kind + copy;
}

const newParameters = { names: ["object", "encoding", "errors"], required: 0 };

function strNew(
  rt: Runtime,
  type: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  if (rt.profile.argumentsAreNamed && !checkPositional(rt, "str", args.length, 0, 3)) return null;
  const places = parseArguments(rt, "str", newParameters, args, names);
  if (places === null) return null;
  const [o = null, encoding = null, errors = null] = places;
  const made = o === null ? newStr(rt, "") : convert(rt, o, encoding, errors);
  if (made === null || type === rt.types.str) return made;
  return subtypeFrom(rt, type as PyType, made as PyStr);
}

function convert(
  rt: Runtime,
  o: PyObject,
  encoding: PyObject | null,
  errors: PyObject | null,
): PyObject | null {
  if (encoding === null && errors === null) return strOf(rt, o);
  const codec = codecName(rt, "str", "encoding", encoding, "utf-8");
  if (codec === null) return null;
  const handler = codecName(rt, "str", "errors", errors, "strict");
  return handler === null ? null : strFromEncoded(rt, o, codec, handler);
}

/** An instance of a subclass with the text of `made` (stolen); its characters are a block of their own. [unicode_subtype_new] */
function subtypeFrom(rt: Runtime, type: PyType, made: PyStr): PyObject {
  const own = newStrData(made.payload.text);
  const instance = allocInstance(rt, type, own);
  own.buffer = rt.heap.allocRaw((own.length + 1) * own.kind);
  own.hash = made.payload.hash;
  if (made.refcnt > 0) dropMade(rt, made);
  return instance;
}

function dropMade(rt: Runtime, made: PyStr): void {
  made.refcnt -= made.refcnt < 0x6000_0000 ? 1 : 0;
  if (made.refcnt === 0) dealloc(rt, made);
}

/** The hash of the characters as CPython stores them, 1, 2 or 4 bytes each. */
function hash(rt: Runtime, self: PyObject): number | bigint {
  const own = data(self);
  if (own.hash !== -1) return own.hash;
  own.hash = sipHash(storedBytes(own), hashKeyFor(rt.nuisance.hashes), rt.profile.strHashRounds);
  return own.hash;
}

function storedBytes(own: StrData): Uint8Array {
  const { text: value, kind } = own;
  const bytes = new Uint8Array(own.length * kind);
  if (kind === 1) {
    for (let i = 0; i < value.length; i += 1) bytes[i] = value.charCodeAt(i);
    return bytes;
  }
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (let i = 0; i < value.length; at += kind) {
    const code = kind === 4 ? (value.codePointAt(i) as number) : value.charCodeAt(i);
    if (kind === 4) view.setUint32(at, code, true);
    else view.setUint16(at, code, true);
    i += code > 0xffff ? 2 : 1;
  }
  return bytes;
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!isStr(self) || !isStr(other)) return newRef(rt.notImplemented);
  const a = text(self);
  const b = text(other);
  if (op === "==") return newRef(a === b ? rt.true : rt.false);
  if (op === "!=") return newRef(a === b ? rt.false : rt.true);
  return newRef(compareNumbers(compareText(a, b), 0, op) ? rt.true : rt.false);
}

/** The character at a position, which is within the text. */
export function characterAt(rt: Runtime, o: PyObject, at: number): PyObject {
  const own = data(o);
  if (own.kind !== 4) return newStr(rt, own.text[at] as string);
  return newStr(rt, sliceText(own.text, at, at + 1, true));
}

function item(rt: Runtime, self: PyObject, index: number): PyObject | null {
  if (index < 0 || index >= data(self).length) return raise(rt, "IndexError", "string index out of range");
  return characterAt(rt, self, index);
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  if (hasIndex(key)) {
    const at = asIndex(rt, key, "IndexError");
    if (at === null) return null;
    return item(rt, self, at < 0 ? at + data(self).length : at);
  }
  if (!isSlice(rt, key)) {
    const named = rt.profile.strIndexNamesType ? `, not '${typeName(key.type)}'` : "";
    return raise(rt, "TypeError", `string indices must be integers${named}`);
  }
  const own = data(self);
  const range = sliceRange(rt, key, () => own.length);
  if (range === null) return null;
  if (range.count === 0) return newStr(rt, "");
  rt.charge(range.count, 0);
  if (range.step === 1) {
    if (range.count === own.length) return unchanged(rt, self);
    return newStr(rt, sliceText(own.text, range.start, range.start + range.count, own.kind === 4));
  }
  const picked = selectItems(own.kind === 4 ? characters(own.text) : [...own.text], range).join("");
  return newFreshStr(rt, picked);
}

/** The string itself when it is an exact one, else a copy. [unicode_result_unchanged] */
export function unchanged(rt: Runtime, o: PyObject): PyObject {
  return o.type === rt.types.str ? newRef(o) : newStr(rt, text(o));
}

/** `a + b`; the other one itself when one is empty. [PyUnicode_Concat] */
export function strConcat(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  if (!isStr(left)) return newRef(rt.notImplemented);
  if (!isStr(right))
    return raise(rt, "TypeError", `can only concatenate str (not "${typeName(right.type)}") to str`);
  const a = text(left);
  const b = text(right);
  if (a === "") return unchanged(rt, right);
  if (b === "") return unchanged(rt, left);
  rt.charge(1 + ((a.length + b.length) >> 4), a.length + b.length);
  return newFreshStr(rt, a + b);
}

function repeat(rt: Runtime, self: PyObject, count: number): PyObject | null {
  const own = data(self);
  if (count <= 0 || own.length === 0) return newStr(rt, "");
  if (count === 1) return unchanged(rt, self);
  if (own.length * count >= sizeLimit) return raise(rt, "OverflowError", "repeated string is too long");
  if (!mayAllocate(rt, own.length * count * own.kind)) return null;
  rt.charge(own.length * count, own.length * count * own.kind);
  if (own.text.length * count > maxTextLength) return raise(rt, "MemoryError", "");
  return newFreshStr(rt, own.text.repeat(count));
}

/** What the JavaScript engine can hold in one string; the limits of a run are far below it. */
const maxTextLength = 2 ** 29 - 24;

function contains(rt: Runtime, self: PyObject, part: PyObject): boolean | null {
  if (isStr(part)) {
    rt.charge(1 + (text(self).length >> 4), 0);
    return text(self).includes(text(part));
  }
  return raise(rt, "TypeError", `'in <string>' requires string as left operand, not ${typeName(part.type)}`);
}

function remainder(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  return isStr(left) ? percentFormat(rt, left, right) : newRef(rt.notImplemented);
}

export const strSpec: TypeSpec = {
  name: "str",
  flags: TypeFlag.BaseType | TypeFlag.StrSubclass,
  basicsize: (profile) => profile.compactHeaderBytes + 8,
  slots: {
    dealloc,
    sizeof,
    new: strNew,
    repr: (rt, self) => newStr(rt, reprOfText(text(self))),
    str: unchanged,
    hash,
    richcompare: compare,
    iter: (rt, self) => newIndexIterator(rt, iteratorType(rt, self), self),
    length: (_rt, self) => data(self).length,
    contains,
    item,
    subscript,
    concat: strConcat,
    repeat,
    remainder,
  },
  methods: strMethods,
};

function iteratorType(rt: Runtime, self: PyObject): PyType {
  return rt.profile.asciiHasOwnIterator && data(self).isAscii
    ? rt.types.str_ascii_iterator
    : rt.types.str_iterator;
}

function iteratorItem(rt: Runtime, sequence: PyObject, index: number): PyObject | null {
  return index < data(sequence).length ? characterAt(rt, sequence, index) : null;
}

const iteratorLength = (_rt: Runtime, sequence: PyObject): number => data(sequence).length;

export const strIteratorSpec: TypeSpec = indexIteratorSpec({
  name: "str_iterator",
  item: iteratorItem,
  length: iteratorLength,
});

export const strAsciiIteratorSpec: TypeSpec = indexIteratorSpec({
  name: "str_ascii_iterator",
  item: iteratorItem,
  length: iteratorLength,
  exists: (profile) => profile.asciiHasOwnIterator,
});

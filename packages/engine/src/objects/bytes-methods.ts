/**
 * The methods bytes and bytearray share.   [mirrors Objects/bytes_methods.c and Objects/stringlib]
 *
 * Each returns an object of its own kind; a bytes that would not change is the result itself, a bytearray never is.
 */
import { decref, newRef } from "../memory/refcount.ts";
import { fastSequence, sequenceItems, typeName } from "./abstract.ts";
import { isBytearray, newBytearray } from "./bytearray-object.ts";
import { newBytes, newFreshBytes } from "./bytes-object.ts";
import { affixTest, count, finder, partOf } from "./bytes-search.ts";
import {
  asciiChange,
  asciiTest,
  binaryText,
  bytesFromText,
  concatBytes,
  isByteSpace,
  splitByteSpaces,
} from "./bytes-text.ts";
import { bytesOf, isByteslike } from "./byteslike.ts";
import { raise } from "./errors.ts";
import { ssizeArgument } from "./indices.ts";
import { newListWithRoom, roomAfterAppends } from "./list-object.ts";
import { parseArguments } from "./native-arguments.ts";
import type { PyObject, Runtime } from "./object.ts";
import { codecArguments, decodeObject } from "./str-codec.ts";
import { isStr, newStr, text } from "./str-object.ts";
import { expandTabs, replaceText, splitBy, splitByRight, splitLines, splitRoom } from "./str-split.ts";
import { argumentTypeName } from "./type-lookup.ts";
import {
  classMethod,
  keywordMethod,
  method,
  type NativeFunction,
  type NativeSpec,
  noArgs,
  oneArg,
  staticMethod,
} from "./typespec.ts";

type Args = readonly PyObject[];
type Names = readonly PyObject[] | null;

const content = (o: PyObject): string => binaryText(bytesOf(o));

/** A new object of the kind of `like`. */
export function sameKind(rt: Runtime, like: PyObject, bytes: Uint8Array): PyObject {
  rt.charge(1, bytes.length);
  return isBytearray(rt, like) ? newBytearray(rt, bytes) : newBytes(rt, bytes);
}

function fromText(rt: Runtime, like: PyObject, value: string): PyObject {
  return sameKind(rt, like, bytesFromText(value));
}

/** A result that CPython makes even where a shared byte exists. */
function freshKind(rt: Runtime, like: PyObject, value: string): PyObject {
  if (isBytearray(rt, like) || value === "") return fromText(rt, like, value);
  rt.charge(1, value.length);
  return newFreshBytes(rt, bytesFromText(value));
}

function unchanged(rt: Runtime, o: PyObject): PyObject {
  return o.type === rt.types.bytes ? newRef(o) : sameKind(rt, o, bytesOf(o).slice());
}

function truth(rt: Runtime, value: boolean): PyObject {
  return newRef(value ? rt.true : rt.false);
}

const splitParameters = { names: ["sep", "maxsplit"], required: 0 };

function splitter(fname: string, fromRight: boolean): NativeFunction {
  return (rt, self, args, names) => {
    const places = parseArguments(rt, fname, splitParameters, args, names);
    if (places === null) return null;
    const most = places[1] === null || places[1] === undefined ? -1 : ssizeArgument(rt, places[1]);
    if (most === null) return null;
    const separator = places[0] ?? rt.none;
    const all = content(self);
    const pieces =
      separator === rt.none
        ? splitByteSpaces(all, most, fromRight)
        : cut(rt, all, separator, most, fromRight);
    if (pieces === null) return null;
    const parts =
      pieces.length === 1 && pieces[0] === all
        ? [unchanged(rt, self)]
        : pieces.map((piece) => fromText(rt, self, piece));
    const room = splitRoom(most, Number.POSITIVE_INFINITY, 0, false);
    return newListWithRoom(rt, parts, roomAfterAppends(rt, room, parts.length));
  };
}

function cut(
  rt: Runtime,
  all: string,
  separator: PyObject,
  most: number,
  fromRight: boolean,
): string[] | null {
  const by = partOf(rt, separator);
  if (by === null) return null;
  if (by === "") return raise(rt, "ValueError", "empty separator");
  return fromRight ? splitByRight(all, by, most) : splitBy(all, by, most);
}

function partition(rt: Runtime, self: PyObject, separator: PyObject, fromRight: boolean): PyObject | null {
  const by = partOf(rt, separator);
  if (by === null) return null;
  if (by === "") return raise(rt, "ValueError", "empty separator");
  const all = content(self);
  const at = fromRight ? all.lastIndexOf(by) : all.indexOf(by);
  if (at < 0) {
    const whole = unchanged(rt, self);
    const empties = [fromText(rt, self, ""), fromText(rt, self, "")];
    return rt.newTuple(fromRight ? [...empties, whole] : [whole, ...empties]);
  }
  const middle = isBytearray(rt, self) ? fromText(rt, self, by) : newRef(separator);
  return rt.newTuple([
    fromText(rt, self, all.slice(0, at)),
    middle,
    fromText(rt, self, all.slice(at + by.length)),
  ]);
}

type Side = "left" | "right" | "both";

function stripper(side: Side): NativeFunction {
  return (rt, self, args) => {
    const given = args[0] ?? rt.none;
    const set = given === rt.none ? null : partOf(rt, given);
    if (set === null && given !== rt.none) return null;
    const all = content(self);
    const drops = (c: string): boolean => (set === null ? isByteSpace(c) : set.includes(c));
    let from = 0;
    let to = all.length;
    if (side !== "right") while (from < to && drops(all[from] as string)) from += 1;
    if (side !== "left") while (to > from && drops(all[to - 1] as string)) to -= 1;
    if (from === 0 && to === all.length) return unchanged(rt, self);
    return fromText(rt, self, all.slice(from, to));
  };
}

function justifier(fname: string, side: Side): NativeFunction {
  return (rt, self, args) => {
    const width = ssizeArgument(rt, args[0] as PyObject);
    if (width === null) return null;
    const filler = args[1];
    const fill = filler === undefined ? " " : isByteslike(filler) ? content(filler) : "";
    if (fill.length !== 1)
      return raise(
        rt,
        "TypeError",
        `${fname}() argument 2 must be a byte string of length 1, not ${typeName((filler as PyObject).type)}`,
      );
    const all = content(self);
    const missing = width - all.length;
    if (missing <= 0) return unchanged(rt, self);
    rt.charge(missing >> 4, missing);
    const left = side === "left" ? missing : side === "right" ? 0 : (missing >> 1) + (missing & width & 1);
    return fromText(rt, self, fill.repeat(left) + all + fill.repeat(missing - left));
  };
}

function zfill(rt: Runtime, self: PyObject, widthObject: PyObject): PyObject | null {
  const width = ssizeArgument(rt, widthObject);
  if (width === null) return null;
  const all = content(self);
  const missing = width - all.length;
  if (missing <= 0) return unchanged(rt, self);
  rt.charge(missing >> 4, missing);
  const sign = /^[+-]/.test(all) ? all.slice(0, 1) : "";
  return fromText(rt, self, sign + "0".repeat(missing) + all.slice(sign.length));
}

function replace(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const old = partOf(rt, args[0] as PyObject);
  if (old === null) return null;
  const by = partOf(rt, args[1] as PyObject);
  if (by === null) return null;
  const most = args[2] === undefined ? -1 : ssizeArgument(rt, args[2]);
  if (most === null) return null;
  const all = content(self);
  rt.charge(
    1 + (all.length >> 4),
    all.length + (Math.floor(all.length / Math.max(1, old.length)) + 1) * by.length,
  );
  const replaced = replaceText(all, old, by, most);
  return replaced === null ? unchanged(rt, self) : freshKind(rt, self, replaced);
}

function affixRemover(name: string, atEnd: boolean): NativeSpec {
  const remove = (rt: Runtime, self: PyObject, given: PyObject): PyObject | null => {
    const affix = partOf(rt, given);
    if (affix === null) return null;
    const all = content(self);
    if (affix === "" || !(atEnd ? all.endsWith(affix) : all.startsWith(affix))) return unchanged(rt, self);
    return fromText(rt, self, atEnd ? all.slice(0, all.length - affix.length) : all.slice(affix.length));
  };
  return { ...oneArg(name, remove), exists: (profile) => profile.strRemovesAffixes };
}

function join(rt: Runtime, self: PyObject, iterable: PyObject): PyObject | null {
  const sequence = fastSequence(rt, iterable, "can only join an iterable");
  if (sequence === null) return null;
  const joined = joinParts(rt, self, sequenceItems(sequence));
  decref(rt, sequence);
  return joined;
}

function joinParts(rt: Runtime, self: PyObject, items: readonly PyObject[]): PyObject | null {
  const only = items[0];
  if (items.length === 1 && only?.type === rt.types.bytes && !isBytearray(rt, self)) return newRef(only);
  const parts: string[] = [];
  let size = 0;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i] as PyObject;
    if (!isByteslike(item))
      return raise(
        rt,
        "TypeError",
        `sequence item ${i}: expected a bytes-like object, ${typeName(item.type)} found`,
      );
    parts.push(content(item));
    size += bytesOf(item).length + bytesOf(self).length;
  }
  rt.charge(items.length + Math.floor(size / 64), size);
  return fromText(rt, self, parts.join(content(self)));
}

const keependsParameters = { names: ["keepends"], required: 0 };

function splitlines(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "splitlines", keependsParameters, args, names);
  if (places === null) return null;
  const keep = places[0] === null || places[0] === undefined ? 0 : ssizeArgument(rt, places[0]);
  if (keep === null) return null;
  const lines = splitLines(content(self), keep !== 0, true);
  return rt.newList(lines.map((line) => fromText(rt, self, line)));
}

const tabParameters = { names: ["tabsize"], required: 0 };

function expandtabs(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "expandtabs", tabParameters, args, names);
  if (places === null) return null;
  const size = places[0] === null || places[0] === undefined ? 8 : ssizeArgument(rt, places[0]);
  return size === null ? null : freshKind(rt, self, expandTabs(content(self), size));
}

const translateParameters = { names: ["", "delete"], required: 1 };

function translate(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "translate", translateParameters, args, names);
  if (places === null) return null;
  const [tableObject, deleteObject] = places as [PyObject, PyObject | null];
  const table = tableObject === rt.none ? null : partOf(rt, tableObject);
  if (table === null && tableObject !== rt.none) return null;
  if (table !== null && table.length !== 256)
    return raise(rt, "ValueError", "translation table must be 256 characters long");
  const drop = deleteObject === null ? "" : partOf(rt, deleteObject);
  if (drop === null) return null;
  const all = content(self);
  const kept = [...all].filter((c) => !drop.includes(c));
  const written = table === null ? kept : kept.map((c) => table[c.charCodeAt(0)] as string);
  const result = written.join("");
  return result === all ? unchanged(rt, self) : fromText(rt, self, result);
}

function maketrans(rt: Runtime, _type: PyObject, args: Args): PyObject | null {
  const from = partOf(rt, args[0] as PyObject);
  if (from === null) return null;
  const to = partOf(rt, args[1] as PyObject);
  if (to === null) return null;
  if (from.length !== to.length) return raise(rt, "ValueError", "maketrans arguments must have same length");
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0; i < from.length; i += 1) table[from.charCodeAt(i)] = to.charCodeAt(i);
  return newBytes(rt, table);
}

function decode(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const codec = codecArguments(rt, "decode", args, names);
  return codec === null ? null : decodeObject(rt, self, bytesOf(self), codec[0], codec[1]);
}

const hexParameters = { names: ["sep", "bytes_per_sep"], required: 0 };

export function hex(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "hex", hexParameters, args, names);
  if (places === null) return null;
  const digits = [...bytesOf(self)].map((byte) => byte.toString(16).padStart(2, "0"));
  const separator = places[0] ?? null;
  if (separator === null) return newStr(rt, digits.join(""));
  const mark = isStr(separator) ? text(separator) : isByteslike(separator) ? content(separator) : "";
  if (mark.length !== 1) return raise(rt, "ValueError", "sep must be length 1.");
  const every = places[1] === null || places[1] === undefined ? 1 : ssizeArgument(rt, places[1]);
  if (every === null) return null;
  return newStr(rt, groupHex(digits, mark, every));
}

/** Groups count from the right when positive, from the left when negative. */
function groupHex(digits: readonly string[], mark: string, every: number): string {
  if (every === 0) return digits.join("");
  const size = Math.abs(every);
  const first = every > 0 ? digits.length % size : 0;
  const groups = first > 0 ? [digits.slice(0, first).join("")] : [];
  for (let i = first; i < digits.length; i += size) groups.push(digits.slice(i, i + size).join(""));
  return groups.join(mark);
}

function fromhex(rt: Runtime, type: PyObject, args: Args): PyObject | null {
  const given = args[0] as PyObject;
  if (!isStr(given))
    return raise(rt, "TypeError", `fromhex() argument must be str, not ${argumentTypeName(given)}`);
  const source = text(given);
  const bytes: number[] = [];
  for (let at = 0; at < source.length; ) {
    if (isByteSpace(source[at] as string)) {
      at += 1;
      continue;
    }
    const pair = source.slice(at, at + 2);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) return badHex(rt, source, at, pair);
    bytes.push(Number.parseInt(pair, 16));
    at += 2;
  }
  const made = Uint8Array.from(bytes);
  return type === rt.types.bytearray ? newBytearray(rt, made) : newBytes(rt, made);
}

function badHex(rt: Runtime, source: string, at: number, pair: string): null {
  const wrong = /^[0-9a-fA-F]/.test(pair) ? at + 1 : at;
  if (rt.profile.fromhexCountsDigits && wrong === source.length)
    return raise(rt, "ValueError", "fromhex() arg must contain an even number of hexadecimal digits");
  return raise(rt, "ValueError", `non-hexadecimal number found in fromhex() arg at position ${wrong}`);
}

/** `a + b` */
export function bytesConcat(rt: Runtime, left: PyObject, right: PyObject): PyObject | null {
  if (!isByteslike(right))
    return raise(rt, "TypeError", `can't concat ${typeName(right.type)} to ${typeName(left.type)}`);
  const a = bytesOf(left);
  const b = bytesOf(right);
  if (left.type === rt.types.bytes && b.length === 0) return newRef(left);
  if (right.type === rt.types.bytes && a.length === 0 && left.type === rt.types.bytes) return newRef(right);
  return sameKind(rt, left, concatBytes(a, b));
}

export const bytesMethods: readonly NativeSpec[] = [
  ...Object.entries(asciiChange).map(([name, change]) =>
    noArgs(name, (rt, self) => freshKind(rt, self, change(content(self)))),
  ),
  ...Object.entries(asciiTest).map(([name, test]) =>
    noArgs(name, (rt, self) => truth(rt, test(content(self)))),
  ),
  method("center", justifier("center", "both"), { min: 1, max: 2 }),
  method("ljust", justifier("ljust", "right"), { min: 1, max: 2 }),
  method("rjust", justifier("rjust", "left"), { min: 1, max: 2 }),
  method("count", count, { min: 1, max: 3 }),
  keywordMethod("decode", decode),
  method("endswith", affixTest("endswith", true), { min: 1, max: 3 }),
  method("startswith", affixTest("startswith", false), { min: 1, max: 3 }),
  keywordMethod("expandtabs", expandtabs),
  method("find", finder(false, false), { min: 1, max: 3 }),
  method("rfind", finder(true, false), { min: 1, max: 3 }),
  method("index", finder(false, true), { min: 1, max: 3 }),
  method("rindex", finder(true, true), { min: 1, max: 3 }),
  classMethod("fromhex", fromhex, { min: 1, max: 1 }),
  keywordMethod("hex", hex),
  oneArg("join", join),
  method("lstrip", stripper("left"), { min: 0, max: 1 }),
  method("rstrip", stripper("right"), { min: 0, max: 1 }),
  method("strip", stripper("both"), { min: 0, max: 1 }),
  staticMethod("maketrans", maketrans, { min: 2, max: 2 }),
  oneArg("partition", (rt, self, by) => partition(rt, self, by, false)),
  oneArg("rpartition", (rt, self, by) => partition(rt, self, by, true)),
  affixRemover("removeprefix", false),
  affixRemover("removesuffix", true),
  method("replace", replace, { min: 2, max: 3 }),
  keywordMethod("split", splitter("split", false)),
  keywordMethod("rsplit", splitter("rsplit", true)),
  keywordMethod("splitlines", splitlines),
  keywordMethod("translate", translate),
  oneArg("zfill", zfill),
];

/** The methods of str.   [mirrors Objects/unicodeobject.c] */
import { newRef } from "../memory/refcount.ts";
import { typeName } from "./abstract.ts";
import { raise } from "./errors.ts";
import { formatStr } from "./format.ts";
import { strFormat, strFormatMap } from "./format-fields.ts";
import { ssizeArgument } from "./indices.ts";
import { newListWithRoom, roomAfterAppends } from "./list-object.ts";
import { parseArguments } from "./native-arguments.ts";
import type { PyObject, Runtime } from "./object.ts";
import { capitalizeText, foldCase, isSpace, predicates, swapCase, titleText } from "./str-classify.ts";
import { codecArguments, encodeStr } from "./str-codec.ts";
import { joinStr } from "./str-join.ts";
import { isStr, newFreshStr, newStr, type PyStr, type StrData, text } from "./str-object.ts";
import { count, finder, prefixTest, textArgument } from "./str-search.ts";
import {
  countText,
  expandTabs,
  replaceText,
  splitBy,
  splitByRight,
  splitLines,
  splitRoom,
  splitSpaces,
  splitSpacesRight,
} from "./str-split.ts";
import { characters, sliceText } from "./str-text.ts";
import { maketrans, translate } from "./str-translate.ts";
import { newTrackedTuple } from "./tuple-object.ts";
import { argumentTypeName } from "./type-lookup.ts";
import {
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

const data = (o: PyObject): StrData => (o as PyStr).payload;

/** A new string even where a shared one exists; the empty one is always shared. */
function fresh(rt: Runtime, value: string): PyObject {
  return value === "" ? newStr(rt, "") : newFreshStr(rt, value);
}

function unchanged(rt: Runtime, o: PyObject): PyObject {
  return o.type === rt.types.str ? newRef(o) : newStr(rt, text(o));
}

function truth(rt: Runtime, value: boolean): PyObject {
  return newRef(value ? rt.true : rt.false);
}

// ---- taking apart --------------------------------------------------------------------------------------------

const splitParameters = { names: ["sep", "maxsplit"], required: 0 };

function splitter(fname: string, fromRight: boolean): NativeFunction {
  return (rt, self, args, names) => {
    const places = parseArguments(rt, fname, splitParameters, args, names);
    if (places === null) return null;
    const most = places[1] === null || places[1] === undefined ? -1 : ssizeArgument(rt, places[1]);
    if (most === null) return null;
    const separator = places[0] ?? rt.none;
    if (separator === rt.none) return splitAtSpaces(rt, self, most, fromRight);
    if (!isStr(separator))
      return raise(rt, "TypeError", `must be str or None, not ${typeName(separator.type)}`);
    const by = text(separator);
    if (by === "") return raise(rt, "ValueError", "empty separator");
    return splitAt(rt, self, by, data(separator).length, most, fromRight);
  };
}

function splitAtSpaces(rt: Runtime, self: PyObject, most: number, fromRight: boolean): PyObject {
  const own = data(self);
  rt.charge(own.length >> 4, own.length);
  const pieces = fromRight ? splitSpacesRight(own.text, most) : splitSpaces(own.text, most);
  const possible = Math.trunc((own.length - 1) / 2) + 1;
  return listOfPieces(rt, self, pieces, most, possible);
}

function splitAt(
  rt: Runtime,
  self: PyObject,
  by: string,
  byLength: number,
  most: number,
  fromRight: boolean,
): PyObject {
  const own = data(self);
  rt.charge(own.length >> 4, own.length);
  // A separator that cannot be in there: one piece, exactly.
  if (own.length < byLength) return newListWithRoom(rt, [unchanged(rt, self)], 1);
  const pieces = fromRight ? splitByRight(own.text, by, most) : splitBy(own.text, by, most);
  return listOfPieces(rt, self, pieces, most, Math.trunc(own.length / byLength) + 1);
}

function listOfPieces(
  rt: Runtime,
  self: PyObject,
  pieces: readonly string[],
  most: number,
  possible: number,
): PyObject {
  rt.charge(pieces.length, 8 * pieces.length);
  const whole = pieces.length === 1 && pieces[0] === text(self);
  const parts = whole ? [unchanged(rt, self)] : pieces.map((piece) => newStr(rt, piece));
  const room = splitRoom(most, possible, 0, rt.profile.splitRoomIsBounded);
  return newListWithRoom(rt, parts, roomAfterAppends(rt, room, parts.length));
}

const splitlinesParameters = { names: ["keepends"], required: 0 };

function splitlines(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "splitlines", splitlinesParameters, args, names);
  if (places === null) return null;
  const keep = places[0] === null || places[0] === undefined ? 0 : ssizeArgument(rt, places[0]);
  if (keep === null) return null;
  rt.charge(text(self).length >> 4, text(self).length);
  const lines = splitLines(text(self), keep !== 0);
  if (lines.length === 1 && lines[0] === text(self)) {
    return newListWithRoom(rt, [unchanged(rt, self)], roomAfterAppends(rt, 0, 1));
  }
  return newListWithRoom(
    rt,
    lines.map((line) => newStr(rt, line)),
    roomAfterAppends(rt, 0, lines.length),
  );
}

function partition(rt: Runtime, self: PyObject, separator: PyObject, fromRight: boolean): PyObject | null {
  const name = fromRight ? "rpartition" : "partition";
  if (!isStr(separator)) return raise(rt, "TypeError", `must be str, not ${typeName(separator.type)}`);
  const by = text(separator);
  if (by === "") return raise(rt, "ValueError", "empty separator");
  const value = text(self);
  rt.charge(value.length >> 4, value.length);
  const at = name === "partition" ? value.indexOf(by) : value.lastIndexOf(by);
  if (at < 0) {
    const whole = unchanged(rt, self);
    const empties: [PyObject, PyObject] = [newStr(rt, ""), newStr(rt, "")];
    return newTrackedTuple(rt, fromRight ? [...empties, whole] : [whole, ...empties]);
  }
  return newTrackedTuple(rt, [
    newStr(rt, value.slice(0, at)),
    newRef(separator),
    newStr(rt, value.slice(at + by.length)),
  ]);
}

// ---- making others -------------------------------------------------------------------------------------------

function mapper(change: (value: string) => string): (rt: Runtime, self: PyObject) => PyObject {
  return (rt, self) => {
    const value = text(self);
    rt.charge(1 + (value.length >> 4), value.length);
    return fresh(rt, change(value));
  };
}

type Side = "left" | "right" | "both";

function stripper(fname: string, side: Side): NativeFunction {
  return (rt, self, args) => {
    const given = args[0] ?? rt.none;
    if (given !== rt.none && !isStr(given)) return raise(rt, "TypeError", `${fname} arg must be None or str`);
    const own = data(self);
    rt.charge(own.length >> 8, 0);
    const isWide = own.kind === 4;
    const parts: readonly string[] | string = isWide ? characters(own.text) : own.text;
    const set = given === rt.none ? null : new Set(text(given));
    const drops = (c: string): boolean => (set === null ? isSpace(c) : set.has(c));
    let from = 0;
    let to = parts.length;
    if (side !== "right") while (from < to && drops(parts[from] as string)) from += 1;
    if (side !== "left") while (to > from && drops(parts[to - 1] as string)) to -= 1;
    if (from === 0 && to === parts.length) return unchanged(rt, self);
    return newStr(rt, sliceText(own.text, from, to, isWide));
  };
}

function justifier(side: Side): NativeFunction {
  return (rt, self, args) => {
    const width = ssizeArgument(rt, args[0] as PyObject);
    if (width === null) return null;
    const fill = fillArgument(rt, args[1]);
    if (fill === null) return null;
    const own = data(self);
    const missing = width - own.length;
    if (missing <= 0) return unchanged(rt, self);
    rt.charge(missing, missing * own.kind);
    const left = side === "left" ? missing : side === "right" ? 0 : (missing >> 1) + (missing & width & 1);
    return newStr(rt, fill.repeat(left) + own.text + fill.repeat(missing - left));
  };
}

function fillArgument(rt: Runtime, o: PyObject | undefined): string | null {
  if (o === undefined) return " ";
  if (!isStr(o))
    return raise(rt, "TypeError", `The fill character must be a unicode character, not ${typeName(o.type)}`);
  if (data(o).length === 1) return text(o);
  return raise(rt, "TypeError", "The fill character must be exactly one character long");
}

function zfill(rt: Runtime, self: PyObject, widthObject: PyObject): PyObject | null {
  const width = ssizeArgument(rt, widthObject);
  if (width === null) return null;
  const own = data(self);
  const missing = width - own.length;
  if (missing <= 0) return unchanged(rt, self);
  rt.charge(missing, missing * own.kind);
  const sign = /^[+-]/.test(own.text) ? own.text.slice(0, 1) : "";
  return newStr(rt, sign + "0".repeat(missing) + own.text.slice(sign.length));
}

const tabParameters = { names: ["tabsize"], required: 0 };

function expandtabs(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "expandtabs", tabParameters, args, names);
  if (places === null) return null;
  const size = places[0] === null || places[0] === undefined ? 8 : ssizeArgument(rt, places[0]);
  if (size === null) return null;
  const value = text(self);
  if (!value.includes("\t")) return unchanged(rt, self);
  rt.charge(value.length, value.length + countText(value, "\t", 0) * Math.max(0, size));
  return newStr(rt, expandTabs(value, size));
}

/** `count` may be a keyword from 3.13. */
function replace(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "replace", replaceParameters(rt), args, names);
  if (places === null) return null;
  const old = textArgument(rt, "replace", 1, places[0] as PyObject);
  if (old === null) return null;
  const by = textArgument(rt, "replace", 2, places[1] as PyObject);
  if (by === null) return null;
  const most = places[2] === null || places[2] === undefined ? -1 : ssizeArgument(rt, places[2]);
  if (most === null) return null;
  const own = data(self);
  const hits = old === "" ? own.length + 1 : Math.floor(own.length / old.length) + 1;
  rt.charge(1 + (own.length >> 4), own.length + hits * by.length);
  const replaced = replaceText(own.text, old, by, most);
  return replaced === null ? unchanged(rt, self) : fresh(rt, replaced);
}

function replaceParameters(rt: Runtime): { names: readonly string[]; required: number } {
  return { names: ["", "", rt.profile.replaceTakesCountByName ? "count" : ""], required: 2 };
}

function affixRemover(fname: string, atEnd: boolean): NativeSpec {
  const remove = (rt: Runtime, self: PyObject, given: PyObject): PyObject | null => {
    if (!isStr(given))
      return raise(rt, "TypeError", `${fname}() argument must be str, not ${typeName(given.type)}`);
    const affix = text(given);
    const value = text(self);
    const applies = affix !== "" && (atEnd ? value.endsWith(affix) : value.startsWith(affix));
    if (!applies) return unchanged(rt, self);
    return newStr(rt, atEnd ? value.slice(0, value.length - affix.length) : value.slice(affix.length));
  };
  return { ...oneArg(fname, remove), exists: (profile) => profile.strRemovesAffixes };
}

function encode(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const codec = codecArguments(rt, "encode", args, names);
  return codec === null ? null : encodeStr(rt, self, codec[0], codec[1]);
}

function formatMethod(rt: Runtime, self: PyObject, spec: PyObject): PyObject | null {
  if (!isStr(spec))
    return raise(rt, "TypeError", `__format__() argument must be str, not ${argumentTypeName(spec)}`);
  return formatStr(rt, self, text(spec));
}

const predicateMethods: readonly NativeSpec[] = Object.entries(predicates).map(([name, test]) =>
  noArgs(name, (rt, self) => {
    rt.charge(text(self).length >> 4, 0);
    return truth(rt, test(text(self)));
  }),
);

export const strMethods: readonly NativeSpec[] = [
  keywordMethod("encode", encode),
  keywordMethod("replace", replace),
  keywordMethod("split", splitter("split", false)),
  keywordMethod("rsplit", splitter("rsplit", true)),
  oneArg("join", joinStr),
  noArgs("capitalize", mapper(capitalizeText)),
  noArgs("casefold", mapper(foldCase)),
  noArgs("title", mapper(titleText)),
  method("center", justifier("both"), { min: 1, max: 2 }),
  method("count", count, { min: 1, max: 3 }),
  keywordMethod("expandtabs", expandtabs),
  method("find", finder("find", false, false), { min: 1, max: 3 }),
  oneArg("partition", (rt, self, by) => partition(rt, self, by, false)),
  method("index", finder("index", false, true), { min: 1, max: 3 }),
  method("ljust", justifier("right"), { min: 1, max: 2 }),
  noArgs(
    "lower",
    mapper((s) => s.toLowerCase()),
  ),
  method("lstrip", stripper("lstrip", "left"), { min: 0, max: 1 }),
  method("rfind", finder("rfind", true, false), { min: 1, max: 3 }),
  method("rindex", finder("rindex", true, true), { min: 1, max: 3 }),
  method("rjust", justifier("left"), { min: 1, max: 2 }),
  method("rstrip", stripper("rstrip", "right"), { min: 0, max: 1 }),
  oneArg("rpartition", (rt, self, by) => partition(rt, self, by, true)),
  keywordMethod("splitlines", splitlines),
  method("strip", stripper("strip", "both"), { min: 0, max: 1 }),
  noArgs("swapcase", mapper(swapCase)),
  oneArg("translate", translate),
  noArgs(
    "upper",
    mapper((s) => s.toUpperCase()),
  ),
  method("startswith", prefixTest("startswith", false), { min: 1, max: 3 }),
  method("endswith", prefixTest("endswith", true), { min: 1, max: 3 }),
  affixRemover("removeprefix", false),
  affixRemover("removesuffix", true),
  noArgs("isascii", (rt, self) => truth(rt, data(self).isAscii)),
  ...predicateMethods,
  oneArg("zfill", zfill),
  keywordMethod("format", strFormat),
  oneArg("format_map", strFormatMap),
  oneArg("__format__", formatMethod),
  staticMethod("maketrans", maketrans, { min: 1, max: 3 }),
  noArgs("__getnewargs__", (rt, self) => rt.newTuple([fresh(rt, text(self))])),
];

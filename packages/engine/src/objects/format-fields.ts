/**
 * `str.format`: text with replacement fields.   [mirrors Objects/stringlib/unicode_format.h]
 */

import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { callSpecialBound, getAttr, getItem, repr, str, typeName } from "./abstract.ts";
import { raise, raiseKey } from "./errors.ts";
import { formatStr } from "./format.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, newStr, text } from "./str-object.ts";
import { asciiOfText } from "./text-repr.ts";
import { wrongReturn } from "./wrong-return.ts";

type Args = readonly PyObject[];
type Names = readonly PyObject[] | null;

/** Where field names are looked up. */
interface FieldSource {
  /** null: `format_map`, which has no positional arguments. */
  readonly positional: Args | null;
  /** A new reference, or null with an exception. */
  readonly named: (name: string) => PyObject | null;
  /** `{}` fields so far; −1: numbers are given by hand. */
  automatic: number;
  isManual: boolean;
}

export function strFormat(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const keywordCount = names === null ? 0 : names.length;
  const positional = args.slice(0, args.length - keywordCount);
  const named = (name: string): PyObject | null => {
    for (let i = 0; i < keywordCount; i += 1)
      if (text((names as Args)[i] as PyObject) === name)
        return newRef(args[positional.length + i] as PyObject);
    return keyMissing(rt, name);
  };
  return formatFields(rt, self, { positional, named, automatic: 0, isManual: false });
}

export function strFormatMap(rt: Runtime, self: PyObject, mapping: PyObject): PyObject | null {
  const named = (name: string): PyObject | null => {
    const key = newStr(rt, name);
    hold(rt, "key looked up", key);
    const found = getItem(rt, mapping, key);
    dropHeld(rt, "key looked up", key);
    return found;
  };
  return formatFields(rt, self, { positional: null, named, automatic: 0, isManual: false });
}

function keyMissing(rt: Runtime, name: string): null {
  const key = newStr(rt, name);
  raiseKey(rt, key);
  decref(rt, key);
  return null;
}

function formatFields(rt: Runtime, self: PyObject, source: FieldSource): PyObject | null {
  const template = text(self);
  if (!/[{}]/.test(template)) return self.type === rt.types.str ? newRef(self) : newStr(rt, template);
  const only = onlyField(rt, template, source);
  if (only !== undefined) return only;
  const written = render(rt, template, source, 2);
  return written === null ? null : newStr(rt, written);
}

/** A template that is one field gives the formatted object itself (`"{}".format(s) is s`). */
function onlyField(rt: Runtime, template: string, source: FieldSource): PyObject | null | undefined {
  if (!template.startsWith("{") || template.startsWith("{{")) return undefined;
  const end = fieldEnd(template, 1);
  if (end !== template.length - 1) return undefined;
  return renderField(rt, template.slice(1, end), source, 2);
}

/** @param depth how deep fields may still nest */
function render(rt: Runtime, template: string, source: FieldSource, depth: number): string | null {
  if (depth < 1) return raise(rt, "ValueError", "Max string recursion exceeded");
  let result = "";
  let at = 0;
  while (at < template.length) {
    const c = template[at] as string;
    if (c !== "{" && c !== "}") {
      const next = template.slice(at).search(/[{}]/);
      const end = next < 0 ? template.length : at + next;
      result += template.slice(at, end);
      at = end;
      continue;
    }
    if (template[at + 1] === c) {
      result += c;
      at += 2;
      continue;
    }
    if (c === "}" || at + 1 === template.length)
      return raise(rt, "ValueError", `Single '${c}' encountered in format string`);
    const end = fieldEnd(template, at + 1);
    if (end < 0) return unclosed(rt, template, at + 1);
    const written = renderField(rt, template.slice(at + 1, end), source, depth);
    if (written === null) return null;
    rt.charge(1, text(written).length);
    result += text(written);
    decref(rt, written);
    at = end + 1;
  }
  return result;
}

/** Where the field that begins at `from` closes; −1 when it does not. Braces nest, but not inside `[…]`. */
function fieldEnd(template: string, from: number): number {
  let depth = 1;
  let inName = true;
  for (let at = from; at < template.length; at += 1) {
    const c = template[at];
    if (c === "[" && inName && depth === 1) {
      const close = template.indexOf("]", at);
      if (close < 0) return -1;
      at = close;
    } else if (c === "{") depth += 1;
    else if (c === "}") {
      depth -= 1;
      if (depth === 0) return at;
    } else if (c === ":" || c === "!") inName = false;
  }
  return -1;
}

function unclosed(rt: Runtime, template: string, from: number): null {
  const rest = template.slice(from);
  if (/^[^:!]*[:!]/.test(rest) && !rest.includes("["))
    return raise(
      rt,
      "ValueError",
      rest.includes(":") ? "unmatched '{' in format spec" : "expected '}' before end of string",
    );
  return raise(rt, "ValueError", "expected '}' before end of string");
}

/** `name!conversion:spec` */
function renderField(rt: Runtime, field: string, source: FieldSource, depth: number): PyObject | null {
  const parts = splitField(rt, field);
  if (parts === null) return null;
  const value = fieldValue(rt, parts.name, source);
  if (value === null) return null;
  const converted = convert(rt, value, parts.conversion);
  if (converted === null) return null;
  const spec =
    parts.spec.includes("{") || parts.spec.includes("}")
      ? render(rt, parts.spec, source, depth - 1)
      : parts.spec;
  const isPlainInt =
    converted.type === rt.types.int &&
    typeof converted.payload === "number" &&
    parts.conversion === "" &&
    spec === "";
  hold(rt, "value in use", converted);
  const result =
    spec === null
      ? null
      : isPlainInt
        ? newStr(rt, (converted as PyObject<number | bigint>).payload.toString())
        : formatObject(rt, converted, spec);
  dropHeld(rt, "value in use", converted);
  return result;
}

interface FieldParts {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
}

function splitField(rt: Runtime, field: string): FieldParts | null {
  let at = 0;
  for (; at < field.length; at += 1) {
    const c = field[at];
    if (c === "{") return raise(rt, "ValueError", "unexpected '{' in field name");
    if (c === "[") {
      const close = field.indexOf("]", at);
      if (close < 0) return raise(rt, "ValueError", "expected '}' before end of string");
      at = close;
    } else if (c === ":" || c === "!") break;
  }
  const name = field.slice(0, at);
  if (at >= field.length) return { name, conversion: "", spec: "" };
  if (field[at] === ":") return { name, conversion: "", spec: field.slice(at + 1) };
  const conversion = field[at + 1];
  if (conversion === undefined)
    return raise(rt, "ValueError", "end of string while looking for conversion specifier");
  const after = field[at + 2];
  if (after !== undefined && after !== ":")
    return raise(rt, "ValueError", "expected ':' after conversion specifier");
  return { name, conversion, spec: field.slice(at + 3) };
}

/** The first part of the name, then `.attribute` and `[index]` steps; a new reference. */
function fieldValue(rt: Runtime, name: string, source: FieldSource): PyObject | null {
  const first = /^[^.[]*/.exec(name)?.[0] ?? "";
  let value = firstValue(rt, first, source);
  let rest = name.slice(first.length);
  while (value !== null && rest !== "") {
    const step = /^(?:\.([^.[]*)|\[([^\]]*)\])/.exec(rest);
    if (step === null) {
      decref(rt, value);
      return raise(
        rt,
        "ValueError",
        rest.startsWith("[")
          ? "Missing ']' in format string"
          : "Only '.' or '[' may follow ']' in format field specifier",
      );
    }
    const next = takeStep(rt, value, step[1], step[2]);
    decref(rt, value);
    value = next;
    rest = rest.slice(step[0].length);
  }
  return value;
}

function takeStep(
  rt: Runtime,
  value: PyObject,
  attribute: string | undefined,
  index: string | undefined,
): PyObject | null {
  const part = attribute ?? index ?? "";
  if (part === "") return raise(rt, "ValueError", "Empty attribute in format string");
  const key = attribute === undefined && /^\d+$/.test(part) ? rt.newInt(readInt(part)) : newStr(rt, part);
  hold(rt, "key looked up", key);
  const found = attribute === undefined ? getItem(rt, value, key) : getAttr(rt, value, key);
  dropHeld(rt, "key looked up", key);
  return found;
}

function readInt(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

function firstValue(rt: Runtime, first: string, source: FieldSource): PyObject | null {
  if (first !== "" && !/^\d+$/.test(first)) return source.named(first);
  const isAutomatic = first === "";
  if (isAutomatic ? source.isManual : source.automatic > 0)
    return raise(
      rt,
      "ValueError",
      isAutomatic
        ? "cannot switch from manual field specification to automatic field numbering"
        : "cannot switch from automatic field numbering to manual field specification",
    );
  const index = isAutomatic ? source.automatic : Number(first);
  if (isAutomatic) source.automatic += 1;
  else source.isManual = true;
  if (source.positional === null) return raise(rt, "ValueError", "Format string contains positional fields");
  const value = source.positional[index];
  if (value !== undefined) return newRef(value);
  return raise(rt, "IndexError", `Replacement index ${index} out of range for positional args tuple`);
}

/** Steals `value`. */
function convert(rt: Runtime, value: PyObject, conversion: string): PyObject | null {
  if (conversion === "") return value;
  hold(rt, "value in use", value);
  const converted = convertObject(rt, value, conversion);
  dropHeld(rt, "value in use", value);
  return converted;
}

/** `!s`, `!r`, `!a` [do_conversion, FORMAT_VALUE] */
export function convertObject(rt: Runtime, value: PyObject, conversion: string): PyObject | null {
  if (conversion === "s") return str(rt, value);
  if (conversion === "r") return repr(rt, value);
  if (conversion === "a") return asciiOf(rt, value);
  const code = conversion.codePointAt(0) ?? 0;
  if (code > 32 && code < 127) return raise(rt, "ValueError", `Unknown conversion specifier ${conversion}`);
  return raise(rt, "ValueError", `Unknown conversion specifier \\x${code.toString(16)}`);
}

/** `ascii(o)` [PyObject_ASCII] */
export function asciiOf(rt: Runtime, value: PyObject): PyObject | null {
  const shown = repr(rt, value);
  if (shown === null || /^[\0-\x7f]*$/.test(text(shown))) return shown;
  const escaped = newStr(rt, asciiOfText(text(shown)));
  decref(rt, shown);
  return escaped;
}

/** `format(value, spec)` [PyObject_Format] */
export function formatObject(rt: Runtime, value: PyObject, spec: string): PyObject | null {
  if (spec === "" && value.type === rt.types.str) return newRef(value);
  if (spec === "" && value.type === rt.types.int) return str(rt, value);
  if (value.type === rt.types.str) return formatStr(rt, value, spec);
  const specObject = newStr(rt, spec);
  hold(rt, "value in use", specObject);
  const result = callSpecialBound(rt, value, "__format__", [specObject]);
  dropHeld(rt, "value in use", specObject);
  if (result === null) {
    if (rt.thread.exception !== null) return null;
    return raise(rt, "TypeError", `Type ${typeName(value.type)} doesn't define __format__`);
  }
  if (isStr(result)) return result;
  const before = `__format__ must return a str, not ${typeName(result.type)}`;
  wrongReturn(rt, value, "__format__", "a str", result, before);
  decref(rt, result);
  return null;
}

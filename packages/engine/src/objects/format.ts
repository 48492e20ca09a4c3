/** `format(value, spec)` for str, int, float and complex.   [mirrors Python/formatter_unicode.c] */

import { newRef } from "../memory/refcount.ts";
import { raise } from "./errors.ts";
import { type FloatStyle, floatText } from "./float-text.ts";
import { type FormatSpec, parseFormatSpec, unknownType } from "./format-spec.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, newStr, type PyStr, text } from "./str-object.ts";
import { characters, fromCodePoint } from "./str-text.ts";

/** Pads the sign-and-digits text of a number or plain text to the width. `signLength` characters stay in front with `=`. */
function pad(rt: Runtime, value: string, length: number, spec: FormatSpec, signLength: number): PyObject {
  const missing = spec.width - length;
  if (missing <= 0) return newStr(rt, value);
  rt.charge(missing >> 4, missing);
  const { fill, align } = spec;
  if (align === "<") return newStr(rt, value + fill.repeat(missing));
  if (align === ">") return newStr(rt, fill.repeat(missing) + value);
  if (align === "=")
    return newStr(rt, value.slice(0, signLength) + fill.repeat(missing) + value.slice(signLength));
  const left = missing >> 1;
  return newStr(rt, fill.repeat(left) + value + fill.repeat(missing - left));
}

/** `str.__format__` [format_string_internal] */
export function formatStr(rt: Runtime, o: PyObject, source: string): PyObject | null {
  if (!isStr(o)) return null;
  if (source === "") return o.type === rt.types.str ? newRef(o) : newStr(rt, text(o));
  const spec = parseFormatSpec(rt, source, o.type.payload.name, "<", "s");
  if (spec === null) return null;
  if (spec.type !== "s") return unknownType(rt, spec.type, o.type.payload.name);
  const refused = refusedForText(rt, spec);
  if (refused !== null) return raise(rt, "ValueError", refused);
  const own = (o as PyStr).payload;
  let value = own.text;
  let { length } = own;
  if (spec.precision >= 0 && spec.precision < length) {
    value =
      own.kind === 4 ? characters(value).slice(0, spec.precision).join("") : value.slice(0, spec.precision);
    length = spec.precision;
  }
  if (value === own.text && spec.width <= length && o.type === rt.types.str) return newRef(o);
  return pad(rt, value, length, spec, 0);
}

function refusedForText(rt: Runtime, spec: FormatSpec): string | null {
  if (spec.sign !== null)
    return spec.sign === " " && rt.profile.formatNamesSpace
      ? "Space not allowed in string format specifier"
      : "Sign not allowed in string format specifier";
  if (spec.noNegativeZero) return "Negative zero coercion (z) not allowed in string format specifier";
  if (spec.isAlternate) return "Alternate form (#) not allowed in string format specifier";
  if (spec.align === "=") return "'=' alignment not allowed in string format specifier";
  return null;
}

/** Digits with a separator every `every` places, and leading zeros until `minWidth` is reached. */
function group(digits: string, separator: string, every: number, minWidth: number): string {
  let all = digits;
  if (separator !== "") {
    const length = (n: number): number => n + Math.floor((n - 1) / every);
    while (length(all.length) < minWidth) all = `0${all}`;
    let result = "";
    for (let end = all.length; end > 0; end -= every)
      result = all.slice(Math.max(0, end - every), end) + (result === "" ? "" : separator + result);
    return result;
  }
  return all.padStart(minWidth, "0");
}

function signText(isNegative: boolean, spec: FormatSpec): string {
  if (isNegative) return "-";
  return spec.sign === "+" || spec.sign === " " ? spec.sign : "";
}

/** Assembles sign, prefix, whole digits, the rest, and pads. [calc_number_widths, fill_number] */
function finishNumber(
  rt: Runtime,
  spec: FormatSpec,
  sign: string,
  prefix: string,
  whole: string,
  rest: string,
  every: number,
): PyObject {
  const isZeroFilled = spec.fill === "0" && spec.align === "=";
  const minWidth = isZeroFilled ? spec.width - sign.length - prefix.length - rest.length : 0;
  if (minWidth > 0) rt.charge(minWidth >> 4, minWidth);
  const isNumber = /^[0-9a-fA-F]/.test(whole);
  const digits = isNumber ? group(whole, spec.separator, every, minWidth) : whole;
  const value = sign + prefix + digits + rest;
  return pad(rt, value, value.length, spec, sign.length + prefix.length);
}

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16, d: 10, n: 10, "": 10 };

/** `int.__format__` with a specification that is not empty. [format_long_internal] */
export function formatInt(
  rt: Runtime,
  value: number | bigint,
  source: string,
  typeName: string,
): PyObject | null {
  const spec = parseFormatSpec(rt, source, typeName, ">", "d");
  if (spec === null) return null;
  if ("eEfFgG%".includes(spec.type)) return formatFloatSpec(rt, Number(value), spec, typeName);
  const base = bases[spec.type];
  if (base === undefined && spec.type !== "c") return unknownType(rt, spec.type, typeName);
  if (spec.precision >= 0)
    return raise(rt, "ValueError", "Precision not allowed in integer format specifier");
  if (spec.noNegativeZero)
    return raise(rt, "ValueError", "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type === "c") return formatCharacter(rt, value, spec);
  const isNegative = value < 0;
  let digits = value.toString(base).replace("-", "");
  if (spec.type === "X") digits = digits.toUpperCase();
  rt.charge(digits.length >> 3, digits.length);
  const prefix = spec.isAlternate && base !== 10 ? `0${spec.type}` : "";
  const every = base === 10 ? 3 : 4;
  return finishNumber(rt, spec, signText(isNegative, spec), prefix, digits, "", every);
}

function formatCharacter(rt: Runtime, value: number | bigint, spec: FormatSpec): PyObject | null {
  if (spec.sign !== null)
    return raise(rt, "ValueError", "Sign not allowed with integer format specifier 'c'");
  if (spec.isAlternate)
    return raise(rt, "ValueError", "Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < 0 || value > 0x10_ffff) return raise(rt, "OverflowError", "%c arg not in range(0x110000)");
  return pad(rt, fromCodePoint(Number(value)), 1, spec, 0);
}

/** `float.__format__` with a specification that is not empty. [format_float_internal] */
export function formatFloat(rt: Runtime, value: number, source: string, typeName: string): PyObject | null {
  const spec = parseFormatSpec(rt, source, typeName, ">", "");
  return spec === null ? null : formatFloatSpec(rt, value, spec, typeName);
}

function formatFloatSpec(rt: Runtime, value: number, spec: FormatSpec, typeName: string): PyObject | null {
  if (!"eEfFgGn%".includes(spec.type)) return unknownType(rt, spec.type, typeName);
  if (spec.precision > 2_147_483_647) return raise(rt, "ValueError", "precision too big");
  const written = magnitudeText(rt, spec.type === "%" ? value * 100 : value, spec);
  const isNegative = (value < 0 || Object.is(value, -0)) && !Number.isNaN(value);
  const isHiddenZero = spec.noNegativeZero && /^[0.]*(e[+-]\d+)?$/i.test(written);
  const sign = signText(isNegative && !isHiddenZero, spec);
  const end = written.search(/[.eE]/);
  const hasDigits = Number.isFinite(value);
  const whole = end < 0 || !hasDigits ? written : written.slice(0, end);
  const rest = (end < 0 || !hasDigits ? "" : written.slice(end)) + (spec.type === "%" ? "%" : "");
  return finishNumber(rt, spec, sign, "", whole, rest, 3);
}

function magnitudeText(rt: Runtime, value: number, spec: FormatSpec): string {
  const { type, precision } = spec;
  if (precision > 0) rt.charge(precision >> 2, precision);
  const lower = type.toLowerCase();
  const code: FloatStyle["code"] =
    type === ""
      ? precision < 0
        ? "r"
        : "g"
      : lower === "%" || lower === "f"
        ? "f"
        : lower === "e"
          ? "e"
          : "g";
  const style: FloatStyle = {
    code,
    precision: precision < 0 ? 6 : precision,
    isAlternate: spec.isAlternate,
    addsZero: type === "",
  };
  const written = floatText(value, style);
  return type === "E" || type === "F" || type === "G" ? written.toUpperCase() : written;
}

/** `complex.__format__` with a specification that is not empty. [format_complex_internal] */
export function formatComplex(
  rt: Runtime,
  real: number,
  imag: number,
  source: string,
  typeName: string,
): PyObject | null {
  const spec = parseFormatSpec(rt, source, typeName, ">", "");
  if (spec === null) return null;
  if (!"eEfFgGn".includes(spec.type)) return unknownType(rt, spec.type, typeName);
  if (spec.fill === "0")
    return raise(rt, "ValueError", "Zero padding is not allowed in complex format specifier");
  if (spec.align === "=")
    return raise(rt, "ValueError", "'=' alignment flag is not allowed in complex format specifier");
  const skipsReal = spec.type === "" && real === 0 && !Object.is(real, -0);
  const isBare = spec.type !== "" || skipsReal;
  const part = (value: number, sign: FormatSpec["sign"]): string => {
    const isNegative = value < 0 || Object.is(value, -0);
    const plain = magnitudeText(rt, value, spec);
    const written = spec.type === "" && plain.endsWith(".0") ? plain.slice(0, -2) : plain;
    const end = written.search(/[.eE]/);
    const whole = end < 0 ? written : written.slice(0, end);
    const rest = end < 0 ? "" : written.slice(end);
    const digits = /^\d/.test(whole) ? group(whole, spec.separator, 3, 0) : whole;
    return signText(isNegative, { ...spec, sign }) + digits + rest;
  };
  const inner = skipsReal ? `${part(imag, spec.sign)}j` : `${part(real, spec.sign)}${part(imag, "+")}j`;
  const value = isBare ? inner : `(${inner})`;
  return pad(rt, value, value.length, spec, 0);
}

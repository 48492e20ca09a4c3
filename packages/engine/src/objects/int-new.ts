/** `int(…)`.   [mirrors long_new_impl, PyNumber_Long, PyLong_FromString] */

import { decref, newRef } from "../memory/refcount.ts";
import { callSpecialMethod, reprText } from "./abstract.ts";
import { indexValue } from "./abstract-number.ts";
import { raise } from "./errors.ts";
import { allocInstance } from "./instance.ts";
import { digitCount, intValue, isInt, narrow, newInt } from "./int-object.ts";
import { checkPositional, parseArguments } from "./native-arguments.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { typeName } from "./type-lookup.ts";
import { wrongReturn } from "./wrong-return.ts";

export function intNew(
  rt: Runtime,
  type: PyType,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const only = args[0];
  // An exact int is its own conversion.
  if (type === rt.types.int && names === null && args.length === 1 && only?.type === type)
    return newRef(only);
  if (
    rt.profile.unexpectedKeywordSaysGot &&
    args.length > 2 &&
    !checkPositional(rt, "int", args.length, 0, 2)
  )
    return null;
  const places = parseArguments(rt, "int", { names: ["", "base"], required: 0 }, args, names);
  if (places === null) return null;
  const value = valueFrom(rt, places[0] ?? null, places[1] ?? null);
  if (value === null) return null;
  if (type === rt.types.int) return newInt(rt, value);
  return allocInstance<number | bigint>(rt, type, value, digitCount(value));
}

function valueFrom(rt: Runtime, given: PyObject | null, base: PyObject | null): number | bigint | null {
  if (base === null) return given === null ? 0 : numberValue(rt, given);
  const radix = indexValue(rt, base);
  if (radix === null) return null;
  if (given === null) return raise(rt, "TypeError", "int() missing string argument");
  if (radix !== 0 && (radix < 2 || radix > 36))
    return raise(rt, "ValueError", "int() base must be >= 2 and <= 36, or 0");
  const source = sourceText(given);
  if (source === null) return raise(rt, "TypeError", "int() can't convert non-string with explicit base");
  return parseInteger(rt, given, source, Number(radix));
}

/** [PyNumber_Long] */
function numberValue(rt: Runtime, o: PyObject): number | bigint | null {
  const slots = o.type.payload.slots;
  const convert = slots.int ?? slots.index;
  if (convert !== undefined)
    return resultValue(rt, o, convert(rt, o), slots.int === undefined ? "__index__" : "__int__");
  const truncated = callSpecialMethod(rt, o, "__trunc__");
  if (truncated !== null) return resultValue(rt, o, truncated, "__trunc__");
  if (rt.thread.exception !== null) return null;
  const source = sourceText(o);
  if (source !== null) return parseInteger(rt, o, source, 10);
  const wanted = rt.profile.numbersAreReal ? "real number" : "number";
  return raise(
    rt,
    "TypeError",
    `int() argument must be a string, a bytes-like object or a ${wanted}, not '${typeName(o.type)}'`,
  );
}

function resultValue(
  rt: Runtime,
  o: PyObject,
  result: PyObject | null,
  name: string,
): number | bigint | null {
  if (result === null) return null;
  const value = isInt(result) ? intValue(result) : null;
  if (value === null)
    wrongReturn(rt, o, name, "an int", result, `${name} returned non-int (type ${typeName(result.type)})`);
  decref(rt, result);
  return value;
}

function sourceText(o: PyObject): string | null {
  if (isStr(o)) return text(o);
  if (!hasFlag(o.type, TypeFlag.BytesSubclass) && o.type.payload.name !== "bytearray") return null;
  const bytes = (o.payload as { bytes: Uint8Array }).bytes;
  return String.fromCharCode(...bytes);
}

const prefixes: Readonly<Record<string, number>> = { "0x": 16, "0o": 8, "0b": 2 };

function parseInteger(rt: Runtime, given: PyObject, source: string, base: number): number | bigint | null {
  const trimmed = toAsciiDigits(source.trim()).toLowerCase();
  const sign = trimmed.startsWith("-") ? -1 : 1;
  let digits = trimmed.replace(/^[+-]/, "");
  const prefix = prefixes[digits.slice(0, 2)];
  let radix = base;
  if (base === 0) {
    radix = prefix ?? 10;
    if (prefix === undefined && /^0[0_]*[1-9]/.test(digits)) return invalid(rt, given, base);
  }
  if (prefix === radix) digits = digits.slice(2).replace(/^_/, "");
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/.test(digits)) return invalid(rt, given, base);
  const plain = digits.replaceAll("_", "");
  for (const digit of plain) if (Number.parseInt(digit, 36) >= radix) return invalid(rt, given, base);
  if (plain.length > 4300 && (radix & (radix - 1)) !== 0) return tooManyDigits(rt, plain.length);
  rt.charge(plain.length >> 3, plain.length >> 1);
  if (plain.length <= 10) return sign * Number.parseInt(plain, radix) + 0;
  const value = toBigInt(plain, radix);
  return narrow(sign < 0 ? -value : value);
}

function toBigInt(digits: string, radix: number): bigint {
  if (radix === 10) return BigInt(digits);
  const name = radix === 16 ? "0x" : radix === 8 ? "0o" : radix === 2 ? "0b" : null;
  if (name !== null) return BigInt(name + digits);
  let value = 0n;
  for (const digit of digits) value = value * BigInt(radix) + BigInt(Number.parseInt(digit, 36));
  return value;
}

/** Decimal digits of other scripts count as digits. [_PyUnicode_TransformDecimalAndSpaceToASCII] */
function toAsciiDigits(source: string): string {
  return source.replace(/\p{Nd}/gu, (c) => {
    const code = c.codePointAt(0) as number;
    if (code < 128) return c;
    // Runs of ten digits begin at a code point whose predecessor is no digit.
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

function invalid(rt: Runtime, given: PyObject, base: number): null {
  const shown = reprText(rt, given);
  if (shown === null) return null;
  return raise(rt, "ValueError", `invalid literal for int() with base ${base}: ${shown.slice(0, 200)}`);
}

function tooManyDigits(rt: Runtime, digits: number): null {
  const limit = rt.profile.intLimitSaysDigits ? "4300 digits" : "4300";
  return raise(
    rt,
    "ValueError",
    `Exceeds the limit (${limit}) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

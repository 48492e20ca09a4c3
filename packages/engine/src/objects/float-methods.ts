/** Methods of `float`.   [mirrors float_methods in Objects/floatobject.c] */
import { newRef } from "../memory/refcount.ts";
import { indexValue } from "./abstract-number.ts";
import { raise } from "./errors.ts";
import { floatValue, newFloat } from "./float-object.ts";
import { fixedText } from "./float-text.ts";
import { formatFloat } from "./format.ts";
import { narrow } from "./int-object.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { argumentTypeName, typeName } from "./type-lookup.ts";
import { classMethod, method, type NativeSpec, noArgs, oneArg } from "./typespec.ts";

type Args = readonly PyObject[];

function format(rt: Runtime, self: PyObject, spec: PyObject): PyObject | null {
  if (!isStr(spec))
    return raise(rt, "TypeError", `__format__() argument must be str, not ${argumentTypeName(spec)}`);
  if (text(spec) !== "") return formatFloat(rt, floatValue(self), text(spec), typeName(self.type));
  const repr = self.type.payload.slots.str ?? self.type.payload.slots.repr;
  return repr === undefined ? null : repr(rt, self);
}

/** A whole number as an int; NaN and infinity are refused. */
function wholeNumber(rt: Runtime, value: number): PyObject | null {
  if (Number.isNaN(value)) return raise(rt, "ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) return raise(rt, "OverflowError", "cannot convert float infinity to integer");
  return rt.newInt(Number.isSafeInteger(value) ? value + 0 : BigInt(value));
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function round(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  const value = floatValue(self);
  if (args[0] === undefined || args[0] === rt.none) return wholeNumber(rt, halfEven(value));
  const given = indexValue(rt, args[0]);
  if (given === null) return null;
  const digits = Number(given);
  if (!Number.isFinite(value) || digits > 323) return newFloat(rt, value);
  if (digits < -308) return newFloat(rt, 0 * value);
  if (digits >= 0) {
    const magnitude = Number(fixedText(value, digits));
    return newFloat(rt, value < 0 || Object.is(value, -0) ? -magnitude : magnitude);
  }
  const unit = 10 ** -digits;
  return newFloat(rt, halfEven(value / unit) * unit);
}

/** The fraction m/2^k in lowest terms. */
function ratio(value: number): [bigint, bigint] {
  let mantissa = value;
  let exponent = 0n;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1n;
  }
  return [BigInt(mantissa), 1n << exponent];
}

function asIntegerRatio(rt: Runtime, self: PyObject): PyObject | null {
  const value = floatValue(self);
  if (Number.isNaN(value)) return raise(rt, "ValueError", "cannot convert NaN to integer ratio");
  if (!Number.isFinite(value)) return raise(rt, "OverflowError", "cannot convert Infinity to integer ratio");
  const [numerator, denominator] = ratio(value);
  return rt.newTuple([rt.newInt(narrow(numerator)), rt.newInt(narrow(denominator))]);
}

/** `0x1.8p+1` */
function hex(rt: Runtime, self: PyObject): PyObject {
  const value = floatValue(self);
  if (!Number.isFinite(value)) return rt.newStr(Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf");
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return rt.newStr(`${sign}0x0.0p+0`);
  const bits = new BigUint64Array(new Float64Array([Math.abs(value)]).buffer)[0] as bigint;
  const biased = Number(bits >> 52n);
  const fraction = (bits & 0xf_ffff_ffff_ffffn).toString(16).padStart(13, "0");
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return rt.newStr(
    `${sign}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`,
  );
}

const hexPattern = /^([+-]?)(?:0x)?([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?\d+))?$/;

function fromHex(rt: Runtime, _type: PyObject, args: Args): PyObject | null {
  const given = args[0] as PyObject;
  const match = isStr(given) ? hexPattern.exec(text(given).trim().toLowerCase()) : null;
  if (match === null) return raise(rt, "ValueError", "invalid hexadecimal floating-point string");
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const mantissa = Number(BigInt(`0x${whole}${fraction}` === "0x" ? "0x0" : `0x${whole}${fraction}`));
  const value = mantissa * 2 ** (Number(exponent) - 4 * fraction.length);
  return newFloat(rt, sign === "-" ? -value : value);
}

export const floatMethods: readonly NativeSpec[] = [
  oneArg("__format__", format),
  method("__round__", round, { min: 0, max: 1 }),
  noArgs("__trunc__", (rt, self) => wholeNumber(rt, Math.trunc(floatValue(self)))),
  noArgs("__floor__", (rt, self) => wholeNumber(rt, Math.floor(floatValue(self)))),
  noArgs("__ceil__", (rt, self) => wholeNumber(rt, Math.ceil(floatValue(self)))),
  noArgs("is_integer", (rt, self) => newRef(Number.isInteger(floatValue(self)) ? rt.true : rt.false)),
  noArgs("as_integer_ratio", asIntegerRatio),
  noArgs("conjugate", (rt, self) => newFloat(rt, floatValue(self))),
  noArgs("hex", hex),
  classMethod("fromhex", fromHex, { min: 1, max: 1 }),
  classMethod("__getformat__", (rt) => rt.newStr("IEEE, little-endian"), { min: 1, max: 1 }),
  noArgs("__getnewargs__", (rt, self) => rt.newTuple([newFloat(rt, floatValue(self))])),
];

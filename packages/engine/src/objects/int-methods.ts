/** Methods of `int`.   [mirrors long_methods in Objects/longobject.c] */
import { newRef } from "../memory/refcount.ts";
import { call, isTrue } from "./abstract.ts";
import { indexValue } from "./abstract-number.ts";
import { newBytes } from "./bytes-object.ts";
import { raise } from "./errors.ts";
import { formatInt } from "./format.ts";
import * as arithmetic from "./int-arithmetic.ts";
import { bitLength, intValue, narrow, newInt } from "./int-object.ts";
import { parseArguments } from "./native-arguments.ts";
import type { PyObject, PyType, Runtime } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { argumentTypeName, typeName } from "./type-lookup.ts";
import { classMethod, keywordMethod, method, type NativeSpec, noArgs, oneArg } from "./typespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

function plainInt(rt: Runtime, self: PyObject): PyObject {
  return self.type === rt.types.int ? newRef(self) : newInt(rt, intValue(self));
}

function format(rt: Runtime, self: PyObject, spec: PyObject): PyObject | null {
  if (!isStr(spec))
    return raise(rt, "TypeError", `__format__() argument must be str, not ${argumentTypeName(spec)}`);
  if (text(spec) !== "") return formatInt(rt, intValue(self), text(spec), typeName(self.type));
  const repr = self.type.payload.slots.str ?? self.type.payload.slots.repr;
  return repr === undefined ? null : repr(rt, self);
}

/** To a multiple of 10**-ndigits, halves to even. [int___round___impl] */
function round(rt: Runtime, self: PyObject, args: Args): PyObject | null {
  if (args[0] === undefined || (args[0] === rt.none && rt.profile.intRoundTakesNone))
    return plainInt(rt, self);
  const digits = indexValue(rt, args[0]);
  if (digits === null) return null;
  if (digits >= 0) return plainInt(rt, self);
  const unit = arithmetic.power(rt, 10, -digits);
  const value = intValue(self);
  const low = arithmetic.multiply(rt, arithmetic.floorDivide(rt, value, unit), unit);
  const rest = BigInt(arithmetic.subtract(rt, value, low)) * 2n - BigInt(unit);
  const isOdd = arithmetic.remainder(rt, arithmetic.floorDivide(rt, value, unit), 2) === 1;
  const up = rest > 0n || (rest === 0n && isOdd);
  return newInt(rt, up ? arithmetic.add(rt, low, unit) : low);
}

const byteParameters = { names: ["length", "byteorder", "signed"], positional: 2 } as const;

function toBytes(rt: Runtime, self: PyObject, args: Args, names: Names): PyObject | null {
  const required = rt.profile.intBytesHaveDefaults ? 0 : 2;
  const places = parseArguments(rt, "to_bytes", { ...byteParameters, required }, args, names);
  if (places === null) return null;
  const length = places[0] === null ? 1 : indexValue(rt, places[0] as PyObject);
  const isBig = byteOrder(rt, places[1] ?? null);
  const isSigned = places[2] === null ? false : isTrue(rt, places[2] as PyObject);
  if (length === null || isBig === null || isSigned === null) return null;
  if (length < 0) return raise(rt, "ValueError", "length argument must be non-negative");
  let value = BigInt(intValue(self));
  if (value < 0n && !isSigned) return raise(rt, "OverflowError", "can't convert negative int to unsigned");
  rt.charge(Number(length) / 8, Number(length));
  const bits = 8n * BigInt(length);
  const limit = 1n << (isSigned && bits > 0n ? bits - 1n : bits);
  if (value >= limit || (value < 0n && -value > limit))
    return raise(rt, "OverflowError", "int too big to convert");
  if (value < 0n) value += 1n << bits;
  const bytes = new Uint8Array(Number(length));
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[isBig ? bytes.length - 1 - i : i] = Number(value & 255n);
    value >>= 8n;
  }
  return newBytes(rt, bytes);
}

/** True for "big". */
function byteOrder(rt: Runtime, given: PyObject | null): boolean | null {
  if (given === null) return true;
  if (isStr(given) && text(given) === "big") return true;
  if (isStr(given) && text(given) === "little") return false;
  return raise(rt, "ValueError", "byteorder must be either 'little' or 'big'");
}

function fromBytes(rt: Runtime, type: PyObject, args: Args, names: Names): PyObject | null {
  const parameters = { names: ["bytes", "byteorder", "signed"], positional: 2 };
  const required = rt.profile.intBytesHaveDefaults ? 1 : 2;
  const places = parseArguments(rt, "from_bytes", { ...parameters, required }, args, names);
  if (places === null) return null;
  const isBig = byteOrder(rt, places[1] ?? null);
  const isSigned = places[2] === null ? false : isTrue(rt, places[2] as PyObject);
  if (isBig === null || isSigned === null) return null;
  const source = call(rt, rt.types.bytes, [places[0] as PyObject]);
  if (source === null) return null;
  const bytes = [...(source as PyObject<{ bytes: Uint8Array }>).payload.bytes];
  if (!isBig) bytes.reverse();
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  if (isSigned && (bytes[0] ?? 0) >= 128) value -= 1n << BigInt(8 * bytes.length);
  const result = newInt(rt, narrow(value));
  return type === rt.types.int ? result : call(rt, type as PyType, [result]);
}

export const intMethods: readonly NativeSpec[] = [
  noArgs("bit_length", (rt, self) => newInt(rt, bitLength(intValue(self)))),
  {
    ...noArgs("bit_count", (rt, self) => {
      const ones = intValue(self).toString(2).replaceAll(/[^1]/g, "").length;
      return newInt(rt, ones);
    }),
    exists: (profile) => profile.numbersAreReal,
  },
  noArgs("conjugate", plainInt),
  noArgs("as_integer_ratio", (rt, self) => rt.newTuple([plainInt(rt, self), newInt(rt, 1)])),
  { ...noArgs("is_integer", (rt) => newRef(rt.true)), exists: (profile) => profile.hasImmortals },
  noArgs("__trunc__", plainInt),
  noArgs("__floor__", plainInt),
  noArgs("__ceil__", plainInt),
  method("__round__", round, { min: 0, max: 1 }),
  oneArg("__format__", format),
  noArgs("__getnewargs__", (rt, self) => rt.newTuple([newInt(rt, intValue(self))])),
  keywordMethod("to_bytes", toBytes),
  classMethod("from_bytes", fromBytes, { keywords: true }),
];

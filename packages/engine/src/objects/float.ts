/** `float`.   [mirrors Objects/floatobject.c] */

import { decref, newRef } from "../memory/refcount.ts";
import { reprText } from "./abstract.ts";
import { indexValue } from "./abstract-number.ts";
import { raise } from "./errors.ts";
import { floatMethods } from "./float-methods.ts";
import { floatValue, isFloat, newFloat } from "./float-object.ts";
import { floatRepr } from "./float-text.ts";
import { hashFloat } from "./hash-number.ts";
import { allocInstance } from "./instance.ts";
import { isInt } from "./int-object.ts";
import { cos, pow, sin } from "./libm.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type Binary, type CompareOp, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, type TypeSpec } from "./typespec.ts";
import { wrongReturn } from "./wrong-return.ts";

/** A float, or an int that fits one; "no" for other types, null with OverflowError. [CONVERT_TO_DOUBLE] */
function toDouble(rt: Runtime, o: PyObject): number | "no" | null {
  if (isFloat(o)) return o.payload;
  if (!isInt(o)) return "no";
  const value = Number(o.payload);
  return Number.isFinite(value) ? value : raise(rt, "OverflowError", "int too large to convert to float");
}

function binary(compute: (rt: Runtime, a: number, b: number) => PyObject | null): Binary {
  return (rt, left, right) => {
    const a = toDouble(rt, left);
    if (a === null) return null;
    const b = toDouble(rt, right);
    if (b === null) return null;
    return a === "no" || b === "no" ? newRef(rt.notImplemented) : compute(rt, a, b);
  };
}

/** The rest with the sign of b. */
function floatRemainder(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** The floored quotient, kept consistent with the rest. [_float_div_mod] */
function floatFloorDivide(a: number, b: number): number {
  const quotient = (a - floatRemainder(a, b)) / b;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floored = Math.floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

function divide(
  kind: "float" | "floatFloor" | "floatModulo",
  compute: (a: number, b: number) => number,
): Binary {
  return binary((rt, a, b) =>
    b === 0 ? raise(rt, "ZeroDivisionError", rt.profile.zeroDivision[kind]) : newFloat(rt, compute(a, b)),
  );
}

const divmod = binary((rt, a, b) => {
  if (b === 0) return raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.floatDivmod);
  return rt.newTuple([newFloat(rt, floatFloorDivide(a, b)), newFloat(rt, floatRemainder(a, b))]);
});

function power(rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject): PyObject | null {
  if (modulus !== rt.none)
    return raise(rt, "TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  return binary(floatPower)(rt, base, exponent);
}

function floatPower(rt: Runtime, a: number, b: number): PyObject | null {
  if (a === 1) return newFloat(rt, 1);
  if (a === 0 && b < 0) return raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.power);
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return newFloat(rt, 1);
  // A negative base with a fractional exponent has a complex result.
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    const magnitude = pow(-a, b);
    const angle = Math.PI * b;
    return rt.newComplex(magnitude * cos(angle), magnitude * sin(angle));
  }
  const result = pow(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b))
    return raise(rt, "OverflowError", "(34, 'Numerical result out of range')");
  return newFloat(rt, result);
}

/** Exact also against ints no double can hold. [float_richcompare] */
function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  const a = floatValue(self);
  let result: boolean;
  if (isFloat(other)) result = compareDoubles(a, other.payload, op);
  else if (isInt(other)) result = compareMixed(a, other.payload, op);
  else return newRef(rt.notImplemented);
  return newRef(result ? rt.true : rt.false);
}

function compareDoubles(a: number, b: number, op: CompareOp): boolean {
  switch (op) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

/** JavaScript compares a double with a bigint exactly; only `==` needs the loose operator. */
function compareMixed(a: number, b: number | bigint, op: CompareOp): boolean {
  if (typeof b === "number") return compareDoubles(a, b, op);
  const isEqual = Number.isInteger(a) && BigInt(a) === b;
  switch (op) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case "==":
      return isEqual;
    case "!=":
      return !isEqual;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

function floatNew(rt: Runtime, type: PyType, args: readonly PyObject[], names: readonly PyObject[] | null) {
  if (type === rt.types.float && !noKeywords(rt, "float", names)) return null;
  const count = args.length - (names?.length ?? 0);
  if (!checkPositional(rt, "float", count, 0, 1)) return null;
  const given = args[0];
  if (given !== undefined && given.type === rt.types.float && type === rt.types.float) return newRef(given);
  const value = given === undefined ? 0 : floatFrom(rt, given);
  if (value === null) return null;
  return type === rt.types.float ? newFloat(rt, value) : allocInstance(rt, type, value);
}

/** [PyNumber_Float] */
export function floatFrom(rt: Runtime, o: PyObject): number | null {
  const slots = o.type.payload.slots;
  if (slots.float !== undefined) {
    const result = slots.float(rt, o);
    if (result === null) return null;
    const value = isFloat(result) ? result.payload : null;
    if (value === null)
      wrongReturn(
        rt,
        o,
        "__float__",
        "a float",
        result,
        `${typeName(o.type)}.__float__ returned non-float (type ${typeName(result.type)})`,
      );
    decref(rt, result);
    return value;
  }
  if (slots.index !== undefined) {
    const value = indexValue(rt, o);
    if (value === null) return null;
    const double = Number(value);
    return Number.isFinite(double) ? double : raise(rt, "OverflowError", "int too large to convert to float");
  }
  if (isStr(o)) return parseFloatText(rt, o, text(o));
  if (o.type.payload.mroTypes.includes(rt.types.bytes))
    return parseFloatText(rt, o, String.fromCharCode(...(o.payload as { bytes: Uint8Array }).bytes));
  const wanted = rt.profile.numbersAreReal ? "real number" : "number";
  return raise(
    rt,
    "TypeError",
    `float() argument must be a string or a ${wanted}, not '${typeName(o.type)}'`,
  );
}

const decimal = /^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/;
const special = /^([+-]?)(inf|infinity|nan)$/;

function parseFloatText(rt: Runtime, o: PyObject, source: string): number | null {
  const trimmed = source.trim().toLowerCase();
  const named = special.exec(trimmed);
  if (named !== null) {
    const value = named[2] === "nan" ? Number.NaN : Number.POSITIVE_INFINITY;
    return named[1] === "-" ? -value : value;
  }
  if (decimal.test(trimmed)) return Number(trimmed.replaceAll("_", ""));
  const shown = reprText(rt, o);
  return shown === null ? null : raise(rt, "ValueError", `could not convert string to float: ${shown}`);
}

export const floatSpec: TypeSpec = {
  name: "float",
  flags: TypeFlag.BaseType | TypeFlag.FloatSubclass,
  basicsize: 24,
  slots: {
    new: floatNew,
    dealloc: (rt, self) => rt.heap.freeNumber(self, 0),
    repr: (rt, self) => rt.newStr(floatRepr(floatValue(self))),
    hash: (rt, self) => {
      const value = floatValue(self);
      if (!Number.isNaN(value)) return hashFloat(value);
      return rt.profile.numbersAreReal ? rt.heap.addressOf(self) / 16 : 0;
    },
    richcompare: compare,
    bool: (_rt, self) => floatValue(self) !== 0,
    add: binary((rt, a, b) => newFloat(rt, a + b)),
    subtract: binary((rt, a, b) => newFloat(rt, a - b)),
    multiply: binary((rt, a, b) => newFloat(rt, a * b)),
    trueDivide: divide("float", (a, b) => a / b),
    floorDivide: divide("floatFloor", floatFloorDivide),
    remainder: divide("floatModulo", floatRemainder),
    divmod,
    power,
    negative: (rt, self) => newFloat(rt, -floatValue(self)),
    positive: (rt, self) => (self.type === rt.types.float ? newRef(self) : newFloat(rt, floatValue(self))),
    absolute: (rt, self) => newFloat(rt, Math.abs(floatValue(self))),
    float: (rt, self) => (self.type === rt.types.float ? newRef(self) : newFloat(rt, floatValue(self))),
    int: (rt, self) => truncated(rt, floatValue(self)),
  },
  methods: floatMethods,
  getset: [
    getset("real", (rt, self) =>
      self.type === rt.types.float ? newRef(self) : newFloat(rt, floatValue(self)),
    ),
    getset("imag", (rt) => newFloat(rt, 0)),
  ],
};

/** `int(f)` */
function truncated(rt: Runtime, value: number): PyObject | null {
  if (Number.isNaN(value)) return raise(rt, "ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) return raise(rt, "OverflowError", "cannot convert float infinity to integer");
  const whole = Math.trunc(value);
  return rt.newInt(Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole));
}

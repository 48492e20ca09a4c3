/** `int`: the number protocol and methods.   [mirrors Objects/longobject.c] */

import { newRef } from "../memory/refcount.ts";
import { raise } from "./errors.ts";
import { hashInt } from "./hash-number.ts";
import * as arithmetic from "./int-arithmetic.ts";
import { intMethods } from "./int-methods.ts";
import { intNew } from "./int-new.ts";
import { digitCount, intValue, isInt, newInt } from "./int-object.ts";
import { pow } from "./libm.ts";
import { type Binary, type CompareOp, type PyObject, type Runtime, TypeFlag, type Unary } from "./object.ts";
import { getset, type TypeSpec } from "./typespec.ts";

type Int = number | bigint;

/** A binary slot: both operands are ints, or NotImplemented. */
function binary(compute: (rt: Runtime, a: Int, b: Int) => PyObject | null): Binary {
  return (rt, left, right) =>
    isInt(left) && isInt(right) ? compute(rt, left.payload, right.payload) : newRef(rt.notImplemented);
}

function arithmeticSlot(compute: (rt: Runtime, a: Int, b: Int) => Int): Binary {
  return binary((rt, a, b) => newInt(rt, compute(rt, a, b)));
}

function unary(compute: (rt: Runtime, a: Int) => Int): Unary {
  return (rt, self) => newInt(rt, compute(rt, intValue(self)));
}

/** An exact int is itself; a subclass (bool) becomes an int. [long_long] */
const itself: Unary = (rt, self) => (self.type === rt.types.int ? newRef(self) : newInt(rt, intValue(self)));

function divmod(rt: Runtime, a: Int, b: Int): PyObject | null {
  if (b === 0) return raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.floor);
  const quotient = newInt(rt, arithmetic.floorDivide(rt, a, b));
  return rt.newTuple([quotient, newInt(rt, arithmetic.remainder(rt, a, b))]);
}

function trueDivide(rt: Runtime, a: Int, b: Int): PyObject | null {
  if (b === 0) return raise(rt, "ZeroDivisionError", "division by zero");
  const result = arithmetic.trueDivide(rt, a, b);
  if (result === null) return raise(rt, "OverflowError", "integer division result too large for a float");
  return rt.newFloat(result);
}

function power(rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject): PyObject | null {
  if (!isInt(base) || !isInt(exponent)) return newRef(rt.notImplemented);
  if (modulus !== rt.none) {
    if (!isInt(modulus)) return newRef(rt.notImplemented);
    return powerModulo(rt, base.payload, exponent.payload, modulus.payload);
  }
  if (exponent.payload >= 0) return newInt(rt, arithmetic.power(rt, base.payload, exponent.payload));
  if (base.payload === 0) return raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.power);
  return rt.newFloat(pow(Number(base.payload), Number(exponent.payload)));
}

function powerModulo(rt: Runtime, base: Int, exponent: Int, modulus: Int): PyObject | null {
  if (modulus === 0) return raise(rt, "ValueError", "pow() 3rd argument cannot be 0");
  if (exponent >= 0) return newInt(rt, arithmetic.powerModulo(rt, base, exponent, modulus));
  const inverse = arithmetic.inverse(base, modulus);
  if (inverse === null) return raise(rt, "ValueError", "base is not invertible for the given modulus");
  return newInt(rt, arithmetic.powerModulo(rt, inverse, -exponent, modulus));
}

function shift(rt: Runtime, a: Int, count: Int, isLeft: boolean): PyObject | null {
  if (count < 0) return raise(rt, "ValueError", "negative shift count");
  return newInt(rt, isLeft ? arithmetic.shiftLeft(rt, a, count) : arithmetic.shiftRight(rt, a, count));
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!isInt(self) || !isInt(other)) return newRef(rt.notImplemented);
  return newRef(compareNumbers(self.payload, other.payload, op) ? rt.true : rt.false);
}

export function compareNumbers(a: Int, b: Int, op: CompareOp): boolean {
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

const maxDigits = 4300;

/** Decimal text, refused beyond 4300 digits as CPython does. */
export function intText(rt: Runtime, value: Int): string | null {
  if (typeof value === "bigint") {
    const digits = arithmetic.floorDivide(rt, Math.floor(digitCount(value) * 30 * 0.30103), 1);
    if (Number(digits) > maxDigits + 10) return tooLong(rt);
    rt.charge(Number(digits) >> 2, Number(digits));
    const text = value.toString();
    return text.length - (value < 0n ? 1 : 0) > maxDigits ? tooLong(rt) : text;
  }
  return String(value);
}

function tooLong(rt: Runtime): null {
  const limit = rt.profile.intLimitSaysDigits ? "4300 digits" : "4300";
  return raise(
    rt,
    "ValueError",
    `Exceeds the limit (${limit}) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

function intRepr(rt: Runtime, self: PyObject): PyObject | null {
  const text = intText(rt, intValue(self));
  return text === null ? null : rt.newFreshStr(text);
}

function intFloat(rt: Runtime, self: PyObject): PyObject | null {
  const value = Number(intValue(self));
  if (!Number.isFinite(value)) return raise(rt, "OverflowError", "int too large to convert to float");
  return rt.newFloat(value);
}

export const intSpec: TypeSpec = {
  name: "int",
  flags: TypeFlag.BaseType | TypeFlag.IntSubclass,
  basicsize: 24,
  itemsize: 4,
  slots: {
    new: intNew,
    dealloc: (rt, self) => rt.heap.freeNumber(self, digitCount(intValue(self))),
    sizeof: (rt, self) =>
      24 + 4 * (intValue(self) === 0 && !rt.profile.zeroHasDigit ? 0 : digitCount(intValue(self))),
    repr: intRepr,
    hash: (_rt, self) => hashInt(intValue(self)),
    richcompare: compare,
    bool: (_rt, self) => intValue(self) !== 0,
    add: arithmeticSlot(arithmetic.add),
    subtract: arithmeticSlot(arithmetic.subtract),
    multiply: arithmeticSlot(arithmetic.multiply),
    floorDivide: binary((rt, a, b) =>
      b === 0
        ? raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.floor)
        : newInt(rt, arithmetic.floorDivide(rt, a, b)),
    ),
    remainder: binary((rt, a, b) =>
      b === 0
        ? raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.modulo)
        : newInt(rt, arithmetic.remainder(rt, a, b)),
    ),
    divmod: binary(divmod),
    trueDivide: binary(trueDivide),
    power,
    lshift: binary((rt, a, b) => shift(rt, a, b, true)),
    rshift: binary((rt, a, b) => shift(rt, a, b, false)),
    and: arithmeticSlot((rt, a, b) => arithmetic.bitwise(rt, "&", a, b)),
    or: arithmeticSlot((rt, a, b) => arithmetic.bitwise(rt, "|", a, b)),
    xor: arithmeticSlot((rt, a, b) => arithmetic.bitwise(rt, "^", a, b)),
    negative: unary((rt, a) => arithmetic.subtract(rt, 0, a)),
    positive: itself,
    absolute: (rt, self) => {
      const value = intValue(self);
      return value < 0 ? newInt(rt, -value) : itself(rt, self);
    },
    invert: unary((rt, a) => arithmetic.subtract(rt, -1, a)),
    int: itself,
    index: itself,
    float: intFloat,
  },
  methods: intMethods,
  getset: [
    getset("real", itself),
    getset("imag", (rt) => newInt(rt, 0)),
    getset("numerator", itself),
    getset("denominator", (rt) => newInt(rt, 1)),
  ],
};

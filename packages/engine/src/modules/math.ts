/** The `math` module.   [mirrors Modules/mathmodule.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { binaryOp, callSpecialMethod, getIter, indexValue, iterNext, typeName } from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float-object.ts";
import { floatRepr } from "../objects/float-text.ts";
import * as libm from "../objects/libm.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "../objects/object.ts";
import { isTuple, tupleItems } from "../objects/tuple-object.ts";
import { keywordMethod, method, type NativeSpec, oneArg } from "../objects/typespec.ts";
import { gamma, lgamma } from "./math/gamma.ts";
import { bitLength, choose, factorial, fold, gcdOf, isqrt } from "./math/integers.ts";
import type { ModuleSpec } from "./modulespec.ts";

type Args = readonly PyObject[];
type Names = Args | null;

/** [PyFloat_AsDouble] */
export function doubleOf(rt: Runtime, o: PyObject): number | null {
  if (hasFlag(o.type, TypeFlag.FloatSubclass)) return (o as PyObject<number>).payload;
  if (hasFlag(o.type, TypeFlag.IntSubclass)) return intAsDouble(rt, (o as PyObject<number | bigint>).payload);
  const { slots } = o.type.payload;
  const made =
    slots.float !== undefined
      ? slots.float(rt, o)
      : slots.index !== undefined
        ? slots.index(rt, o)
        : undefined;
  if (made === undefined) return raise(rt, "TypeError", `must be real number, not ${typeName(o.type)}`);
  if (made === null) return null;
  const value = Number((made as PyObject<number | bigint>).payload);
  decref(rt, made);
  return value;
}

function intAsDouble(rt: Runtime, value: number | bigint): number | null {
  const double = Number(value);
  if (Number.isFinite(double)) return double;
  return raise(rt, "OverflowError", "int too large to convert to float");
}

/** The result, or ValueError and OverflowError where C's errno would say so. */
function checked(rt: Runtime, result: number, inputs: readonly number[]): PyObject | null {
  if (Number.isNaN(result) && !inputs.some(Number.isNaN)) return raise(rt, "ValueError", "math domain error");
  if (!Number.isFinite(result) && !Number.isNaN(result) && inputs.every(Number.isFinite))
    return raise(rt, "OverflowError", "math range error");
  return newFloat(rt, result);
}

/** @param expected what 3.14+ says of an argument outside the domain */
function real(name: string, fn: (x: number) => number, expected: string | null = null): NativeSpec {
  return oneArg(name, (rt, _self, o) => {
    const x = doubleOf(rt, o);
    if (x === null) return null;
    const result = fn(x);
    if (expected !== null && Number.isFinite(x) && !Number.isFinite(result)) {
      const message = rt.profile.mathErrorsAreNamed
        ? `expected ${expected}, got ${floatRepr(x)}`
        : "math domain error";
      return raise(rt, "ValueError", message);
    }
    return checked(rt, result, [x]);
  });
}

function real2(name: string, fn: (x: number, y: number) => number): NativeSpec {
  return method(
    name,
    (rt, _self, args) => {
      const x = doubleOf(rt, args[0] as PyObject);
      const y = x === null ? null : doubleOf(rt, args[1] as PyObject);
      return x === null || y === null ? null : checked(rt, fn(x, y), [x, y]);
    },
    { min: 2, max: 2 },
  );
}

/** ceil, floor, trunc: of floats directly, of anything else by its special method. */
function rounding(name: "ceil" | "floor" | "trunc"): NativeSpec {
  return oneArg(name, (rt, _self, o) => {
    if (o.type !== rt.types.float || name === "trunc") {
      const made = callSpecialMethod(rt, o, `__${name}__`);
      if (made !== null || rt.thread.exception !== null) return made;
      if (name === "trunc")
        return raise(rt, "TypeError", `type ${typeName(o.type)} doesn't define __trunc__ method`);
    }
    const x = doubleOf(rt, o);
    return x === null ? null : wholeNumber(rt, Math[name](x));
  });
}

function wholeNumber(rt: Runtime, value: number): PyObject | null {
  if (Number.isNaN(value)) return raise(rt, "ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) return raise(rt, "OverflowError", "cannot convert float infinity to integer");
  return rt.newInt(Number.isSafeInteger(value) ? value + 0 : BigInt(value));
}

/** log of an int of any size. */
function logOf(rt: Runtime, o: PyObject, log: (x: number) => number): number | null {
  if (hasFlag(o.type, TypeFlag.IntSubclass)) {
    const value = BigInt((o as PyObject<number | bigint>).payload);
    if (value <= 0n) return raise(rt, "ValueError", logError(rt));
    const extra = Math.max(0, bitLength(value) - 1000);
    return log(Number(value >> BigInt(extra))) + extra * log(2);
  }
  const x = doubleOf(rt, o);
  if (x === null) return null;
  if (x <= 0)
    return raise(
      rt,
      "ValueError",
      rt.profile.mathErrorsAreNamed ? `expected a positive input, got ${floatRepr(x)}` : "math domain error",
    );
  return log(x);
}

function logError(rt: Runtime): string {
  return rt.profile.mathErrorsAreNamed ? "expected a positive input" : "math domain error";
}

function logarithm(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const x = logOf(rt, args[0] as PyObject, libm.log);
  if (x === null) return null;
  if (args[1] === undefined) return newFloat(rt, x);
  const base = logOf(rt, args[1], libm.log);
  if (base === null) return null;
  return base === 0
    ? raise(
        rt,
        "ZeroDivisionError",
        rt.profile.divisionSaysFloat ? "float division by zero" : "division by zero",
      )
    : newFloat(rt, x / base);
}

function simpleLog(name: string, log: (x: number) => number): NativeSpec {
  return oneArg(name, (rt, _self, o) => {
    const x = logOf(rt, o, log);
    return x === null ? null : newFloat(rt, x);
  });
}

const closeParameters = { names: ["a", "b", "rel_tol", "abs_tol"], required: 2, positional: 2 };

function isclose(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(rt, "isclose", closeParameters, args, names);
  if (places === null) return null;
  const numbers: number[] = [];
  for (const [i, o] of places.entries()) {
    const x = o === null ? (i === 2 ? 1e-9 : 0) : doubleOf(rt, o);
    if (x === null) return null;
    numbers.push(x);
  }
  const [a, b, relative, absolute] = numbers as [number, number, number, number];
  if (relative < 0 || absolute < 0) return raise(rt, "ValueError", "tolerances must be non-negative");
  const difference = Math.abs(b - a);
  const isClose =
    a === b ||
    (Number.isFinite(a) &&
      Number.isFinite(b) &&
      (difference <= Math.abs(relative * b) ||
        difference <= Math.abs(relative * a) ||
        difference <= absolute));
  return newRef(isClose ? rt.true : rt.false);
}

/** Exact partial sums, rounded once. [math_fsum] */
function fsum(rt: Runtime, _self: PyObject, iterable: PyObject): PyObject | null {
  const iterator = getIter(rt, iterable);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let partials: number[] = [];
  for (;;) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    let x = doubleOf(rt, item);
    decref(rt, item);
    if (x === null) break;
    const kept: number[] = [];
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high: number = x + y;
      const low: number = y - (high - x);
      if (low !== 0) kept.push(low);
      x = high;
    }
    partials = [...kept, x];
  }
  dropHeld(rt, "iterator drawn from", iterator);
  if (rt.thread.exception !== null) return null;
  return newFloat(
    rt,
    partials.reverse().reduce((sum, p) => sum + p, 0),
  );
}

function prod(rt: Runtime, _self: PyObject, args: Args, names: Names): PyObject | null {
  const places = parseArguments(
    rt,
    "prod",
    { names: ["", "start"], required: 1, positional: 1 },
    args,
    names,
  );
  if (places === null) return null;
  const iterator = getIter(rt, places[0] as PyObject);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  let result: PyObject | null =
    places[1] === null || places[1] === undefined ? rt.newInt(1) : newRef(places[1]);
  while (result !== null) {
    const item = iterNext(rt, iterator);
    if (item === null) break;
    hold(rt, "result in use", result);
    hold(rt, "item in use", item);
    const next: PyObject | null = binaryOp(rt, "multiply", result, item);
    dropHeld(rt, "result in use", result);
    dropHeld(rt, "item in use", item);
    result = next;
  }
  dropHeld(rt, "iterator drawn from", iterator);
  if (rt.thread.exception === null) return result;
  if (result !== null) decref(rt, result);
  return null;
}

function test(name: string, is: (x: number) => boolean): NativeSpec {
  return oneArg(name, (rt, _self, o) => {
    const x = doubleOf(rt, o);
    return x === null ? null : newRef(is(x) ? rt.true : rt.false);
  });
}

function frexp(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const x = doubleOf(rt, o);
  if (x === null) return null;
  if (x === 0 || !Number.isFinite(x)) return rt.newTuple([newFloat(rt, x), rt.newInt(0)]);
  const { mantissa, exponent } = libm.frexp(Math.abs(x));
  return rt.newTuple([newFloat(rt, Math.sign(x) * mantissa), rt.newInt(exponent)]);
}

function vectorOf(rt: Runtime, o: PyObject): number[] | null {
  const items = isTuple(o) ? tupleItems(o) : (o as PyObject<{ items?: PyObject[] }>).payload.items;
  if (items === undefined) return raise(rt, "TypeError", "both arguments must be sequences");
  const numbers: number[] = [];
  for (const item of items) {
    const x = doubleOf(rt, item);
    if (x === null) return null;
    numbers.push(x);
  }
  return numbers;
}

function length(rt: Runtime, numbers: readonly number[]): number {
  return rt.profile.hypotIsExact ? libm.hypot(numbers) : libm.hypotBefore310(numbers);
}

/** NaN stands for a pole; an infinity is an overflow. */
function gammaLike(name: string, fn: (x: number) => number): NativeSpec {
  const overflows = real(name, fn).fn;
  const fails = real(name, fn, "a noninteger or positive integer").fn;
  return oneArg(name, (rt, self, o) => {
    const x = doubleOf(rt, o);
    if (x === null) return null;
    return (Number.isNaN(fn(x)) ? fails : overflows)(rt, self, [o], null);
  });
}

const smallestNormal = 2.2250738585072014e-308;

function fma(rt: Runtime, _self: PyObject, args: Args): PyObject | null {
  const numbers: number[] = [];
  for (const arg of args) {
    const x = doubleOf(rt, arg);
    if (x === null) return null;
    numbers.push(x);
  }
  const [x, y, z] = numbers as [number, number, number];
  const result = libm.fma(x, y, z);
  if (Number.isNaN(result) && !numbers.some(Number.isNaN))
    return raise(rt, "ValueError", "invalid operation in fma");
  if (!Number.isFinite(result) && numbers.every(Number.isFinite))
    return raise(rt, "OverflowError", "overflow in fma");
  return newFloat(rt, result);
}

/** A function that only some versions have. */
function since(flag: "mathHasUlp" | "mathHasFma" | "mathTests", spec: NativeSpec): NativeSpec {
  return { ...spec, exists: (profile) => profile[flag] };
}

const functions: readonly NativeSpec[] = [
  real("sqrt", Math.sqrt, "a nonnegative input"),
  real("exp", libm.exp),
  real("expm1", Math.expm1),
  real("log1p", Math.log1p, "argument value > -1"),
  real("sin", libm.sin),
  real("cos", libm.cos),
  real("tan", libm.tan),
  real("asin", libm.asin, "a number in range from -1 up to 1"),
  real("acos", libm.acos, "a number in range from -1 up to 1"),
  real("atan", libm.atan),
  real("sinh", libm.sinh),
  real("cosh", libm.cosh),
  real("tanh", Math.tanh),
  real("asinh", Math.asinh),
  real("acosh", Math.acosh, "argument value not less than 1"),
  real("atanh", Math.atanh, "a number between -1 and 1"),
  real("fabs", Math.abs),
  real("degrees", (x) => x * (180 / Math.PI)),
  real("radians", (x) => x * (Math.PI / 180)),
  gammaLike("gamma", gamma),
  gammaLike("lgamma", lgamma),
  { ...real("cbrt", libm.cbrt), exists: (profile) => profile.mathHasCbrt },
  { ...real("exp2", libm.exp2), exists: (profile) => profile.mathHasCbrt },
  since("mathHasUlp", real2("nextafter", libm.nextafter)),
  since("mathHasUlp", real("ulp", libm.ulp)),
  since("mathHasFma", method("fma", fma, { min: 3, max: 3 })),
  since(
    "mathTests",
    real2("fmax", (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y))),
  ),
  since(
    "mathTests",
    real2("fmin", (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y))),
  ),
  since(
    "mathTests",
    test("signbit", (x) => x < 0 || Object.is(x, -0)),
  ),
  since(
    "mathTests",
    test("isnormal", (x) => Number.isFinite(x) && Math.abs(x) >= smallestNormal),
  ),
  since(
    "mathTests",
    test("issubnormal", (x) => x !== 0 && Math.abs(x) < smallestNormal),
  ),
  real2("atan2", libm.atan2),
  real2("pow", (x, y) => (x === 0 && y < 0 ? Number.NaN : libm.pow(x, y))),
  real2("fmod", (x, y) => x % y),
  real2("copysign", (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  real2("remainder", (x, y) => x - y * roundHalfEven(x / y)),
  method("hypot", (rt, _self, args) => {
    const numbers: number[] = [];
    for (const arg of args) {
      const x = doubleOf(rt, arg);
      if (x === null) return null;
      numbers.push(x);
    }
    return newFloat(rt, length(rt, numbers));
  }),
  method(
    "dist",
    (rt, _self, args) => {
      const p = vectorOf(rt, args[0] as PyObject);
      const q = p === null ? null : vectorOf(rt, args[1] as PyObject);
      if (p === null || q === null) return null;
      if (p.length !== q.length)
        return raise(rt, "ValueError", "both points must have the same number of dimensions");
      return newFloat(
        rt,
        length(
          rt,
          p.map((x, i) => x - (q[i] as number)),
        ),
      );
    },
    { min: 2, max: 2 },
  ),
  method(
    "ldexp",
    (rt, _self, args) => {
      const x = doubleOf(rt, args[0] as PyObject);
      const i = x === null ? null : indexValue(rt, args[1] as PyObject);
      if (x === null || i === null) return null;
      const half = Math.trunc(Number(i) / 2);
      return checked(rt, x * 2 ** half * 2 ** (Number(i) - half), [x]);
    },
    { min: 2, max: 2 },
  ),
  oneArg("modf", (rt, _self, o) => {
    const x = doubleOf(rt, o);
    if (x === null) return null;
    const whole = Number.isFinite(x) ? Math.trunc(x) : x;
    const rest = Number.isFinite(x) ? x - whole : 0;
    return rt.newTuple([
      newFloat(rt, Object.is(x, -0) || x < 0 ? -Math.abs(rest) : rest),
      newFloat(rt, whole),
    ]);
  }),
  oneArg("frexp", frexp),
  rounding("ceil"),
  rounding("floor"),
  rounding("trunc"),
  oneArg("factorial", factorial),
  fold("gcd", 0n, gcdOf),
  {
    ...fold("lcm", 1n, (a, b) =>
      a === 0n || b === 0n ? 0n : ((a < 0n ? -a : a) / gcdOf(a, b)) * (b < 0n ? -b : b),
    ),
    exists: (profile) => profile.mathHasLcm,
  },
  oneArg("isqrt", isqrt),
  method("comb", (rt, _self, args) => choose(rt, args, false), { min: 2, max: 2 }),
  method("perm", (rt, _self, args) => choose(rt, args, true), { min: 1, max: 2 }),
  method("log", logarithm, { min: 1, max: 2 }),
  simpleLog("log2", libm.log2),
  simpleLog("log10", libm.log10),
  keywordMethod("isclose", isclose),
  oneArg("fsum", fsum),
  keywordMethod("prod", prod),
  test("isnan", Number.isNaN),
  test("isinf", (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY),
  test("isfinite", Number.isFinite),
];

function roundHalfEven(x: number): number {
  const low = Math.floor(x);
  const rest = x - low;
  if (rest !== 0.5) return Math.round(x);
  return low % 2 === 0 ? low : low + 1;
}

export const mathModule: ModuleSpec = {
  name: "math",
  functions,
  populate: (rt, _module, set) => {
    set("pi", newFloat(rt, Math.PI));
    set("e", newFloat(rt, Math.E));
    set("tau", newFloat(rt, 2 * Math.PI));
    set("inf", newFloat(rt, Number.POSITIVE_INFINITY));
    set("nan", newFloat(rt, Number.NaN));
    return true;
  },
};

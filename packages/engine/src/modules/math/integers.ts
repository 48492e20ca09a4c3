import { indexValue, typeName } from "../../objects/abstract.ts";
import { raise } from "../../objects/errors.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "../../objects/object.ts";
import { method, type NativeSpec } from "../../objects/typespec.ts";

type Args = readonly PyObject[];

function bigArgument(rt: Runtime, o: PyObject): bigint | null {
  const value = indexValue(rt, o);
  return value === null ? null : BigInt(value);
}

function newBig(rt: Runtime, value: bigint): PyObject {
  const n = Number(value);
  return rt.newInt(Number.isSafeInteger(n) ? n : value);
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

const maxLong = 2n ** 63n - 1n;

export function factorial(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  if (hasFlag(o.type, TypeFlag.FloatSubclass))
    return raise(rt, "TypeError", `'${typeName(o.type)}' object cannot be interpreted as an integer`);
  const n = bigArgument(rt, o);
  if (n === null) return null;
  if (n < 0n) return raise(rt, "ValueError", "factorial() not defined for negative values");
  if (n > maxLong) return raise(rt, "OverflowError", `factorial() argument should not exceed ${maxLong}`);
  const size = Number(n);
  rt.charge(size * Math.max(1, Math.floor(size / 64)), size * 4);
  let product = 1n;
  for (let i = 2n; i <= n; i += 1n) product *= i;
  return newBig(rt, product);
}

export function gcdOf(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fold(name: string, start: bigint, step: (a: bigint, b: bigint) => bigint): NativeSpec {
  return method(name, (rt, _self, args) => {
    let result = start;
    for (const arg of args) {
      const value = bigArgument(rt, arg);
      if (value === null) return null;
      const bits = bitLength(value) + bitLength(result);
      if (bits > 1024) rt.charge(Math.floor((bits * bits) / 2 ** 14), bits / 8);
      result = step(result, value);
    }
    return newBig(rt, result);
  });
}

export function isqrt(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const n = bigArgument(rt, o);
  if (n === null) return null;
  if (n < 0n) return raise(rt, "ValueError", "isqrt() argument must be nonnegative");
  const bits = bitLength(n);
  rt.charge(1 + Math.floor((bits * bits) / 2 ** 14), 0);
  return newBig(rt, integerRoot(n));
}

/** Newton's method on integers. */
function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

export function choose(rt: Runtime, args: Args, ordered: boolean): PyObject | null {
  const n = bigArgument(rt, args[0] as PyObject);
  const given = args[1] === undefined || args[1] === rt.none ? n : bigArgument(rt, args[1]);
  if (n === null || given === null) return null;
  if (n < 0n) return raise(rt, "ValueError", "n must be a non-negative integer");
  if (given < 0n) return raise(rt, "ValueError", "k must be a non-negative integer");
  if (given > n) return rt.newInt(0);
  const k = !ordered && given > n - given ? n - given : given;
  // The result has at most k × bits(n) bits, and every step multiplies it.
  const bits = Number(k) * bitLength(n);
  rt.charge(Number(k) * (1 + Math.floor(bits / 2 ** 12)), bits / 8);
  let result = 1n;
  for (let i = 0n; i < k; i += 1n) {
    result *= n - i;
    if (!ordered) result /= i + 1n;
  }
  return newBig(rt, result);
}

/**
 * Integer arithmetic on numbers while they are safe, on bigints beyond.   [mirrors Objects/longobject.c]
 * Work that grows with the values is charged before it is done.
 */

import { bitLength, narrow } from "./int-object.ts";
import type { Runtime } from "./object.ts";

type Int = number | bigint;

/** Values longer than this are charged for. */
const freeBits = 1024;

export function add(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  chargeBits(rt, a, b, 1);
  return narrow(BigInt(a) + BigInt(b));
}

export function subtract(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  chargeBits(rt, a, b, 1);
  return narrow(BigInt(a) - BigInt(b));
}

export function multiply(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // `+ 0` turns −0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const [left, right] = [bitLength(a), bitLength(b)];
  // The product of their lengths outgrows 32 bits, so no shifts here.
  if (left + right > freeBits)
    rt.charge(Math.floor((left * right) / 2 ** 14) + ((left + right) >> 8), (left + right) / 8);
  return narrow(BigInt(a) * BigInt(b));
}

/** Floor division; b is not zero. */
export function floorDivide(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") return Math.floor(exactQuotient(a, b)) + 0;
  chargeBits(rt, a, b, 16);
  const x = BigInt(a);
  const y = BigInt(b);
  const q = x / y;
  return narrow(x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q);
}

/** The quotient, exact enough to be floored: a double may round up to the next integer. */
function exactQuotient(a: number, b: number): number {
  const rest = a % b;
  return rest === 0 ? a / b : (a - rest) / b - (rest < 0 !== b < 0 ? 1 : 0);
}

/** The rest, with the sign of b; b is not zero. */
export function remainder(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  chargeBits(rt, a, b, 16);
  const y = BigInt(b);
  const rest = BigInt(a) % y;
  return narrow(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest);
}

/** b ≥ 0. */
export function power(rt: Runtime, a: Int, b: Int): Int {
  const bits = bitLength(a) * Number(b);
  if (bits > freeBits) rt.charge(Math.min(2 ** 40, bits * Math.sqrt(bits)) / 2 ** 12, bits / 8);
  const exact = Number(a) ** Number(b);
  if (Number.isSafeInteger(exact)) return exact;
  return narrow(BigInt(a) ** BigInt(b));
}

/** a ** b mod m for b ≥ 0, with the sign of m. */
export function powerModulo(rt: Runtime, a: Int, b: Int, m: Int): Int {
  const modulus = BigInt(m);
  let base = BigInt(remainder(rt, a, m));
  let exponent = BigInt(b);
  let result = 1n;
  rt.charge(bitLength(b) * Math.ceil(bitLength(m) / 512), 0);
  while (exponent > 0n) {
    if ((exponent & 1n) === 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
    exponent >>= 1n;
  }
  return remainder(rt, narrow(result % modulus), m);
}

/** The inverse of a modulo m, or null. */
export function inverse(a: Int, m: Int): Int | null {
  let [r0, r1] = [BigInt(m) < 0n ? -BigInt(m) : BigInt(m), BigInt(a)];
  r1 = ((r1 % r0) + r0) % r0;
  let [s0, s1] = [0n, 1n];
  const modulus = r0;
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [s0, s1] = [s1, s0 - q * s1];
  }
  return r0 === 1n ? narrow(((s0 % modulus) + modulus) % modulus) : null;
}

/** count ≥ 0. */
export function shiftLeft(rt: Runtime, a: Int, count: Int): Int {
  if (a === 0) return 0;
  const bits = bitLength(a) + Number(count);
  if (bits > freeBits) rt.charge(bits / 2 ** 10, bits / 8);
  if (bits <= 52) return Number(a) * 2 ** Number(count);
  return narrow(BigInt(a) << BigInt(count));
}

export function shiftRight(rt: Runtime, a: Int, count: Int): Int {
  if (typeof a === "number")
    return Number(count) > 60 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** Number(count));
  chargeBits(rt, a, 0, 1);
  return narrow(a >> BigInt(count));
}

export function bitwise(rt: Runtime, op: "&" | "|" | "^", a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return op === "&" ? a & b : op === "|" ? a | b : a ^ b;
  chargeBits(rt, a, b, 1);
  const x = BigInt(a);
  const y = BigInt(b);
  return narrow(op === "&" ? x & y : op === "|" ? x | y : x ^ y);
}

function isInt32(v: Int): v is number {
  return typeof v === "number" && (v | 0) === v;
}

/** a / b, correctly rounded; null when it is too large for a float. b is not zero. [long_true_divide] */
export function trueDivide(rt: Runtime, a: Int, b: Int): number | null {
  if (typeof a === "number" && typeof b === "number") return a / b;
  chargeBits(rt, a, b, 16);
  const shift = bitLength(b) - bitLength(a) + 66;
  const x = BigInt(a) < 0n ? -BigInt(a) : BigInt(a);
  const y = BigInt(b) < 0n ? -BigInt(b) : BigInt(b);
  const numerator = shift > 0 ? x << BigInt(shift) : x;
  const denominator = shift < 0 ? y << BigInt(-shift) : y;
  // A rest sets the last bit, so that the one rounding that follows goes the right way.
  const quotient = (numerator / denominator) | (numerator % denominator === 0n ? 0n : 1n);
  const scaled = Number(quotient) * 2 ** -shift;
  const result =
    Number.isFinite(scaled) && scaled !== 0 ? scaled : (Number(quotient) / 2 ** 66) * 2 ** (66 - shift);
  if (!Number.isFinite(result)) return null;
  return BigInt(a) < 0n !== BigInt(b) < 0n ? -result : result;
}

function chargeBits(rt: Runtime, a: Int, b: Int, factor: number): void {
  const bits = typeof a === "bigint" || typeof b === "bigint" ? bitLength(a) + bitLength(b) : 0;
  if (bits > freeBits) rt.charge(Math.floor((bits * factor) / 2 ** 8), bits / 8);
}

/** Hashes of numbers: the value modulo 2⁶¹ − 1.   [mirrors _Py_HashDouble in Python/pyhash.c, long_hash] */

const modulus = 2n ** 61n - 1n;
const halfSafe = 2 ** 53;

/** Hash of an int; equal floats hash alike. */
export function hashInt(value: number | bigint): number | bigint {
  if (typeof value === "number") return value === -1 ? -2 : value;
  const magnitude = value < 0n ? -value : value;
  const reduced = magnitude % modulus;
  return normalize(value < 0n ? -reduced : reduced);
}

/** Hash of a finite or infinite float (NaN hashes by identity from 3.10, 0 before: the caller's affair). */
export function hashFloat(value: number): number | bigint {
  if (value === Number.POSITIVE_INFINITY) return 314159;
  if (value === Number.NEGATIVE_INFINITY) return -314159;
  if (Number.isInteger(value)) return hashInt(Math.abs(value) < halfSafe ? value + 0 : BigInt(value));
  // m · 2^e with an odd m: multiplying by 2 modulo 2⁶¹ − 1 rotates 61 bits.
  let mantissa = value;
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent -= 1;
  }
  const negative = mantissa < 0;
  const shift = BigInt(((exponent % 61) + 61) % 61);
  const rotated = (BigInt(Math.abs(mantissa)) << shift) % modulus;
  return normalize(negative ? -rotated : rotated);
}

/** A number where it is exact; −1 is reserved for errors. */
export function normalize(h: bigint): number | bigint {
  if (h === -1n) return -2;
  return h <= 9007199254740991n && h >= -9007199254740991n ? Number(h) : h;
}

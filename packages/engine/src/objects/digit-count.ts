/** Digits of an int, which decide about its size.   [PyLong_SHIFT, Include/cpython/longintrepr.h] A leaf file without imports. */

/** Digits of 30 bits; zero has none up to 3.10's layout, which int.ts accounts for. */
export function digitCount(value: number | bigint): number {
  if (typeof value === "number") {
    if (value < 1073741824 && value > -1073741824) return 1;
    return Math.abs(value) < 2 ** 60 ? 2 : 3;
  }
  return Math.max(1, Math.ceil(bitLength(value) / 30));
}

/** Bits of the magnitude; 0 for zero. */
export function bitLength(value: number | bigint): number {
  if (typeof value === "number" && Math.abs(value) < 2 ** 31)
    return value === 0 ? 0 : 32 - Math.clz32(Math.abs(value));
  const magnitude = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  const hex = magnitude.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0] as string, 16)));
}

/**
 * The int object itself.   [PyLongObject, Include/cpython/longintrepr.h]
 * A leaf file: every layer makes ints; what they can do is in int.ts.
 *
 * The payload is a number while the value is a safe integer, else a bigint; never both for one value.
 */
import { newRef } from "../memory/refcount.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";

export type PyInt = PyObject<number | bigint>;

const smallestCached = -5;

export function isInt(o: PyObject): o is PyInt {
  return hasFlag(o.type, TypeFlag.IntSubclass);
}

export function intValue(o: PyObject): number | bigint {
  return (o as PyInt).payload;
}

/** An int of this value; small ones are the cached objects. [PyLong_FromLong, get_small_int] */
export function newInt(rt: Runtime, value: number | bigint): PyInt {
  const v = typeof value === "bigint" ? narrow(value) : value;
  if (typeof v === "number" && v >= smallestCached && v <= rt.profile.largestSmallInt)
    return newRef(smallInt(rt, v));
  return rt.heap.createNumber<number | bigint>(rt.types.int, v, digitCount(v));
}

/** The cached object, made when first asked for as one of start-up's; borrowed. */
function smallInt(rt: Runtime, v: number): PyInt {
  const cache = rt.caches.smallInts;
  const at = v - smallestCached;
  let o = cache[at] as PyInt | undefined;
  if (o === undefined) {
    // −0 is an int zero like any other.
    o = rt.heap.createStatic<number | bigint>(rt.types.int, v + 0);
    cache[at] = o;
  }
  return o;
}

/** A bigint that fits becomes a number. */
export function narrow(value: bigint): number | bigint {
  return value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;
}

/** Digits of 30 bits; zero has none up to 3.10's layout, which int.ts accounts for. */
export function digitCount(value: number | bigint): number {
  if (typeof value === "number") {
    const magnitude = Math.abs(value);
    if (magnitude < 1073741824) return 1;
    return magnitude < 2 ** 60 ? 2 : 3;
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

/**
 * The int object itself.   [PyLongObject, Include/cpython/longintrepr.h]
 * A leaf file: every layer makes ints; what they can do is in int.ts.
 *
 * The payload is a number while the value is a safe integer, else a bigint; never both for one value.
 */
import { newRef } from "../memory/refcount.ts";
import { digitCount } from "./digit-count.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";

export { bitLength, digitCount } from "./digit-count.ts";

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
    o = rt.heap.createStatic<number | bigint>(rt.types.int, v + 0, "cache of small ints");
    cache[at] = o;
  }
  return o;
}

/** A bigint that fits becomes a number. */
export function narrow(value: bigint): number | bigint {
  return value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;
}

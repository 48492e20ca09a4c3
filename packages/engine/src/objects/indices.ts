/**
 * Objects used as bounds, counts and sizes.   [mirrors PyLong_AsSsize_t, _PyEval_SliceIndex]
 */
import { asIndex, indexValue } from "./abstract-number.ts";
import { raise } from "./errors.ts";
import type { PyObject, Runtime } from "./object.ts";

/** Stands for PY_SSIZE_T_MAX where a value is clipped: nothing a program can hold is as long. */
export const ssizeMax = Number.MAX_SAFE_INTEGER;

export function hasIndex(o: PyObject): boolean {
  return o.type.payload.slots.index !== undefined;
}

/** An argument of C type Py_ssize_t. [PyLong_AsSsize_t] */
export function ssizeArgument(rt: Runtime, o: PyObject): number | null {
  const value = indexValue(rt, o);
  if (value === null) return null;
  if (typeof value === "number") return value;
  if (BigInt.asIntN(64, value) === value) return value > 0n ? ssizeMax : -ssizeMax;
  return raise(rt, "OverflowError", "Python int too large to convert to C ssize_t");
}

/** An argument of C type int. [PyLong_AsInt] */
export function intArgument(rt: Runtime, o: PyObject): number | null {
  const value = indexValue(rt, o);
  if (value === null) return null;
  if (value >= -(2 ** 31) && value < 2 ** 31) return Number(value);
  return raise(rt, "OverflowError", "Python int too large to convert to C int");
}

/** `start` and `stop` arguments of find, index, count …; null or None leaves the default. [_PyEval_SliceIndex] */
export function boundArgument(rt: Runtime, o: PyObject | null | undefined, fallback: number): number | null {
  if (o === null || o === undefined || o === rt.none) return fallback;
  if (!hasIndex(o))
    return raise(rt, "TypeError", "slice indices must be integers or None or have an __index__ method");
  return asIndex(rt, o, null);
}

/** As boundArgument for the methods of sequences that do not take None. [_PyEval_SliceIndexNotNone] */
export function boundNotNone(rt: Runtime, o: PyObject | null | undefined, fallback: number): number | null {
  if (o === null || o === undefined) return fallback;
  if (!hasIndex(o))
    return raise(rt, "TypeError", "slice indices must be integers or have an __index__ method");
  return asIndex(rt, o, null);
}

/** A bound as a position within `length`: counted from the end when negative, then clipped. [ADJUST_INDICES] */
export function clampBound(bound: number, length: number): number {
  if (bound < 0) return Math.max(0, bound + length);
  return Math.min(bound, length);
}

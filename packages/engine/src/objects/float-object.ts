/** The float object itself.   [PyFloatObject] A leaf file, as float.ts and its methods both need it. */
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";

export type PyFloat = PyObject<number>;

export function isFloat(o: PyObject): o is PyFloat {
  return hasFlag(o.type, TypeFlag.FloatSubclass);
}

export function floatValue(o: PyObject): number {
  return (o as PyFloat).payload;
}

/** Never shared: each result is an object of its own. [PyFloat_FromDouble] */
export function newFloat(rt: Runtime, value: number): PyFloat {
  return rt.heap.createNumber<number>(rt.types.float, value, 0);
}

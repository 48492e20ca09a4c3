/** `bool`: two ints with names.   [mirrors Objects/boolobject.c] */
import { newRef } from "../memory/refcount.ts";
import { isTrue } from "./abstract.ts";
import { bitwise } from "./int-arithmetic.ts";
import { intValue, isInt, newInt } from "./int-object.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type Binary, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import type { TypeSpec } from "./typespec.ts";

function boolNew(rt: Runtime, _type: PyType, args: readonly PyObject[], names: readonly PyObject[] | null) {
  if (!noKeywords(rt, "bool", names) || !checkPositional(rt, "bool", args.length, 0, 1)) return null;
  const truth = args[0] === undefined ? false : isTrue(rt, args[0]);
  return truth === null ? null : newRef(truth ? rt.true : rt.false);
}

/** `&`, `|`, `^` of two bools give a bool, with an int an int. */
function logical(op: "&" | "|" | "^"): Binary {
  return (rt, left, right) => {
    if (!isInt(left) || !isInt(right)) return newRef(rt.notImplemented);
    const value = bitwise(rt, op, intValue(left), intValue(right));
    const areBools = left.type === rt.types.bool && right.type === rt.types.bool;
    return areBools ? newRef(value === 1 ? rt.true : rt.false) : newInt(rt, value);
  };
}

export const boolSpec: TypeSpec = {
  name: "bool",
  base: "int",
  flags: TypeFlag.IntSubclass,
  slots: {
    new: boolNew,
    dealloc: () => undefined,
    repr: (rt, self) => rt.intern(self === rt.true ? "True" : "False"),
    and: logical("&"),
    or: logical("|"),
    xor: logical("^"),
  },
};

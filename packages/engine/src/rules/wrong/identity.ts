/** Wrong ideas of which values are one object. */
import { newRef } from "../../memory/refcount.ts";
import { richCompareBool } from "../../objects/abstract.ts";
import { digitCount } from "../../objects/int-object.ts";
import type { Heap, PyObject } from "../../objects/object.ts";
import { replaceOperands } from "../cpython-ops.ts";
import type { WrongRule } from "../points.ts";

/** M04: `is` compares values. */
export const isMeansEquals: WrongRule = () => ({
  instructions: {
    IS_OP: (rt, frame, arg) => {
      const left = frame.slots[frame.sp - 2] as PyObject;
      const right = frame.slots[frame.sp - 1] as PyObject;
      const isEqual = richCompareBool(rt, left, right, "==");
      if (isEqual === null) return false;
      replaceOperands(rt, frame, isEqual !== (arg === 1));
      return true;
    },
  },
});

/** M05: every int exists once. The cache has no end. */
export const allIntsCached: WrongRule = () => ({
  create: (rt, next) => {
    const known = new Map<unknown, PyObject>();
    return ((type, payload, items, extraBytes) => {
      if (type !== rt.types.int) return next(type, payload, items, extraBytes);
      const found = known.get(payload) ?? rt.heap.createStatic(type, payload);
      known.set(payload, found);
      return newRef(found);
    }) as Heap["create"];
  },
});

/** M42: outside the small ints no two are ever one object, so that a literal makes its int wherever it stands. */
export const onlySmallIntsEverShared: WrongRule = () => ({
  instructions: {
    LOAD_CONST: (rt, frame, arg, next) => {
      const constant = frame.code.payload.consts[arg] as PyObject;
      const value = constant.payload;
      if (constant.type !== rt.types.int || (typeof value !== "number" && typeof value !== "bigint"))
        return next(rt, frame, arg);
      if (typeof value === "number" && value >= -5 && value <= rt.profile.largestSmallInt)
        return next(rt, frame, arg);
      frame.slots[frame.sp] = rt.heap.create(rt.types.int, value, digitCount(value));
      frame.sp += 1;
      return true;
    },
  },
});

/** Wrong ideas of what a container holds. */

import type { OpName } from "../../compiler/opcodes.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import type { PyObject, Runtime } from "../../objects/object.ts";
import type { Instruction, Method, WrongRule } from "../points.ts";
import { isData, referents } from "../program-data.ts";
import { sever, severedLoads } from "../sever.ts";
import { copySlot, isHeldElsewhere, shallowCopy } from "../shallow-copy.ts";

/** M11: a list or dict stores copies of the values put into it. */
export const containerHoldsValues: WrongRule = () => {
  const copying =
    (slotsFromTop: (arg: number) => readonly number[]): Instruction =>
    (rt, frame, arg, next) => {
      for (const depth of slotsFromTop(arg)) {
        const at = frame.sp - depth;
        if (isHeldElsewhere(frame, at)) copySlot(rt, frame, at);
      }
      return next(rt, frame, arg);
    };
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => count - i);
  return {
    instructions: {
      BUILD_LIST: copying(upTo),
      BUILD_MAP: copying((pairs) => upTo(pairs).map((i) => 2 * i - 1)),
      BUILD_CONST_KEY_MAP: copying((count) => upTo(count).map((i) => i + 1)),
      LIST_APPEND: copying(() => [1]),
      MAP_ADD: copying(() => [1]),
      // [value, container, key]
      STORE_SUBSCR: copying(() => [3]),
    },
    methods: {
      list: { append: copyingArgument(0), insert: copyingArgument(1) },
      dict: { setdefault: copyingArgument(1) },
    },
  };
};

function copyingArgument(index: number): Method {
  return (rt, self, args, names, next) => {
    const given = args[index];
    const copy = given !== undefined && isNamedElsewhere(rt, given) ? shallowCopy(rt, given) : null;
    if (copy === null) return next(rt, self, args, names);
    const result = next(rt, self, args.with(index, copy), names);
    decref(rt, copy);
    return result;
  };
}

/** Whether somebody beside the running call holds the argument. */
function isNamedElsewhere(rt: Runtime, o: PyObject): boolean {
  const { frame } = rt.thread;
  const isLent = frame?.slots.some((held, i) => held === o && frame.borrowed[i] !== 0);
  return isLent === true || o.refcnt > 1;
}

/** M40: when a container dies, everything in it dies. What no name ever held is a helper of the machine and no container. */
export const freeingContainerFreesContents: WrongRule = () => {
  const named = new WeakSet<PyObject>();
  const note: Instruction = (rt, frame, arg, next) => {
    named.add(frame.slots[frame.sp - 1] as PyObject);
    return next(rt, frame, arg);
  };
  const stores: readonly OpName[] = ["STORE_NAME", "STORE_GLOBAL", "STORE_FAST", "STORE_DEREF"];
  return {
    instructions: {
      ...severedLoads,
      ...Object.fromEntries(stores.map((name) => [name, note])),
      // [value, object]
      STORE_ATTR: (rt, frame, arg, next) => {
        named.add(frame.slots[frame.sp - 2] as PyObject);
        return next(rt, frame, arg);
      },
    },
    dying: (rt, container) => {
      if (rt.isFinalizing || !named.has(container) || !isData(rt, container)) return;
      named.delete(container);
      const contents = [...new Set(referents(container))].filter((o) => o !== container && isData(rt, o));
      for (const o of contents) named.add(newRef(o));
      sever(rt, contents, new Set([container]));
      for (const o of contents) decref(rt, o);
    },
  };
};

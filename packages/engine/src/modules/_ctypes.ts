/** What ctypes is let do here: look at the count of a live object.   [mirrors Modules/_ctypes, for one field of PyObject] */
import { isImmortal, newRef } from "../memory/refcount.ts";
import { indexValue } from "../objects/abstract-number.ts";
import { type PyObject, type Runtime, Unsupported } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

/** The first field of the object at an address. Other memory is not modelled, nor what a dead object leaves behind. */
function refcountAt(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const found = objectAt(rt, o);
  if (found === null) return null;
  // 3.14 keeps flags in the upper half of an immortal object's field.
  if (isImmortal(found) && rt.profile.borrowsLocals)
    throw new Unsupported("the count field of an immortal object");
  return rt.newInt(isImmortal(found) ? rt.profile.immortalRefcount : found.refcnt);
}

/** The live object at an address; borrowed. */
function objectAt(rt: Runtime, o: PyObject): PyObject | null {
  const address = indexValue(rt, o);
  if (address === null) return null;
  const found = liveObjects(rt).find((each) => rt.heap.addressOf(each) === Number(address));
  if (found === undefined) throw new Unsupported("reading memory that is no live object");
  return found;
}

/** Everything the interpreter and the running frames lead to. */
function liveObjects(rt: Runtime): PyObject[] {
  const seen = new Set<PyObject>();
  const meet = (o: PyObject): void => {
    seen.add(o);
  };
  rt.visitRoots(meet);
  for (let frame = rt.thread.frame; frame !== null; frame = frame.back) {
    for (const o of frame.slots) if (o !== null) meet(o);
    for (const o of [frame.locals, frame.globals, frame.function]) if (o !== null) meet(o);
  }
  // A set's iteration reaches what is added on the way.
  for (const next of seen) {
    next.type.payload.slots.traverse?.(next, meet);
    next.type.payload.slots.holds?.(next, meet);
  }
  return [...seen];
}

export const ctypesCModule: ModuleSpec = {
  name: "_ctypes",
  functions: [
    oneArg("_refcount_at", refcountAt),
    oneArg("_object_at", (rt, _self, o) => {
      const found = objectAt(rt, o);
      return found === null ? null : newRef(found);
    }),
    oneArg("_unsupported", (_rt, _self, o) => {
      throw new Unsupported(isStr(o) ? text(o) : "ctypes");
    }),
  ],
};

/**
 * Native functions that get their arguments in a tuple rather than as an array.
 *
 * The tuple holds the arguments while the function runs, comes from the free list and goes back to it. Which functions are
 * meant changes as they are rewritten. [METH_VARARGS; `*args` of Argument Clinic up to 3.13]
 */
import { decref, newRef } from "../memory/refcount.ts";
import type { PyObject, Runtime } from "./object.ts";
import type { NativeFunction } from "./typespec.ts";

/** "all": METH_VARARGS, with a dict for the keywords; "positional": the parameter of print's kind alone. */
export type Packing = "all" | "positional" | null;

export function packingOf(rt: Runtime, qualname: string): Packing {
  const { packedCalls, packedPositionals } = rt.profile;
  return packedCalls.has(qualname) ? "all" : packedPositionals.has(qualname) ? "positional" : null;
}

/** Calls `fn` while a tuple holds the arguments. */
export function callPacked(
  rt: Runtime,
  fn: NativeFunction,
  packing: Packing,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const keywordCount = names === null ? 0 : names.length;
  const count = args.length - keywordCount;
  const tuple = rt.newTuple(args.slice(0, count).map(newRef));
  const dict = keywordCount > 0 && packing === "all" ? rt.newKeywords(args.slice(count), names ?? []) : null;
  if (rt.recorder !== null) {
    rt.recorder.nativeHold("call arguments", tuple);
    if (dict !== null) rt.recorder.nativeHold("call arguments", dict);
  }
  const outer = rt.thread.packedTuple;
  rt.thread.packedTuple = tuple;
  const result = fn(rt, self, args, names);
  rt.thread.packedTuple = outer;
  if (rt.recorder !== null) {
    rt.recorder.nativeRelease("call arguments", tuple);
    if (dict !== null) rt.recorder.nativeRelease("call arguments", dict);
  }
  decref(rt, tuple);
  if (dict !== null) decref(rt, dict);
  return result;
}

/** The `atexit` module.   [mirrors Modules/atexitmodule.c] */

import { writeUnraisable } from "../gc/unraisable.ts";
import { dropHeld, dropTaken, hold, keep, keepNoMore } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, equals, isCallable } from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import type { ExitCall, PyObject, Runtime } from "../objects/object.ts";
import { keywordMethod, noArgs, oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

function register(
  rt: Runtime,
  _self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const callable = args[0];
  if (callable === undefined || args.length === (names?.length ?? 0))
    return raise(rt, "TypeError", "register() takes at least 1 argument (0 given)");
  if (!isCallable(callable)) return raise(rt, "TypeError", "the first argument must be callable");
  const exitCall = {
    callable: newRef(callable),
    args: args.slice(1).map(newRef),
    names: names === null ? null : names.map(newRef),
  };
  rt.exitCalls.push(exitCall);
  for (const o of partsOf(exitCall)) keep(rt, registered, o);
  return newRef(callable);
}

function unregister(rt: Runtime, _self: PyObject, callable: PyObject): PyObject | null {
  for (let i = rt.exitCalls.length - 1; i >= 0; i -= 1) {
    const exitCall = rt.exitCalls[i] as ExitCall;
    const isSame = equals(rt, exitCall.callable, callable);
    if (isSame === null) return null;
    if (!isSame) continue;
    rt.exitCalls.splice(i, 1);
    drop(rt, exitCall);
  }
  return newRef(rt.none);
}

function drop(rt: Runtime, exitCall: ExitCall): void {
  const owned = partsOf(exitCall);
  for (const o of owned) keepNoMore(rt, registered, o);
  dropTaken(rt, "atexit callback", owned);
}

function partsOf({ callable, args, names }: ExitCall): PyObject[] {
  return [callable, ...args, ...(names ?? [])];
}

/** As a walk over the runtime's roots names it. */
const registered = "callback of atexit";

/** Last registered first; an exception is reported and the rest still run. [atexit_callfuncs] */
export function runExitCalls(rt: Runtime): void {
  for (let exitCall = rt.exitCalls.pop(); exitCall !== undefined; exitCall = rt.exitCalls.pop()) {
    const owned = partsOf(exitCall);
    for (const o of owned) keepNoMore(rt, registered, o);
    for (const o of owned) hold(rt, "atexit callback", o);
    const result = call(rt, exitCall.callable, exitCall.args, exitCall.names);
    if (result === null) writeUnraisable(rt, exitCall.callable, "calling atexit callback");
    else decref(rt, result);
    for (const o of owned) dropHeld(rt, "atexit callback", o);
  }
}

export const atexitModule: ModuleSpec = {
  name: "atexit",
  functions: [
    keywordMethod("register", register),
    oneArg("unregister", unregister),
    noArgs("_run_exitfuncs", (rt) => {
      runExitCalls(rt);
      return newRef(rt.none);
    }),
    noArgs("_clear", (rt) => {
      for (const exitCall of rt.exitCalls.splice(0)) drop(rt, exitCall);
      return newRef(rt.none);
    }),
    noArgs("_ncallbacks", (rt) => rt.newInt(rt.exitCalls.length)),
  ],
};

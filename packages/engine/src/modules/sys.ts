/** The `sys` module, as far as a program about memory asks.   [mirrors Python/sysmodule.c] */

import { internObject } from "../memory/interned.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { isImmortal, newRef } from "../memory/refcount.ts";
import { callSpecialBound } from "../objects/abstract.ts";
import { indexValue } from "../objects/abstract-number.ts";
import { headerBytes } from "../objects/byte-size.ts";
import { clearException, exceptionMatches, raise, raiseWith } from "../objects/errors.ts";
import { isException } from "../objects/exception-object.ts";
import { intArgument } from "../objects/indices.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag, topmostHandled } from "../objects/object.ts";
import type { PyStr } from "../objects/str-object.ts";
import { argumentTypeName, typeName } from "../objects/type-lookup.ts";
import { keywordMethod, method, type NativeSpec, noArgs, oneArg } from "../objects/typespec.ts";
import { doubleOf } from "./math.ts";
import type { ModuleSpec } from "./modulespec.ts";
import { sysEntries } from "./sys-constants.ts";

type Names = readonly PyObject[] | null;

function getRefcount(rt: Runtime, _self: PyObject, o: PyObject): PyObject {
  const count = rt.model.getRefcount(rt, o);
  if (rt.recorder !== null) rt.recorder.refcountAsked(o, count);
  return rt.newInt(count);
}

function getSizeof(rt: Runtime, _self: PyObject, args: readonly PyObject[], names: Names): PyObject | null {
  const places = parseArguments(rt, "getsizeof", { names: ["object", "default"], required: 1 }, args, names);
  if (places === null) return null;
  const o = places[0] as PyObject;
  const fallback = places[1] ?? null;
  const size = sizeOf(rt, o);
  if (size !== null) return rt.newInt(size);
  if (fallback === null || !exceptionMatches(rt, "TypeError")) return null;
  clearException(rt);
  return newRef(fallback);
}

/** `__sizeof__` and what lies in front of the object. [_PySys_GetSizeOf] */
function sizeOf(rt: Runtime, o: PyObject): number | bigint | null {
  const result = callSpecialBound(rt, o, "__sizeof__");
  if (result === null) {
    if (rt.thread.exception === null)
      raise(rt, "TypeError", `Type ${typeName(o.type)} doesn't define __sizeof__`);
    return null;
  }
  hold(rt, "result in use", result);
  const size = hasFlag(result.type, TypeFlag.IntSubclass)
    ? indexValue(rt, result)
    : raise(rt, "TypeError", "an integer is required");
  dropHeld(rt, "result in use", result);
  if (size === null) return null;
  if (size < 0) return raise(rt, "ValueError", "__sizeof__() should return >= 0");
  if (size > 0x7fff_ffff_ffff_ffffn)
    return raise(rt, "OverflowError", "Python int too large to convert to C ssize_t");
  const header = headerBytes(rt, o);
  return typeof size === "number" ? size + header : size + BigInt(header);
}

function intern(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  if (o.type === rt.types.str) return internObject(rt, o as PyStr);
  if (hasFlag(o.type, TypeFlag.StrSubclass))
    return raise(rt, "TypeError", `can't intern ${typeName(o.type)}`);
  return raise(rt, "TypeError", `intern() argument must be str, not ${argumentTypeName(o)}`);
}

function excInfo(rt: Runtime): PyObject {
  const handled = topmostHandled(rt.thread);
  if (handled === null || handled === rt.none || !isException(handled))
    return rt.newTuple([newRef(rt.none), newRef(rt.none), newRef(rt.none)]);
  return rt.newTuple([newRef(handled.type), newRef(handled), newRef(handled.payload.traceback ?? rt.none)]);
}

function setRecursionLimit(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const limit = intArgument(rt, o);
  if (limit === null) return null;
  if (limit < 1) return raise(rt, "ValueError", "recursion limit must be greater or equal than 1");
  const depth = rt.thread.recursionDepth;
  if (depth >= limit)
    return raise(
      rt,
      "RecursionError",
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    );
  rt.thread.recursionLimit = Number(limit);
  return newRef(rt.none);
}

/** There is one thread: the interval is checked and forgotten. */
function setSwitchInterval(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  const seconds = doubleOf(rt, o);
  if (seconds === null) return null;
  if (seconds <= 0) return raise(rt, "ValueError", "switch interval must be strictly positive");
  return newRef(rt.none);
}

function exit(rt: Runtime, _self: PyObject, args: readonly PyObject[]): null {
  return raiseWith(rt, "SystemExit", args.map(newRef));
}

/** Prints the value's repr and remembers it as `_`; the prompt calls it. */
function displayHook(rt: Runtime, _self: PyObject, o: PyObject): PyObject | null {
  return rt.display(o) ? newRef(rt.none) : null;
}

function getFrame(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const depth = args[0] === undefined ? 0 : indexValue(rt, args[0]);
  if (depth === null) return null;
  const frame = rt.frameObjectAt(Number(depth));
  return frame ?? raise(rt, "ValueError", "call stack is not deep enough");
}

/** A hook that only ever takes None here: no program of ours is traced or profiled from within. */
function onlyNone(name: string): NativeSpec {
  return oneArg(name, (rt, _self, o) => {
    if (o === rt.none) return newRef(rt.none);
    return raise(rt, "NotImplementedError", `sys.${name}() is not modelled`);
  });
}

const functions: readonly NativeSpec[] = [
  oneArg("getrefcount", getRefcount),
  keywordMethod("getsizeof", getSizeof),
  oneArg("intern", intern),
  noArgs("exc_info", excInfo),
  {
    ...noArgs("exception", (rt) => {
      const handled = topmostHandled(rt.thread);
      return newRef(handled === null ? rt.none : handled);
    }),
    exists: (profile) => profile.hasExceptionTable,
  },
  noArgs("getrecursionlimit", (rt) => rt.newInt(rt.thread.recursionLimit)),
  oneArg("setrecursionlimit", setRecursionLimit),
  method("exit", exit, { min: 0, max: 1 }),
  oneArg("displayhook", displayHook),
  method("_getframe", getFrame, { min: 0, max: 1 }),
  noArgs("is_finalizing", (rt) => newRef(rt.isFinalizing ? rt.true : rt.false)),
  noArgs("getallocatedblocks", (rt) => rt.newInt(rt.heap.allocatedBlocks + rt.nuisance.history * 131)),
  noArgs("getdefaultencoding", (rt) => rt.newStr("utf-8")),
  noArgs("getfilesystemencoding", (rt) => rt.newStr("utf-8")),
  oneArg("setswitchinterval", setSwitchInterval),
  noArgs("getfilesystemencodeerrors", (rt) => rt.newStr("surrogateescape")),
  noArgs("getdlopenflags", (rt) => rt.newInt(2)),
  noArgs("get_coroutine_origin_tracking_depth", (rt) => rt.newInt(0)),
  noArgs("getswitchinterval", (rt) => rt.newFloat(0.005)),
  noArgs("gettrace", (rt) => newRef(rt.none)),
  noArgs("getprofile", (rt) => newRef(rt.none)),
  onlyNone("settrace"),
  onlyNone("setprofile"),
  noArgs("_clear_type_cache", (rt) => newRef(rt.none)),
  {
    ...oneArg("_is_interned", (rt, _self, o) =>
      newRef((o as PyStr).payload.isInterned === true ? rt.true : rt.false),
    ),
    exists: (profile) => profile.hasIsInterned,
  },
  {
    ...oneArg("_is_immortal", (rt, _self, o) => newRef(isImmortal(o) ? rt.true : rt.false)),
    exists: (profile) => profile.borrowsLocals,
  },
];

/** The default `sys.unraisablehook` and `sys.excepthook` are called by the machine itself; a program may replace them. */
function defaultHook(name: string): NativeSpec {
  return method(name, (rt, _self, args) => {
    const exception = args[1] ?? null;
    if (exception !== null && isException(exception)) rt.writeStderr(rt.formatException(exception));
    return newRef(rt.none);
  });
}

export const sysModule: ModuleSpec = {
  name: "sys",
  functions: [...functions, defaultHook("excepthook"), defaultHook("unraisablehook")],
  entries: sysEntries,
};

/** Generators and coroutines as a program sees them.   [mirrors Objects/genobject.c] */

import { Op } from "../compiler/opcodes.ts";
import { writeUnraisable } from "../gc/unraisable.ts";
import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { callFinalizerFromDealloc } from "../memory/subtype-dealloc.ts";
import { leaveFrame } from "../vm/leave.ts";
import { callMethod, getOptionalAttr } from "./abstract.ts";
import { asyncMethods, asyncNext, asyncStepSpecs } from "./async-generator.ts";
import { dictGetText } from "./dict.ts";
import { clearException, exceptionMatches, raise, raiseStopIteration, restoreException } from "./errors.ts";
import { isException } from "./exception-object.ts";
import { visitActivation } from "./frame.ts";
import { borrowedFrameObject, type PyFrame, setBack } from "./frame-object.ts";
import type { GeneratorData, GeneratorKind, PyGenerator } from "./generator-object.ts";
import { clearHandled, reportDone, resume } from "./generator-run.ts";
import { makeThrown } from "./generator-throw.ts";
import { type Frame, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { getset, member, method, noArgs, oneArg, type TypeSpec } from "./typespec.ts";
import { warn } from "./warn.ts";

const yieldValue = Op.YIELD_VALUE;

function data(o: PyObject): GeneratorData {
  return (o as PyGenerator).payload;
}

/** What resume gave, as `next()` and `send()` show it: the end is a StopIteration. */
function deliver(rt: Runtime, self: PyObject, item: PyObject | null): PyObject | null {
  if (item !== null || rt.thread.exception !== null) return item;
  const result = takeResult(rt, self);
  raiseStopIteration(rt, result === rt.none ? null : result);
  decref(rt, result);
  return null;
}

function takeResult(rt: Runtime, self: PyObject): PyObject {
  const result = data(self).result ?? newRef(rt.none);
  data(self).result = null;
  return result;
}

function iternext(rt: Runtime, self: PyObject): PyObject | null {
  const item = resume(rt, self as PyGenerator, rt.none);
  if (item !== null || rt.thread.exception !== null) return item;
  const result = takeResult(rt, self);
  if (result !== rt.none) raiseStopIteration(rt, result);
  decref(rt, result);
  return null;
}

function send(rt: Runtime, self: PyObject, value: PyObject): PyObject | null {
  return deliver(rt, self, resume(rt, self as PyGenerator, value));
}

/** What the generator delegates to while it is suspended in `yield from` or `await`; borrowed. [_PyGen_yf] */
function delegate(self: PyObject): PyObject | null {
  const frame = data(self).frame;
  if (frame === null || !data(self).hasStarted || frame.pc < 0) return null;
  // The YIELD_VALUE of a delegation carries 1; the iterator is on top of the stack.
  return frame.unit.ops[frame.pc * 2 + 1] === 1 && isYield(frame.unit.ops[frame.pc * 2])
    ? (frame.slots[frame.sp - 1] ?? null)
    : null;
}

function isYield(op: number | undefined): boolean {
  return op === yieldValue;
}

function throwMethod(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const isOld = args.length > 1 && rt.profile.throwSignatureIsDeprecated;
  if (isOld && !warn(rt, "DeprecationWarning", oldSignature)) return null;
  const thrown = makeThrown(rt, args);
  if (thrown === null) return null;
  const result = throwInto(rt, self, thrown, args);
  return deliver(rt, self, result);
}

const oldSignature =
  "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.";

/** Raises `thrown` (stolen) where the generator is suspended. [_gen_throw] */
function throwInto(
  rt: Runtime,
  self: PyObject,
  thrown: PyObject,
  args: readonly PyObject[],
): PyObject | null {
  const inner = delegate(self);
  if (inner !== null) {
    const passed = throwIntoDelegate(rt, self, inner, thrown, args);
    if (passed !== undefined) return passed;
  }
  if (data(self).frame !== null && !data(self).hasStarted) return failUnstarted(rt, self, thrown);
  restoreException(rt, thrown);
  return resume(rt, self as PyGenerator, null);
}

/** Thrown into a body that never ran: the exception comes from its first line. */
function failUnstarted(rt: Runtime, self: PyObject, thrown: PyObject): PyObject | null {
  restoreException(rt, thrown);
  return resume(rt, self as PyGenerator, null);
}

/** The inner iterator gets the exception first; undefined: it has no `throw`, or ended, and the outer one goes on. */
function throwIntoDelegate(
  rt: Runtime,
  self: PyObject,
  inner: PyObject,
  thrown: PyObject,
  args: readonly PyObject[],
): PyObject | null | undefined {
  newRef(inner);
  hold(rt, "iterator thrown into", inner);
  hold(rt, "exception being thrown", thrown);
  let item: PyObject | null;
  if (isException(thrown) && thrown.type.payload.mroTypes.includes(rt.types.GeneratorExit)) {
    const closed = closeDelegate(rt, inner);
    dropHeld(rt, "iterator thrown into", inner);
    letGo(rt, "exception being thrown", thrown);
    if (closed) return undefined;
    decref(rt, thrown);
    return resume(rt, self as PyGenerator, null);
  }
  data(self).isRunning = true;
  if (inner.type === rt.types.generator || inner.type === rt.types.coroutine) {
    const outer = rt.thread.frame;
    if (rt.profile.throwShows !== "none") showDelegator(rt, self, rt.profile.throwShows !== "itself");
    item = throwInto(rt, inner, newRef(thrown), args);
    hideDelegator(rt, self, outer);
    if (item === null && rt.thread.exception === null) {
      const result = takeResult(rt, inner);
      raiseStopIteration(rt, result);
      decref(rt, result);
    }
  } else {
    const thrower = getOptionalAttr(rt, inner, "throw");
    if (thrower === null) {
      data(self).isRunning = false;
      dropHeld(rt, "iterator thrown into", inner);
      letGo(rt, "exception being thrown", thrown);
      return rt.thread.exception === null ? undefined : null;
    }
    decref(rt, thrower);
    const outer = rt.thread.frame;
    if (rt.profile.throwShows === "all") showDelegator(rt, self, true);
    item = callMethod(rt, inner, "throw", args);
    hideDelegator(rt, self, outer);
  }
  data(self).isRunning = false;
  dropHeld(rt, "iterator thrown into", inner);
  dropHeld(rt, "exception being thrown", thrown);
  if (item !== null) return item;
  // The outer generator sees what the inner one raised at its `yield from`.
  return resume(rt, self as PyGenerator, null);
}

/** Puts the delegating generator's frame on the stack, where a look from inside finds it. */
function showDelegator(rt: Runtime, self: PyObject, leadsBack: boolean): void {
  const frame = data(self).frame;
  if (frame === null) return;
  const outer = rt.thread.frame;
  rt.thread.frame = frame;
  if (!leadsBack) return;
  frame.back = outer;
  if (!rt.profile.framesAreLazy && outer !== null)
    setBack(rt, borrowedFrameObject(rt, frame), newRef(borrowedFrameObject(rt, outer)));
}

function hideDelegator(rt: Runtime, self: PyObject, outer: Frame | null): void {
  const frame = data(self).frame;
  if (frame === null || rt.thread.frame !== frame) return;
  rt.thread.frame = outer;
  frame.back = null;
  if (!rt.profile.framesAreLazy && frame.object !== null) setBack(rt, frame.object as PyFrame, null);
}

function closeDelegate(rt: Runtime, inner: PyObject): boolean {
  if (inner.type === rt.types.generator || inner.type === rt.types.coroutine) {
    const result = close(rt, inner);
    if (result === null) return false;
    decref(rt, result);
    return true;
  }
  const method = getOptionalAttr(rt, inner, "close");
  if (method === null) return rt.thread.exception === null;
  decref(rt, method);
  const result = callMethod(rt, inner, "close");
  if (result === null) return false;
  decref(rt, result);
  return true;
}

/** [gen_close] */
function close(rt: Runtime, self: PyObject): PyObject | null {
  const d = data(self);
  if (d.frame === null) return newRef(rt.none);
  if (!d.hasStarted) {
    if (rt.profile.closeKeepsFrame) {
      d.closedFrame = d.frame;
      d.frame = null;
    } else dropFrame(rt, self);
    return newRef(rt.none);
  }
  const inner = delegate(self);
  let failed = false;
  if (inner !== null) {
    hold(rt, "iterator being closed", newRef(inner));
    d.isRunning = true;
    failed = !closeDelegate(rt, inner);
    d.isRunning = false;
    dropHeld(rt, "iterator being closed", inner);
  }
  if (!failed) raise(rt, "GeneratorExit", "");
  if (!failed) emptyArguments(rt);
  const item = resume(rt, self as PyGenerator, null);
  if (item !== null) {
    decref(rt, item);
    const kind = d.kind === "async_generator" ? "async generator" : d.kind;
    return raise(rt, "RuntimeError", `${kind} ignored GeneratorExit`);
  }
  if (rt.thread.exception === null) {
    const result = takeResult(rt, self);
    if (rt.profile.closeReturnsValue) return result;
    decref(rt, result);
    return newRef(rt.none);
  }
  if (exceptionMatches(rt, "StopIteration") || exceptionMatches(rt, "GeneratorExit")) {
    clearException(rt);
    return newRef(rt.none);
  }
  return null;
}

/** `GeneratorExit()` has no arguments. */
function emptyArguments(rt: Runtime): void {
  const exception = rt.thread.exception;
  if (exception === null || !isException(exception)) return;
  const old = exception.payload.args;
  exception.payload.args = rt.newTuple([]);
  if (rt.recorder !== null) rt.recorder.slotWrite(exception, "args", null, old, exception.payload.args);
  decref(rt, old);
}

/** The body will not run (again): what its frame holds goes. */
function dropFrame(rt: Runtime, self: PyObject): void {
  const d = data(self);
  const frame = d.frame ?? d.closedFrame;
  if (frame === null) return;
  d.frame = null;
  d.closedFrame = null;
  if (rt.recorder !== null) reportDone(rt, self, frame);
  frame.generator = null;
  leaveFrame(rt, frame);
  if (!rt.profile.framesAreLazy) decref(rt, d.code);
}

/** A generator that dies inside its body runs its `finally` blocks. [_PyGen_Finalize] */
function finalize(rt: Runtime, self: PyObject): void {
  const d = data(self);
  if (d.frame === null || d.isRunning) return;
  const saved = rt.thread.exception;
  rt.thread.exception = null;
  if (saved !== null) hold(rt, "exception set aside", saved);
  if (d.kind === "coroutine" && !d.hasStarted) warnNeverAwaited(rt, self);
  const result = close(rt, self);
  if (result === null) writeUnraisable(rt, self, "closing generator");
  else decref(rt, result);
  if (saved !== null) letGo(rt, "exception set aside", saved);
  rt.thread.exception = saved;
}

/** Through the warnings module when the program has imported it, else straight to stderr. */
function warnNeverAwaited(rt: Runtime, self: PyObject): void {
  const message = `coroutine '${text(data(self).qualname)}' was never awaited`;
  const warnings = dictGetText(rt.modules, "warnings");
  if (warnings !== null && warnings !== rt.none) {
    const shown = rt.newStr(message);
    hold(rt, "value in use", shown);
    const result = callMethod(rt, warnings, "warn", [shown, rt.types.RuntimeWarning]);
    dropHeld(rt, "value in use", shown);
    if (result === null) writeUnraisable(rt, self, "closing generator");
    else decref(rt, result);
    return;
  }
  const at = rt.thread.frame;
  const where =
    at === null ? "sys:1" : `${at.unit.filename}:${at.unit.positions[Math.max(at.pc, 0)]?.lineno ?? 0}`;
  rt.writeStderr(`${where}: RuntimeWarning: ${message}\n`);
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  if (self.attrs !== null) clearWeakrefs(rt, self);
  rt.heap.track(self);
  if (callFinalizerFromDealloc(rt, self)) return;
  rt.heap.untrack(self);
  dropFrame(rt, self);
  clearHandled(rt, self as PyGenerator);
  const d = data(self);
  xdecref(rt, d.result);
  d.result = null;
  decref(rt, d.name);
  decref(rt, d.qualname);
  rt.heap.free(self);
}

function traverse(self: PyObject, visit: Visit): void {
  const d = data(self);
  const frame = d.frame ?? d.closedFrame;
  if (frame === null || !frame.ownsNamespaces) visitNames(d, visit);
  if (frame !== null) {
    if (frame.ownsNamespaces && frame.object !== null) {
      // A body that has returned has given its frame up already.
      if (!frame.isComplete) visit(frame.object, "gi_frame", null);
    } else {
      if (frame.object !== null) visit(frame.object, "gi_frame", null);
      visitActivation(frame, visit, false);
    }
    if (frame.ownsNamespaces) {
      visit(d.code, "gi_code", null);
      visitNames(d, visit);
    }
  }
  const { value, type, traceback } = d.handled;
  if (value !== null) visit(value, "exception handled", null);
  if (type !== null) visit(type, "type of exception handled", null);
  if (traceback !== null) visit(traceback, "traceback of exception handled", null);
}

/** Before the frame from 3.11, after it up to 3.10. */
function visitNames(d: GeneratorData, visit: Visit): void {
  visit(d.name, "__name__", null);
  visit(d.qualname, "__qualname__", null);
}

function holds(self: PyObject, visit: Visit): void {
  const d = data(self);
  if (d.result !== null) visit(d.result, "result", null);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const d = data(self);
  const kind =
    d.kind === "generator" ? "generator" : d.kind === "coroutine" ? "coroutine" : "async_generator";
  return rt.newStr(`<${kind} object ${text(d.qualname)} at 0x${rt.heap.addressOf(self).toString(16)}>`);
}

/** With its frame from 3.11. [gen_sizeof] */
function sizeof(rt: Runtime, self: PyObject): number {
  const { unit } = data(self).code.payload;
  if (!rt.profile.framesAreLazy) return rt.profile.generatorBytes;
  return rt.profile.generatorBytes + 8 * (unit.localsplus.length + unit.stacksize);
}

function setText(name: "name" | "qualname") {
  return getset(
    `__${name}__`,
    (_rt, self) => newRef(data(self)[name]),
    (rt, self, value) => {
      if (value === null || !isStr(value)) {
        raise(rt, "TypeError", `__${name}__ must be set to a string object`);
        return false;
      }
      const old = data(self)[name];
      data(self)[name] = newRef(value);
      decref(rt, old);
      return true;
    },
  );
}

const generatorMethods = [
  oneArg("send", send),
  method("throw", (rt, self, args) => throwMethod(rt, self, args), { min: 1, max: 3 }),
  noArgs("close", close),
] as const;

function spec(name: GeneratorKind, prefix: "gi" | "cr" | "ag", delegated: string): TypeSpec {
  return {
    name,
    flags: TypeFlag.HaveGc | TypeFlag.HasWeakrefs | TypeFlag.DisallowInstantiation,
    basicsize: (profile) => profile.generatorBytes,
    itemsize: 8,
    slots: {
      dealloc,
      finalize,
      traverse,
      holds,
      sizeof,
      repr,
      ...(name === "generator" ? { iter: (_rt, self) => newRef(self), iternext } : {}),
      ...(name === "coroutine" ? { await: (_rt, self) => newRef(self) } : {}),
      ...(name === "async_generator" ? { aiter: (_rt, self) => newRef(self), anext: asyncNext } : {}),
    },
    methods: name === "async_generator" ? asyncMethods : generatorMethods,
    getset: [
      setText("name"),
      setText("qualname"),
      getset(`${prefix}_frame`, (rt, self) => {
        const frame = data(self).frame;
        return newRef(frame === null ? rt.none : borrowedFrameObject(rt, frame));
      }),
      getset(`${prefix}_running`, (rt, self) => newRef(data(self).isRunning ? rt.true : rt.false)),
      getset(`${prefix}_suspended`, (rt, self) => {
        const d = data(self);
        return newRef(d.frame !== null && d.hasStarted && !d.isRunning ? rt.true : rt.false);
      }),
      member(`${prefix}_code`, (_rt, self) => newRef(data(self).code)),
      getset(`${prefix}_${delegated}`, (rt, self) => newRef(delegate(self) ?? rt.none)),
    ],
  };
}

export const generatorSpecs: readonly TypeSpec[] = [
  spec("generator", "gi", "yieldfrom"),
  spec("coroutine", "cr", "await"),
  spec("async_generator", "ag", "await"),
  ...asyncStepSpecs,
];

/**
 * Activating Python functions.   [mirrors _PyEvalFramePushAndInit, _PyEval_Vector, _PyFunction_Vectorcall]
 */
import { newRef } from "../memory/refcount.ts";
import { raise } from "../objects/errors.ts";
import { borrowedFrameObject, type FrameData, type PyFrame, setBack } from "../objects/frame-object.ts";
import type { PyFunction } from "../objects/function-object.ts";
import type { CodeData, Frame, PyObject, Runtime } from "../objects/object.ts";
import { type ArgumentSource, bindArguments } from "./bind.ts";
import { type ExecutionFrame, newFrame } from "./frame.ts";
import { leaveFrame } from "./leave.ts";

/** A frame ready to run with its parameters bound; null with an exception set. */
export function activate(rt: Runtime, func: PyFunction, source: ArgumentSource): ExecutionFrame | null {
  const { code, globals, builtins, closure } = func.payload;
  const frame = prepareFrame(rt, code, globals, builtins, null);
  if (rt.profile.framesAreLazy) frame.function = newRef(func);
  frame.closure = closure;
  const unit = code.payload.unit;
  const isPlain =
    source.names === null &&
    source.count === unit.argcount &&
    (unit.flags & 12) === 0 &&
    unit.kwonlyArgcount === 0;
  if (isPlain) {
    bindPlain(frame, source);
    return frame;
  }
  if (bindArguments(rt, func, frame, source)) return frame;
  abandon(rt, frame);
  return null;
}

/** As many arguments as parameters, from native code: copied. */
function activatePlain(rt: Runtime, func: PyFunction, args: readonly PyObject[]): ExecutionFrame {
  const { code, globals, builtins, closure } = func.payload;
  const frame = prepareFrame(rt, code, globals, builtins, null);
  if (rt.profile.framesAreLazy) frame.function = newRef(func);
  frame.closure = closure;
  for (let i = 0; i < args.length; i += 1) frame.slots[i] = newRef(args[i] as PyObject);
  return frame;
}

/** As many positional arguments as parameters, nothing else: the common case. */
function bindPlain(frame: ExecutionFrame, source: ArgumentSource): void {
  const { values, borrowed, start, count, steals } = source;
  const slots = frame.slots;
  for (let i = 0; i < count; i += 1) {
    const value = values[start + i] as PyObject;
    slots[i] = value;
    if (!steals) {
      newRef(value);
      continue;
    }
    values[start + i] = null;
    if (borrowed !== null && borrowed[start + i] !== 0) {
      borrowed[start + i] = 0;
      frame.borrowed[i] = 1;
    }
  }
}

/** Binding failed: the frame never ran. */
function abandon(rt: Runtime, frame: Frame): void {
  const exception = rt.thread.exception;
  rt.thread.exception = null;
  leaveFrame(rt, frame);
  rt.thread.exception = exception;
}

/** A new activation; up to 3.10 with its frame object, if possible the one the code kept from its last call. */
export function prepareFrame(
  rt: Runtime,
  code: PyObject<CodeData>,
  globals: PyObject,
  builtins: PyObject,
  locals: PyObject | null,
): ExecutionFrame {
  const frame = newFrame(rt, code, globals, builtins, locals);
  if (rt.profile.framesAreLazy) return frame;
  const zombie = code.payload.zombie as PyFrame | null;
  if (zombie === null) {
    borrowedFrameObject(rt, frame);
  } else {
    code.payload.zombie = null;
    zombie.refcnt = 1;
    const data: FrameData = zombie.payload;
    data.activation = frame;
    frame.object = zombie;
    if (rt.recorder !== null) rt.recorder.alloc(zombie, 0);
  }
  const caller = rt.thread.frame;
  if (caller !== null) setBack(rt, borrowedFrameObject(rt, frame), newRef(borrowedFrameObject(rt, caller)));
  return frame;
}

/** Puts the frame on top of the thread's; false with RecursionError set. */
export function pushFrame(rt: Runtime, frame: Frame): boolean {
  const thread = rt.thread;
  if (thread.recursionDepth >= thread.recursionLimit) {
    const limit = thread.recursionLimit;
    thread.recursionLimit = limit + 50;
    raise(rt, "RecursionError", "maximum recursion depth exceeded");
    thread.recursionLimit = limit;
    return false;
  }
  thread.recursionDepth += 1;
  frame.back = thread.frame;
  thread.frame = frame;
  if (rt.recorder !== null) rt.recorder.framePush(frame);
  return true;
}

/** The frame is no longer the thread's; what it owns is still there. */
export function popFrame(rt: Runtime, frame: Frame): void {
  const thread = rt.thread;
  thread.recursionDepth -= 1;
  thread.frame = frame.back;
  if (rt.recorder !== null) rt.recorder.framePop(frame);
}

/** The `call` slot of functions: from native code, so the arguments are copied in every version. */
export function callFunction(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const func = self as PyFunction;
  if (names === null && args.length === func.payload.code.payload.plainArgcount)
    return runFrame(rt, activatePlain(rt, func, args));
  const frame = activate(rt, func, {
    values: args as PyObject[],
    borrowed: null,
    start: 0,
    count: args.length,
    names,
    steals: false,
  });
  return frame === null ? null : runFrame(rt, frame);
}

/** Runs a fresh frame to its end; releases it when it cannot even start. */
export function runFrame(rt: Runtime, frame: Frame): PyObject | null {
  if (!pushFrame(rt, frame)) {
    abandon(rt, frame);
    return null;
  }
  frame.isEntry = true;
  return rt.evalFrame(frame);
}

/** Resuming a generator.   [mirrors gen_send_ex2, Objects/genobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { pushFrame } from "../vm/call.ts";
import { exceptionMatches, raise, raiseObject, setCause, setContext, takeException } from "./errors.ts";
import { isException } from "./exception-object.ts";
import { borrowedFrameObject, type PyFrame, setBack } from "./frame-object.ts";
import type { PyGenerator } from "./generator-object.ts";
import type { Frame, HandledException, PyObject, Runtime } from "./object.ts";

/**
 * Runs to the next yield and returns what it yields. `value` (borrowed) is what the yield gives; null resumes with the
 * exception that is set. null with no exception: the body returned, `payload.result` holds what.
 */
export function resume(rt: Runtime, generator: PyGenerator, value: PyObject | null): PyObject | null {
  const data = generator.payload;
  const frame = data.frame;
  if (data.isRunning) return raise(rt, "ValueError", `${describe(data.kind)} already executing`);
  if (frame === null) {
    if (value !== null && data.kind === "coroutine")
      return raise(rt, "RuntimeError", "cannot reuse already awaited coroutine");
    // Exhausted: resuming with an exception passes it on.
    if (value !== null) data.result = newRef(rt.none);
    return null;
  }
  if (!data.hasStarted && value !== null && value !== rt.none) {
    const article = data.kind === "async_generator" ? "an async generator" : `a just-started ${data.kind}`;
    return raise(rt, "TypeError", `can't send non-None value to ${article}`);
  }
  data.hasStarted = true;
  // The yield gets a value even when an exception follows: the handlers of a delegation count on it.
  frame.slots[frame.sp] = newRef(value ?? rt.none);
  frame.sp += 1;
  if (!pushFrame(rt, frame)) return null;
  if (!rt.profile.framesAreLazy && frame.back !== null)
    setBack(rt, borrowedFrameObject(rt, frame), newRef(borrowedFrameObject(rt, frame.back)));
  frame.isEntry = true;
  data.isRunning = true;
  enterHandled(rt, generator);
  if (value === null && rt.profile.throwChainsContext) chainHandled(rt);
  // The generator may lose its last reference while it runs.
  newRef(generator);
  hold(rt, "generator being resumed", generator);
  const yielded = rt.evalFrame(frame);
  leaveHandled(rt, generator);
  data.isRunning = false;
  const outcome = finish(rt, generator, yielded);
  dropHeld(rt, "generator being resumed", generator);
  return outcome;
}

/** What the body was handling becomes the context of what is thrown into it. [_PyErr_ChainStackItem] */
function chainHandled(rt: Runtime): void {
  // What the resumer handles is not the body's.
  const handled = rt.thread.handled;
  if (handled === null || handled === rt.none) return;
  const thrown = takeException(rt);
  if (thrown !== null) raiseObject(rt, thrown);
}

function finish(rt: Runtime, generator: PyGenerator, yielded: PyObject | null): PyObject | null {
  const data = generator.payload;
  const frame = data.frame;
  if (frame !== null && !frame.isComplete) {
    // Suspended again: its frame no longer leads to whoever resumed it.
    if (!rt.profile.framesAreLazy && frame.object !== null) setBack(rt, frame.object as PyFrame, null);
    return yielded;
  }
  data.frame = null;
  if (rt.recorder !== null) reportDone(rt, generator, frame);
  if (!rt.profile.framesAreLazy) decref(rt, data.code);
  if (yielded !== null) {
    data.result = yielded;
    return null;
  }
  if (exceptionMatches(rt, "StopIteration")) replaceStop(rt, `${describe(data.kind)} raised StopIteration`);
  else if (data.kind === "async_generator" && exceptionMatches(rt, "StopAsyncIteration"))
    replaceStop(rt, "async generator raised StopAsyncIteration");
  return null;
}

/** PEP 479: a StopIteration that escapes the body becomes a RuntimeError. */
function replaceStop(rt: Runtime, message: string): void {
  const stop = takeException(rt);
  raise(rt, "RuntimeError", message);
  const error = rt.thread.exception;
  if (stop === null) return;
  if (error !== null && isException(error)) {
    setContext(rt, error, newRef(stop));
    setCause(rt, error, newRef(stop));
  }
  decref(rt, stop);
}

/** The body is over: what a generator has of it goes. */
export function reportDone(rt: Runtime, generator: PyObject, frame: Frame | null): void {
  const { code } = (generator as PyGenerator).payload;
  if (frame !== null) rt.recorder?.slotWrite(generator, "gi_frame", null, frame.object, null);
  if (!rt.profile.framesAreLazy) rt.recorder?.slotWrite(generator, "gi_code", null, code, null);
}

function describe(kind: PyGenerator["payload"]["kind"]): string {
  return kind === "async_generator" ? "async generator" : kind;
}

/** What the resumer handles goes aside; what the generator handles becomes current. */
function enterHandled(rt: Runtime, generator: PyGenerator): void {
  const thread = rt.thread;
  thread.outerHandled.push({
    value: thread.handled,
    type: thread.handledType,
    traceback: thread.handledTraceback,
  });
  const own = generator.payload.handled;
  thread.handled = own.value;
  thread.handledType = own.type;
  thread.handledTraceback = own.traceback;
  reportHandled(rt, generator, own, nothing);
  generator.payload.handled = { value: null, type: null, traceback: null };
}

const nothing: HandledException = { value: null, type: null, traceback: null };

/** A generator holds what it handles while it is suspended. */
function reportHandled(
  rt: Runtime,
  generator: PyGenerator,
  old: HandledException,
  next: HandledException,
): void {
  if (rt.recorder === null || (old.value === null && next.value === null)) return;
  rt.recorder.slotWrite(generator, "exception handled", null, old.value, next.value);
  rt.recorder.slotWrite(generator, "type of exception handled", null, old.type, next.type);
  rt.recorder.slotWrite(generator, "traceback of exception handled", null, old.traceback, next.traceback);
}

function leaveHandled(rt: Runtime, generator: PyGenerator): void {
  const thread = rt.thread;
  generator.payload.handled = {
    value: thread.handled,
    type: thread.handledType,
    traceback: thread.handledTraceback,
  };
  reportHandled(rt, generator, nothing, generator.payload.handled);
  const outer = thread.outerHandled.pop();
  thread.handled = outer?.value ?? null;
  thread.handledType = outer?.type ?? null;
  thread.handledTraceback = outer?.traceback ?? null;
}

/** The generator is over or dies: what it was handling goes. */
export function clearHandled(rt: Runtime, generator: PyGenerator): void {
  const { value, type, traceback } = generator.payload.handled;
  reportHandled(rt, generator, generator.payload.handled, nothing);
  generator.payload.handled = { value: null, type: null, traceback: null };
  xdecref(rt, type);
  xdecref(rt, value);
  xdecref(rt, traceback);
}

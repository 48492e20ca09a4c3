/**
 * Setting, testing and taking the current exception.   [mirrors Python/errors.c]
 *
 * LAYERS, so that no import is circular: object.ts ← refcount ← errors.ts ← abstract.ts ← (native, dict, str, every type's
 * own file) ← typeobject ← bootstrap ← vm/runtime.ts. A lower layer makes strings, tuples and ints through `rt.newStr`,
 * `rt.newTuple`, `rt.newInt`, and reaches everything else through slots.
 */
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import { isException, newException, type PyException } from "./exception-object.ts";
import { type PyObject, type PyType, type Runtime, topmostHandled } from "./object.ts";
import { refuseUnmodelledAttribute } from "./refuse-unmodelled.ts";
import { isStr, text } from "./str-object.ts";

/** Raises a built-in exception with a message. [PyErr_SetString, PyErr_Format] */
export function raise(rt: Runtime, name: BuiltinTypeName, message: string): null {
  return raiseWith(rt, name, [rt.newStr(message)]);
}

/** Raises a built-in exception whose `args` are these; steals them. */
export function raiseWith(rt: Runtime, name: BuiltinTypeName, args: PyObject[]): null {
  const exception = newException(rt, rt.types[name], rt.newTuple(args));
  return raiseObject(rt, exception);
}

/** KeyError and the like: one object as the argument, borrowed. [_PyErr_SetKeyError] */
export function raiseKey(rt: Runtime, key: PyObject): null {
  return raiseWith(rt, "KeyError", [newRef(key)]);
}

/** StopIteration with a value, borrowed; null ends without one. [_PyGen_SetStopIterationValue] */
export function raiseStopIteration(rt: Runtime, value: PyObject | null): null {
  const args = value === null ? [] : [newRef(value)];
  const exception = newException(rt, rt.types.StopIteration, rt.newTuple(args));
  exception.payload.fields = new Map([["value", newRef(value ?? rt.none)]]);
  return raiseObject(rt, exception);
}

/** An attribute that is missing; from 3.10 the exception knows the name and the object. */
export function raiseAttribute(rt: Runtime, o: PyObject, name: PyObject, message: string): null {
  if (isStr(name)) refuseUnmodelledAttribute(rt, o, text(name));
  const exception = newException(rt, rt.types.AttributeError, rt.newTuple([rt.newStr(message)]));
  if (rt.profile.errorsKnowNames)
    exception.payload.fields = new Map([
      ["name", newRef(name)],
      ["obj", newRef(o)],
    ]);
  return raiseObject(rt, exception);
}

/** Sets `exc` as the current exception and chains what is being handled as its context; steals. [_PyErr_SetObject] */
export function raiseObject(rt: Runtime, exc: PyObject): null {
  const thread = rt.thread;
  const handled = topmostHandled(thread);
  if (handled !== null && handled !== rt.none && handled !== exc && isException(exc))
    chainContext(rt, exc, handled);
  return restoreException(rt, exc);
}

/** Makes `exc` (stolen) the current exception as it is, dropping the one set before. [PyErr_SetRaisedException] */
export function restoreException(rt: Runtime, exc: PyObject | null): null {
  const old = rt.thread.exception;
  rt.thread.exception = exc;
  if (old !== null) decref(rt, old);
  if (exc !== null && rt.recorder !== null) rt.recorder.raise(exc);
  return null;
}

/** The current exception, now the caller's; null when none is set. [PyErr_GetRaisedException] */
export function takeException(rt: Runtime): PyObject | null {
  const exception = rt.thread.exception;
  rt.thread.exception = null;
  return exception;
}

export function clearException(rt: Runtime): void {
  const exception = rt.thread.exception;
  rt.thread.exception = null;
  xdecref(rt, exception);
}

/** Whether the current exception is an instance of the named built-in class. [PyErr_ExceptionMatches] */
export function exceptionMatches(rt: Runtime, name: BuiltinTypeName): boolean {
  const exception = rt.thread.exception;
  return exception !== null && isTypeOrSubtype(exception.type, rt.types[name]);
}

/** Clears the current exception if it is a `name`. True: there is none now. */
export function clearIfMatches(rt: Runtime, name: BuiltinTypeName): boolean {
  if (!exceptionMatches(rt, name)) return false;
  clearException(rt);
  return true;
}

/** [PyType_IsSubtype] */
export function isTypeOrSubtype(type: PyType, base: PyType): boolean {
  return type === base || type.payload.mroTypes.includes(base);
}

/** `exc.__context__ = context`, with the chain behind `context` cut where it would lead back to `exc`. */
function chainContext(rt: Runtime, exc: PyException, context: PyObject): void {
  let o: PyObject = context;
  const seen = new Set<PyObject>();
  while (isException(o) && o.payload.context !== null && !seen.has(o)) {
    seen.add(o);
    const next: PyObject = o.payload.context;
    if (next === exc) {
      setContext(rt, o, null);
      break;
    }
    o = next;
  }
  // A handler that fails again and again makes the chain longer each time.
  rt.charge(seen.size >> 2, 0);
  setContext(rt, exc, newRef(context));
}

/** Stores `context` (stolen). */
export function setContext(rt: Runtime, exc: PyException, context: PyObject | null): void {
  const old = exc.payload.context;
  exc.payload.context = context;
  if (rt.recorder !== null) rt.recorder.slotWrite(exc, "__context__", null, old, context);
  xdecref(rt, old);
}

/** Stores `cause` (stolen) and hides the context, as `raise … from` does. [PyException_SetCause] */
export function setCause(rt: Runtime, exc: PyException, cause: PyObject | null): void {
  const old = exc.payload.cause;
  exc.payload.cause = cause;
  exc.payload.suppressContext = true;
  if (rt.recorder !== null) rt.recorder.slotWrite(exc, "__cause__", null, old, cause);
  xdecref(rt, old);
}

/** Stores `traceback` (stolen). */
export function setTraceback(rt: Runtime, exc: PyException, traceback: PyObject | null): void {
  const old = exc.payload.traceback;
  exc.payload.traceback = traceback;
  if (rt.recorder !== null) rt.recorder.slotWrite(exc, "__traceback__", null, old, traceback);
  xdecref(rt, old);
}

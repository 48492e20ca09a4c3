/**
 * Exceptions nobody can catch: those of finalizers and weakref callbacks.   [mirrors PyErr_WriteUnraisable]
 *
 * They are reported to stderr and forgotten; the program goes on.
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, repr } from "../objects/abstract.ts";
import { dictGetText } from "../objects/dict.ts";
import { clearException, takeException } from "../objects/errors.ts";
import { isException } from "../objects/exception-object.ts";
import { borrowedFrameObject } from "../objects/frame-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { text } from "../objects/str-object.ts";
import { newStructSequence } from "../objects/struct-sequence.ts";
import { tracebackHere } from "../objects/traceback-object.ts";

/** Reports the current exception and clears it; `context` is what was running, e.g. the `__del__` function. */
export function writeUnraisable(rt: Runtime, context: PyObject | null, action = ""): void {
  locate(rt);
  const exception = takeException(rt);
  if (exception === null) return;
  hold(rt, "unraisable exception", exception);
  report(rt, exception, context, action);
  dropHeld(rt, "unraisable exception", exception);
}

/** An exception that native code raised gets the traceback of the frame that runs. */
function locate(rt: Runtime): void {
  const { exception, frame } = rt.thread;
  if (frame === null || exception === null || !isException(exception)) return;
  if (exception.payload.traceback === null) tracebackHere(rt, frame, borrowedFrameObject(rt, frame));
}

function report(rt: Runtime, exception: PyObject, context: PyObject | null, action: string): void {
  const names = action !== "" && rt.profile.unraisableNamesAction;
  if (callHook(rt, exception, context, names ? action : "")) return;
  const where = context === null ? "" : describe(rt, context);
  const intro = names ? `Exception ignored while ${action} ${where}:` : `Exception ignored in: ${where}`;
  rt.writeStderr(`${intro}\n${rt.formatException(exception)}`);
}

/** A `sys.unraisablehook` of the program's own gets the exception instead of stderr. */
function callHook(rt: Runtime, exception: PyObject, context: PyObject | null, action: string): boolean {
  const sys = dictGetText(rt.modules, "sys");
  const dict = sys?.attrs?.dict ?? null;
  const hook = dict === null ? null : dictGetText(dict, "unraisablehook");
  if (hook === null || hook === rt.none || hook.type === rt.types.builtin_function_or_method) return false;
  const traceback = isException(exception) ? exception.payload.traceback : null;
  const message =
    action === "" || context === null
      ? newRef(rt.none)
      : rt.newStr(`Exception ignored while ${action} ${describe(rt, context)}`);
  const args = newStructSequence(rt, "UnraisableHookArgs", [
    ["exc_type", newRef(exception.type)],
    ["exc_value", newRef(exception)],
    ["exc_traceback", newRef(traceback ?? rt.none)],
    ["err_msg", message],
    ["object", newRef(action === "" && context !== null ? context : rt.none)],
  ]);
  newRef(hook);
  hold(rt, "function being called", hook);
  hold(rt, "call arguments", args);
  const result = call(rt, hook, [args]);
  dropHeld(rt, "function being called", hook);
  dropHeld(rt, "call arguments", args);
  if (result === null) clearException(rt);
  else decref(rt, result);
  return true;
}

function describe(rt: Runtime, o: PyObject): string {
  const shown = repr(rt, o);
  if (shown === null) {
    clearException(rt);
    return "<object repr() failed>";
  }
  const result = text(shown);
  decref(rt, shown);
  return result;
}

/**
 * Exceptions nobody can catch: those of finalizers and weakref callbacks.   [mirrors PyErr_WriteUnraisable]
 *
 * They are reported to stderr and forgotten; the program goes on.
 */
import { decref } from "../memory/refcount.ts";
import { repr } from "../objects/abstract.ts";
import { clearException, takeException } from "../objects/errors.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { text } from "../objects/str-object.ts";

/** Reports the current exception and clears it; `context` is what was running, e.g. the `__del__` function. */
export function writeUnraisable(rt: Runtime, context: PyObject | null, action = ""): void {
  const exception = takeException(rt);
  if (exception === null) return;
  const where = context === null ? "" : describe(rt, context);
  const intro =
    action !== "" && rt.profile.unraisableNamesAction
      ? `Exception ignored while ${action} ${where}:`
      : `Exception ignored in: ${where}`;
  rt.writeStderr(`${intro}\n${rt.formatException(exception)}`);
  decref(rt, exception);
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

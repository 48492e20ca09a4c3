/** The echo of the interactive prompt.   [mirrors sys_displayhook in Python/sysmodule.c] */
import { decref } from "../memory/refcount.ts";
import { repr } from "../objects/abstract.ts";
import { dictSetText } from "../objects/dict.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { text } from "../objects/str-object.ts";

/** Prints the repr of anything but None and keeps it as `_`; false: an exception is set. */
export function displayHook(rt: Runtime, value: PyObject): boolean {
  if (value === rt.none) return true;
  // Reset first, so that the old value does not outlive its repr.
  if (!dictSetText(rt, rt.builtins, "_", rt.none)) return false;
  const shown = repr(rt, value);
  if (shown === null) return false;
  rt.writeStdout(`${text(shown)}\n`);
  decref(rt, shown);
  return dictSetText(rt, rt.builtins, "_", value);
}

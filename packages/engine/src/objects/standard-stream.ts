/** Where `print` and the prompt's echo write: `sys.stdout`, as far as a program has replaced it. */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref } from "../memory/refcount.ts";
import { callMethod } from "./abstract.ts";
import { dictGetText } from "./dict.ts";
import type { PyObject, Runtime } from "./object.ts";

/** What `sys.stdout` was set to, borrowed; null while it is the interpreter's own, undefined when it was deleted. */
export function redirectedStdout(rt: Runtime): PyObject | null | undefined {
  const sys = dictGetText(rt.modules, "sys");
  if (sys === null) return null;
  const dict = sys.attrs?.dict ?? null;
  if (dict === null) return null;
  const current = dictGetText(dict, "stdout");
  const original = dictGetText(dict, "__stdout__");
  return current === original ? null : (current ?? undefined);
}

/** Writes a new str; false: an exception is set. */
export function writeText(rt: Runtime, file: PyObject, value: string): boolean {
  return writeTo(rt, file, rt.newStr(value));
}

/** `file.write(value)`; steals the value. */
export function writeTo(rt: Runtime, file: PyObject, value: PyObject): boolean {
  hold(rt, "value in use", value);
  const result = callMethod(rt, file, "write", [value]);
  dropHeld(rt, "value in use", value);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

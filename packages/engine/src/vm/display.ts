/** The echo of the interactive prompt.   [mirrors sys_displayhook in Python/sysmodule.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref } from "../memory/refcount.ts";
import { call, getOptionalAttr, repr } from "../objects/abstract.ts";
import { dictGetText, dictSetText } from "../objects/dict.ts";
import { raise } from "../objects/errors.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { redirectedStdout, writeText, writeTo } from "../objects/standard-stream.ts";
import { text } from "../objects/str-object.ts";

/** Prints the repr of anything but None and keeps it as `_`; false: an exception is set. */
export function displayHook(rt: Runtime, value: PyObject): boolean {
  if (value === rt.none) return true;
  // Reset first, so that the old value does not outlive its repr.
  if (!dictSetText(rt, rt.builtins, "_", rt.none)) return false;
  const shown = repr(rt, value);
  if (shown === null) return false;
  if (!writeLine(rt, shown)) return false;
  return dictSetText(rt, rt.builtins, "_", value);
}

/** Steals the text. */
function writeLine(rt: Runtime, shown: PyObject): boolean {
  const file = redirectedStdout(rt);
  if (file === undefined) {
    decref(rt, shown);
    raise(rt, "RuntimeError", "lost sys.stdout");
    return false;
  }
  if (file !== null) return writeTo(rt, file, shown) && writeText(rt, file, "\n");
  rt.writeStdout(`${text(shown)}\n`);
  decref(rt, shown);
  return true;
}

/** PRINT_EXPR: hands the value to whatever `sys.displayhook` is. */
export function printExpression(rt: Runtime, value: PyObject): boolean {
  const sys = dictGetText(rt.modules, "sys");
  // Nobody has asked for the module yet, so nobody has replaced its hook.
  if (sys === null) return displayHook(rt, value);
  const hook = getOptionalAttr(rt, sys, "displayhook");
  if (hook === null) {
    if (rt.thread.exception === null) raise(rt, "RuntimeError", "lost sys.displayhook");
    return false;
  }
  hold(rt, "function being called", hook);
  const result = call(rt, hook, [value]);
  dropHeld(rt, "function being called", hook);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

/** Warnings of the interpreter's own.   [mirrors PyErr_WarnEx, Python/_warnings.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref } from "../memory/refcount.ts";
import { callMethod } from "./abstract.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import { dictGetText } from "./dict.ts";
import type { Runtime } from "./object.ts";

/**
 * Warns at the running line; false: a filter made an exception of it. Programs begin with every warning ignored, so nobody can
 * hear one before the program has imported `warnings` and changed its filters.
 */
export function warn(rt: Runtime, category: BuiltinTypeName, message: string): boolean {
  const warnings = dictGetText(rt.modules, "warnings");
  if (warnings === null || warnings === rt.none) return true;
  const shown = rt.newStr(message);
  hold(rt, "value in use", shown);
  const result = callMethod(rt, warnings, "warn", [shown, rt.types[category]]);
  dropHeld(rt, "value in use", shown);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

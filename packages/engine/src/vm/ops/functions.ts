/** Making functions and classes.   [mirrors MAKE_FUNCTION, SET_FUNCTION_ATTRIBUTE] */

import { decref, newRef } from "../../memory/refcount.ts";
import { dictGetText } from "../../objects/dict.ts";
import { raise } from "../../objects/errors.ts";
import type { FunctionData } from "../../objects/function-object.ts";
import { newFunction } from "../../objects/function-object.ts";
import type { CodeData, Frame, PyObject, Runtime } from "../../objects/object.ts";
import { popOwned, push } from "../frame.ts";

/** From the top down: the code, then what the flags name, the closure first. */
const parts = [
  { flag: 8, field: "closure" },
  { flag: 16, field: "annotate" },
  { flag: 4, field: "annotations" },
  { flag: 2, field: "kwdefaults" },
  { flag: 1, field: "defaults" },
] as const satisfies readonly { flag: number; field: keyof FunctionData }[];

export function makeFunction(rt: Runtime, frame: Frame, flags: number): void {
  const code = popOwned(frame) as PyObject<CodeData>;
  const func = newFunction(rt, code, frame.globals, frame.builtins);
  decref(rt, code);
  for (const { flag, field } of parts) {
    if ((flags & flag) === 0) continue;
    const value = popOwned(frame);
    func.payload[field] = value;
    if (rt.recorder !== null) rt.recorder.slotWrite(func, `__${field}__`, null, null, value);
  }
  push(frame, func);
}

export function loadBuildClass(rt: Runtime, frame: Frame): boolean {
  const found = dictGetText(frame.builtins, "__build_class__");
  if (found === null) {
    raise(rt, "NameError", "__build_class__ not found");
    return false;
  }
  push(frame, newRef(found));
  return true;
}

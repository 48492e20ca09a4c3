/** The machine that runs code, as the runtime uses it. */
import { newRef } from "../memory/refcount.ts";
import { borrowedFrameObject } from "../objects/frame-object.ts";
import type { Frame, PyObject, Runtime } from "../objects/object.ts";
import { evalFrame } from "./eval.ts";
import { importModule } from "./import.ts";
import { currentLocals } from "./locals.ts";
import type { Machine } from "./runtime.ts";
import { formatException } from "./traceback-text.ts";

export const machine: Machine = {
  evalFrame,
  importModule,
  currentLocals: (rt) => (rt.thread.frame === null ? null : currentLocals(rt, rt.thread.frame)),
  formatException,
  frameObjectAt,
};

function frameObjectAt(rt: Runtime, depth: number): PyObject | null {
  let frame: Frame | null = rt.thread.frame;
  for (let i = 0; i < depth && frame !== null; i += 1) frame = frame.back;
  return frame === null ? null : newRef(borrowedFrameObject(rt, frame));
}

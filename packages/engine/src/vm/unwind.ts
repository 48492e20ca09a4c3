/** Looking for who handles an exception.   [mirrors exception_unwind, get_exception_handler] */
import { borrowedFrameObject } from "../objects/frame-object.ts";
import type { Frame, Runtime } from "../objects/object.ts";
import { tracebackHere } from "../objects/traceback-object.ts";
import { dropTop } from "./frame.ts";

/** Adds this frame to the traceback of the current exception. */
export function noteFrame(rt: Runtime, frame: Frame): void {
  rt.charge(4, 0);
  tracebackHere(rt, frame, borrowedFrameObject(rt, frame));
}

/** Moves to the frame's handler with the exception pushed: the index to go on at, −1 when nothing here handles it. */
export function enterHandler(rt: Runtime, frame: Frame): number {
  const at = frame.pc;
  for (const entry of frame.unit.exceptionTable) {
    if (at < entry.start || at >= entry.end) continue;
    dropTop(rt, frame, frame.sp - frame.unit.localsplus.length - entry.depth);
    frame.slots[frame.sp] = rt.thread.exception;
    frame.sp += 1;
    rt.thread.exception = null;
    return entry.target;
  }
  dropTop(rt, frame, frame.sp - frame.unit.localsplus.length);
  return -1;
}

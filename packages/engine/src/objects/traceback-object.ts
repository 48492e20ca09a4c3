/** What a traceback carries.   [PyTracebackObject] */
import { newRef, xdecref } from "../memory/refcount.ts";
import { isException } from "./exception-object.ts";
import type { Frame, PyObject, Runtime } from "./object.ts";

export interface TracebackData {
  /** The traceback of the frame called from here, where the exception came from; owned. */
  next: PyObject | null;
  /** The frame object; owned. */
  readonly frame: PyObject;
  readonly activation: Frame;
  /** Index of the instruction. */
  readonly lasti: number;
  readonly lineno: number;
}

export type PyTraceback = PyObject<TracebackData>;

/** Puts a traceback for `frame` in front of the current exception's; `frameObject` is borrowed. [PyTraceBack_Here] */
export function tracebackHere(rt: Runtime, frame: Frame, frameObject: PyObject): void {
  const exception = rt.thread.exception;
  if (exception === null || !isException(exception)) return;
  const old = exception.payload.traceback;
  const traceback = rt.heap.create<TracebackData>(rt.types.traceback, {
    next: old === null ? null : newRef(old),
    frame: newRef(frameObject),
    activation: frame,
    lasti: frame.pc,
    lineno: frame.unit.positions[frame.pc]?.lineno ?? frame.unit.firstLineno,
  });
  rt.heap.track(traceback);
  exception.payload.traceback = traceback;
  if (rt.recorder !== null) {
    if (old !== null) rt.recorder.slotWrite(traceback, "tb_next", null, null, old);
    rt.recorder.slotWrite(traceback, "tb_frame", null, null, frameObject);
    rt.recorder.slotWrite(exception, "__traceback__", null, old, traceback);
  }
  xdecref(rt, old);
}

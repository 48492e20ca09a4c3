/**
 * Frame objects: an activation that Python code can hold.   [PyFrameObject; PyFrame_New (≤ 3.10), _PyFrame_MakeAndSetFrameObject]
 *
 * Up to 3.10 every activation has one from the start, and the caller's is held by the callee's (`f_back`). From 3.11 one
 * is made when somebody asks, and takes the activation over if it outlives the call.
 */
import { xdecref } from "../memory/refcount.ts";
import type { Frame, PyObject, Runtime } from "./object.ts";

export interface FrameData {
  activation: Frame;
  /** The frame object of the caller; owned. From 3.11 only once the call is over. */
  back: PyObject | null;
  /** `f_locals` of a function, kept between calls up to 3.12; owned. */
  locals: PyObject | null;
  trace: PyObject | null;
  /** Slots its memory has room for: a frame from the free list may have more than it needs. */
  room: number;
}

export type PyFrame = PyObject<FrameData>;

/** The frame object of a running activation; borrowed from it. Made now if there is none. */
export function borrowedFrameObject(rt: Runtime, frame: Frame): PyFrame {
  const known = frame.object;
  if (known !== null) return known as PyFrame;
  const slots = frame.unit.localsplus.length + frame.unit.stacksize;
  const data: FrameData = { activation: frame, back: null, locals: null, trace: null, room: slots };
  const made = rt.profile.framesAreLazy
    ? rt.heap.create<FrameData>(rt.types.frame, data, slots)
    : rt.heap.createFrame<FrameData>(rt.types.frame, data, slots);
  frame.object = made;
  if (rt.recorder !== null && frame.generator !== null)
    rt.recorder.slotWrite(frame.generator, "gi_frame", null, null, made);
  if (rt.profile.framesAreLazy) rt.heap.track(made);
  return made;
}

/** Replaces `f_back` with a stolen reference. */
export function setBack(rt: Runtime, o: PyFrame, back: PyObject | null): void {
  const old = o.payload.back;
  o.payload.back = back;
  if (rt.recorder !== null) rt.recorder.slotWrite(o, "f_back", null, old, back);
  xdecref(rt, old);
}

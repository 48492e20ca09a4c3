/**
 * The end of an activation: who keeps what it owned.   [mirrors _PyFrame_ClearExceptCode, take_ownership, frame_dealloc]
 */
import { decref } from "../memory/refcount.ts";
import { borrowedFrameObject, type PyFrame, setBack } from "../objects/frame-object.ts";
import type { Frame, Runtime } from "../objects/object.ts";
import { clearSlots, ownSlots, releaseFrame } from "./frame.ts";

/** The activation is off the thread's stack already; its frame object, if held by others, takes it over. */
export function leaveFrame(rt: Runtime, frame: Frame): void {
  frame.isComplete = true;
  const object = frame.object as PyFrame | null;
  if (object === null) {
    clearSlots(rt, frame);
    releaseFrame(rt, frame);
    return;
  }
  if (rt.recorder !== null && frame.generator !== null)
    rt.recorder.slotWrite(frame.generator, "gi_frame", null, object, null);
  if (object.refcnt > 1) {
    frame.owner = "object";
    // What its caller lent it may go away before it does.
    if (rt.profile.borrowsLocals) ownSlots(frame);
    if (rt.profile.framesAreLazy) {
      const back = frame.back;
      const leadsBack = frame.generator === null || rt.profile.endedGeneratorFrameLeadsBack;
      if (back !== null && leadsBack && object.payload.back === null) {
        const caller = borrowedFrameObject(rt, back);
        caller.refcnt += 1;
        setBack(rt, object, caller);
      }
    } else {
      if (frame.generator !== null) setBack(rt, object, null);
      rt.heap.track(object);
    }
    frame.back = null;
    if (rt.recorder !== null) rt.recorder.frameOutlives(frame);
    decref(rt, object);
    return;
  }
  if (rt.profile.framesAreLazy) {
    frame.object = null;
    frame.owner = "thread";
    decref(rt, object);
    clearSlots(rt, frame);
    releaseFrame(rt, frame);
    return;
  }
  // Up to 3.10 the frame object owns everything: its own end clears the slots.
  frame.owner = "object";
  frame.back = null;
  if (rt.recorder !== null) rt.recorder.frameOutlives(frame);
  decref(rt, object);
}

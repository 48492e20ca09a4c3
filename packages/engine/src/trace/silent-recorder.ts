/** A recorder that writes nothing down: what listens between instructions when nobody traces the run. */
import type { Recording } from "../objects/object.ts";

const nothing = (): void => {};

export class SilentRecorder implements Recording {
  slotWrite: Recording["slotWrite"] = nothing;
  alloc: Recording["alloc"] = nothing;
  appear: Recording["appear"] = nothing;
  forLibrary = (): Recording | null => null;
  keysChange: Recording["keysChange"] = nothing;
  resize: Recording["resize"] = nothing;
  dealloc: Recording["dealloc"] = nothing;
  retype = nothing;
  immortalize: Recording["immortalize"] = nothing;
  weakrefCreate: Recording["weakrefCreate"] = nothing;
  weakrefClear: Recording["weakrefClear"] = nothing;
  finalize = nothing;
  resurrect = nothing;
  track = nothing;
  untrack = nothing;
  promote = nothing;
  gcStart = nothing;
  gcEnd = nothing;
  poolTake = nothing;
  poolGive = nothing;
  arenaTake = nothing;
  arenaGive = nothing;
  open = nothing;
  close = nothing;
  print = nothing;
  raise = nothing;
  refcountAsked = nothing;
  nativeHold: Recording["nativeHold"] = nothing;
  nativeRelease: Recording["nativeRelease"] = nothing;
  rootHold: Recording["rootHold"] = nothing;
  rootRelease: Recording["rootRelease"] = nothing;
  framePush = nothing;
  framePop = nothing;
  frameOutlives = nothing;
  frameClear = nothing;
  frameReleased = nothing;
  instruction: Recording["instruction"] = nothing;
}

/** A recorder that writes nothing down: what listens between instructions when nobody traces the run. */
import type { Recording } from "../objects/object.ts";

const nothing = (): void => {};

export class SilentRecorder implements Recording {
  slotWrite = nothing;
  alloc = nothing;
  resize = nothing;
  dealloc = nothing;
  weakrefCreate = nothing;
  weakrefClear = nothing;
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
  nativeHold = nothing;
  nativeRelease = nothing;
  framePush = nothing;
  framePop = nothing;
  frameClear = nothing;
  frameReleased = nothing;
  instruction: Recording["instruction"] = nothing;
}

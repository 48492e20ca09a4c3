/** `@pyrena/engine/trace`: what a recorded run can be asked. */
export type {
  FrameId,
  ObjectId,
  Owner,
  Place,
  SlotName,
  Step,
  Trace,
  TraceEvent,
} from "./event.ts";
export { nameOf } from "./explain.ts";
export { HeapState } from "./heap-state.ts";
export type { Recorded } from "./recorded.ts";
export { rebuild, recorded } from "./recording.ts";
export type {
  Edge,
  Explanation,
  FrameRecord,
  Holder,
  ObjectRecord,
  Snapshot,
  WeakEdge,
} from "./snapshot-types.ts";

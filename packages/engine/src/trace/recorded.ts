/** A finished recording and the questions it answers. */
import type { ObjectId, Place, Trace } from "./event.ts";
import type { Explanation, Snapshot } from "./snapshot-types.ts";

export interface Recorded {
  readonly trace: Trace;
  /** The step a place points at, or null when that line does not run that often. */
  stepAt(place: Place): number | null;
  /** The heap before (default after) a step, as a question sees it: between two lines. */
  snapshot(step: number, when: "before" | "after"): Snapshot;
  /** The object a name is bound to at a step: a local of the step's frame, else a global. Also `a.b`, `a[0]`, `a["k"]`. */
  objectNamed(name: string, step: number, when: "before" | "after"): ObjectId | null;
  explain(object: ObjectId, step: number, when: "before" | "after"): Explanation | null;
  /** How the object looks from inside the n-th call of `sys.getrefcount` (from 1) that the step makes. */
  explainCall(step: number, call: number): Explanation | null;
  /** Objects born in steps [from, to] that are alive after step `at`. */
  bornAlive(from: number, to: number, at: number): readonly ObjectId[];
}

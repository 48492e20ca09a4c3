/** `@pyrena/engine`: runs a Python program the way one chosen CPython version would, and tells what happened to memory. */
export {
  type Determined,
  determinate,
  type Indeterminate,
} from "./determinate.ts";
export { run } from "./engine.ts";
export { type Nuisance, type NuisanceKind, nuisanceKinds } from "./nuisance.ts";
export type { Diagnostic, SourceRange } from "./parser/diagnostics.ts";
export { type PythonVersion, pythonVersions } from "./python-version.ts";
export { type RuleId, ruleIds } from "./rules/catalogue.ts";
export type { Limits, Run, RunOptions, UncaughtException } from "./run-types.ts";
export type {
  Edge,
  Explanation,
  FrameRecord,
  Holder,
  ObjectId,
  ObjectRecord,
  Owner,
  Place,
  Recorded,
  SlotName,
  Snapshot,
  Step,
  Trace,
  TraceEvent,
  WeakEdge,
} from "./trace/index.ts";
export { nameOf } from "./trace/index.ts";
export { type Profile, profiles } from "./version.ts";

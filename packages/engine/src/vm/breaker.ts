/** The eval breaker: what was put off until the loop can stop for it (3.12+).   [mirrors _Py_HandlePending] */
import { collectScheduled } from "../gc/collect.ts";
import type { Runtime } from "../objects/object.ts";

export function afterNative(rt: Runtime): void {
  collectScheduled(rt);
}

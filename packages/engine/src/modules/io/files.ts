/**
 * The files of a run: they exist in memory only, begin empty, and end with it.
 * SIMPLIFIED: one flat folder by full path, no permissions, no links.
 */
import type { Runtime } from "../../objects/object.ts";

const filesOf = new WeakMap<Runtime, Map<string, string>>();

/** Contents as binary text, by path. */
export function files(rt: Runtime): Map<string, string> {
  let known = filesOf.get(rt);
  if (known === undefined) {
    known = new Map();
    filesOf.set(rt, known);
  }
  return known;
}

/** Memory that nobody can have.   [mirrors what malloc refuses, and PyErr_NoMemory] */
import { raiseWith } from "./errors.ts";
import type { Runtime } from "./object.ts";

/** What a process can address; SIMPLIFIED: below that it depends on the machine, and the run's own limit answers. */
const addressable = 2 ** 47;

/** False, with MemoryError set, when no machine has so many bytes. */
export function mayAllocate(rt: Runtime, bytes: number): boolean {
  if (bytes < addressable) return true;
  raiseWith(rt, "MemoryError", []);
  return false;
}

/** PY_SSIZE_T_MAX + 1. */
export const sizeLimit = 2 ** 63;

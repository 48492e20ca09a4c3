/** Native code that may call itself without end asks here first.   [mirrors Py_EnterRecursiveCall in Python/ceval.c] */
import { raise } from "./errors.ts";
import type { Runtime } from "./object.ts";

/** False, with RecursionError set, when the limit is reached. `where` begins with a blank. Pair with leaveRecursive. */
export function enterRecursive(rt: Runtime, where: string): boolean {
  const thread = rt.thread;
  if (thread.recursionDepth < thread.recursionLimit) {
    thread.recursionDepth += 1;
    return true;
  }
  // Room for the handler of the exception itself.
  const limit = thread.recursionLimit;
  thread.recursionLimit = limit + 50;
  raise(rt, "RecursionError", `maximum recursion depth exceeded${where}`);
  thread.recursionLimit = limit;
  return false;
}

export function leaveRecursive(rt: Runtime): void {
  rt.thread.recursionDepth -= 1;
}

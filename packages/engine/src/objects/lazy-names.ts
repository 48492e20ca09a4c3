/**
 * Names of library modules that are made when somebody looks.
 *
 * A warm CPython has imported its library long ago; a run of ours begins without it and uses one or two names of what it
 * imports. What nobody looks at is not made. What is made is start-up's: it takes no block of the program's allocator and
 * does not count for its collector, so that it does not show when, or whether, a name was made.
 * SIMPLIFIED: importing from CPython's library moves the allocator and the collector's counter by amounts no version promises.
 */
import type { LazyNames, PyObject, Runtime } from "./object.ts";

/** Puts the name into the namespace, if it waits there; null or the value, borrowed. */
export function makeLazy(rt: Runtime, namespace: PyObject, name: string): PyObject | null {
  const lazy = rt.lazyNames.get(namespace);
  return lazy === undefined ? null : makeName(rt, lazy, name);
}

/** Makes what is still missing in the namespace, which somebody will now see or change as a whole. */
export function makeAllLazy(rt: Runtime, namespace: PyObject): void {
  const lazy = rt.lazyNames.get(namespace);
  if (lazy === undefined) return;
  if (namespace.refcnt > 0) for (const name of lazy.names()) makeName(rt, lazy, name);
  rt.lazyNames.delete(namespace);
}

/** Makes everything, for those who look at all objects there are. */
export function makeEveryLazy(rt: Runtime): void {
  while (rt.lazyNames.size > 0) for (const namespace of rt.lazyNames.keys()) makeAllLazy(rt, namespace);
}

/** As if it had been there before the program began: whatever is under way is put aside. */
function makeName(rt: Runtime, lazy: LazyNames, name: string): PyObject | null {
  return asLibrary(rt, () => lazy.make(rt, name));
}

/** Runs what makes a library module: no exception, depth, recording or collection of the program's reaches it. */
export function asLibrary<T>(rt: Runtime, make: () => T): T {
  const { thread, heap, recorder } = rt;
  const { exception, gcScheduled, recursionDepth } = thread;
  const wasLibrary = heap.beginLibrary();
  rt.recorder = recorder === null ? null : recorder.forLibrary();
  thread.exception = null;
  thread.gcScheduled = false;
  thread.recursionDepth = 0;
  const made = make();
  thread.recursionDepth = recursionDepth;
  thread.gcScheduled = gcScheduled;
  // An exception raised on the way is the importer's.
  thread.exception ??= exception;
  rt.recorder = recorder;
  heap.endLibrary(wasLibrary);
  return made;
}

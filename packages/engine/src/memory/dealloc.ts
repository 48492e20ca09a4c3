/**
 * Count 0: the type's own dealloc decides what happens.   [mirrors _Py_Dealloc and the trashcan in Objects/object.c]
 */
import { digitCount } from "../objects/digit-count.ts";
import type { PyObject, Runtime } from "../objects/object.ts";

/** Containers nested deeper than this wait until the outermost one is done. [PyTrash_UNWIND_LEVEL] */
const unwindLevel = 50;

export function dealloc(rt: Runtime, o: PyObject): void {
  // Nothing else dies as often; its own dealloc would do the same. [_PyLong_ExactDealloc]
  if (o.type === rt.types.int) {
    rt.heap.freeNumber(o, digitCount(o.payload as number | bigint));
    return;
  }
  const release = o.type.payload.slots.dealloc;
  if (release === undefined) return;
  if (o.gc === null) {
    release(rt, o);
    return;
  }
  const thread = rt.thread;
  if (thread.trashDepth >= unwindLevel) {
    rt.heap.untrack(o);
    thread.trashLater.push(o);
    return;
  }
  thread.trashDepth += 1;
  release(rt, o);
  thread.trashDepth -= 1;
  if (thread.trashDepth === 0 && thread.trashLater.length > 0) destroyChain(rt);
}

/** [_PyTrash_thread_destroy_chain]: last deposited first; what nests again is deposited again. */
function destroyChain(rt: Runtime): void {
  const thread = rt.thread;
  thread.trashDepth += 1;
  for (let o = thread.trashLater.pop(); o !== undefined; o = thread.trashLater.pop())
    o.type.payload.slots.dealloc?.(rt, o);
  thread.trashDepth -= 1;
}

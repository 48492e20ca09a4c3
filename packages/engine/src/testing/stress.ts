/**
 * A collection at every allocation: whoever holds an object the collector cannot see, or shows it one that is half made,
 * is found out.
 *
 * To 3.11 the collection runs inside the allocation, of whatever type; from 3.12 at the next check of the eval breaker,
 * which is the only place where that CPython collects. The program may notice: outputs are not compared.
 */
import { collect } from "../gc/collect.ts";
import type { Interpreter } from "../vm/runtime.ts";

/** So many allocations collect everything; after them each doubling does, and the others the youngest generation. */
const fullCollections = 200;

export class Stress {
  private readonly rt: Interpreter;
  private allocations = 0;

  constructor(rt: Interpreter) {
    this.rt = rt;
    if (rt.profile.gcAtEvalBreaker) for (const generation of rt.heap.gc.generations) generation.threshold = 0;
  }

  /** An object has been made. */
  allocated(): void {
    const { rt } = this;
    const { gc } = rt.heap;
    if (gc.isCollecting || rt.isFinalizing) return;
    this.allocations += 1;
    const n = this.allocations;
    if (rt.profile.gcAtEvalBreaker) rt.thread.gcScheduled = true;
    else collect(rt, n <= fullCollections || (n & (n - 1)) === 0 ? 2 : 0, true);
  }
}

/** Wrong ideas of the cycle collector. */
import type { OpName } from "../../compiler/opcodes.ts";
import { gcCollectMain } from "../../gc/collect.ts";
import { members } from "../../gc/generations.ts";
import type { PyObject, Runtime } from "../../objects/object.ts";
import { instructionBefore } from "../instructions.ts";
import type { WrongRule } from "../points.ts";
import { isData, referents } from "../program-data.ts";
import { sever, severedLoads } from "../sever.ts";

/** After these nothing can have become unreachable. */
const harmless: ReadonlySet<OpName> = new Set([
  "LOAD_CONST",
  "LOAD_SMALL_INT",
  "LOAD_NAME",
  "LOAD_GLOBAL",
  "LOAD_FAST",
  "LOAD_FAST_BORROW",
  "LOAD_FAST_CHECK",
  "LOAD_DEREF",
  "PUSH_NULL",
  "COPY",
  "SWAP",
]);

/** M06: a cycle is collected the moment it becomes unreachable, whether the collector is on or not. */
export const gcIsImmediate: WrongRule = () => ({
  step: (rt, frame) => {
    const { gc } = rt.heap;
    const before = instructionBefore(frame, 1);
    if (gc.isCollecting || rt.isFinalizing || (before !== null && harmless.has(before.op))) return;
    const saved = rt.thread.exception;
    rt.thread.exception = null;
    gc.isCollecting = true;
    const { candidates } = gcCollectMain(rt, 2);
    gc.isCollecting = false;
    rt.thread.exception = saved;
    rt.charge(candidates, 0);
  },
});

/** M48: Python can never free a cycle. */
export const cyclesLeakForever: WrongRule = () => ({
  gcCollectMain: (rt, generation) => {
    for (let i = 0; i <= generation; i += 1) rt.heap.gc.generations[i as 0 | 1 | 2].count = 0;
    return { found: 0, candidates: 0 };
  },
});

/** M49: the collector frees every cycle, also one that a name can still reach. */
export const gcTakesReachableCycles: WrongRule = () => ({
  instructions: severedLoads,
  gcCollectMain: (rt, generation, next) => {
    if (!rt.isFinalizing) for (const cycle of cycles(rt)) sever(rt, cycle, new Set(cycle));
    return next(rt, generation);
  },
});

/** The strongly connected components of the program's data that are more than one object without itself. [Tarjan] */
function cycles(rt: Runtime): PyObject[][] {
  const data = rt.heap.gc.generations
    .flatMap((generation) => members(generation.head).map((head) => head.object as PyObject))
    .filter((o) => isData(rt, o));
  const nodes = new Set(data);
  const seen = new Map<PyObject, { index: number; low: number; isOpen: boolean }>();
  const open: PyObject[] = [];
  const found: PyObject[][] = [];
  const visit = (o: PyObject): number => {
    rt.charge(1, 0);
    const mark = { index: seen.size, low: seen.size, isOpen: true };
    seen.set(o, mark);
    open.push(o);
    let refersToItself = false;
    for (const next of referents(o)) {
      if (!nodes.has(next)) continue;
      if (next === o) refersToItself = true;
      const known = seen.get(next);
      if (known === undefined) mark.low = Math.min(mark.low, visit(next));
      else if (known.isOpen) mark.low = Math.min(mark.low, known.index);
    }
    if (mark.low === mark.index) {
      const component = open.splice(open.indexOf(o));
      for (const member of component) {
        const each = seen.get(member);
        if (each !== undefined) each.isOpen = false;
      }
      if (component.length > 1 || refersToItself) found.push(component);
    }
    return mark.low;
  };
  for (const o of data) if (!seen.has(o)) visit(o);
  return found;
}

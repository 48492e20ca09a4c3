/**
 * The C half of tracemalloc.   [mirrors Modules/_tracemalloc.c]
 *
 * The Python half has neither linecache nor fnmatch to import; `_source_line` and `_matches` stand in for the two calls
 * it makes of them.
 */
import { decref, newRef } from "../memory/refcount.ts";
import { MemoryTraces, type Trace, type TracedStack } from "../memory/traces.ts";
import { indexValue } from "../objects/abstract-number.ts";
import type { BuiltinTypeName } from "../objects/builtin-types.ts";
import { raise } from "../objects/errors.ts";
import { listAppendTake, newList } from "../objects/list-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { text } from "../objects/str-object.ts";
import { method, noArgs, oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

const mostFrames = 0xffff;
/** While a traceback's length was an int: INT_MAX less the header, by the bytes of a frame. [MAX_NFRAME ≤ 3.8] */
const mostFramesOfInt = 178_956_969;
/** Bytes of an entry of CPython's tables: a hash table entry, and the trace it holds. */
const traceBytes = 48;
const frameBytes = 16;

/** The limit of a run that has stopped tracing is still asked for. */
const lastLimits = new WeakMap<Runtime, number>();

function tracesOf(rt: Runtime): MemoryTraces | null {
  return rt.heap.tracer instanceof MemoryTraces ? rt.heap.tracer : null;
}

function start(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const limit = args[0] === undefined ? 1 : indexValue(rt, args[0]);
  if (limit === null) return null;
  const most = rt.profile.tracesCountAllFrames ? mostFrames : mostFramesOfInt;
  if (limit < 1 || limit > most)
    return raise(rt, "ValueError", `the number of frames must be in range [1; ${most}]`);
  if (rt.heap.tracer === null) {
    lastLimits.set(rt, Number(limit));
    rt.heap.tracer = new MemoryTraces(rt.thread, Number(limit));
  }
  return newRef(rt.none);
}

function stop(rt: Runtime): PyObject {
  rt.heap.tracer = null;
  return newRef(rt.none);
}

function getTracedMemory(rt: Runtime): PyObject {
  // Both numbers are read before the objects that carry them are made.
  const { traced, peak } = tracesOf(rt) ?? { traced: 0, peak: 0 };
  return rt.newTuple([rt.newInt(traced), rt.newInt(peak)]);
}

function resetPeak(rt: Runtime): PyObject {
  const traces = tracesOf(rt);
  if (traces !== null) traces.peak = traces.traced;
  return newRef(rt.none);
}

function clearTraces(rt: Runtime): PyObject {
  tracesOf(rt)?.clear();
  return newRef(rt.none);
}

function getTracemallocMemory(rt: Runtime): PyObject {
  const traces = tracesOf(rt);
  if (traces === null) return rt.newInt(0);
  let bytes = traces.traces.size * traceBytes;
  for (const stack of traces.stacks.values()) bytes += traceBytes + stack.frames.length * frameBytes;
  return rt.newInt(bytes);
}

/** What tracemalloc makes for its own answers is not traced. [set_reentrant] */
function untraced<T>(rt: Runtime, make: () => T): T {
  const tracer = rt.heap.tracer;
  rt.heap.tracer = null;
  const made = make();
  rt.heap.tracer = tracer;
  return made;
}

function getTraces(rt: Runtime): PyObject {
  const found = newList(rt, []);
  const traces = tracesOf(rt);
  if (traces === null) return found;
  untraced(rt, () => {
    const tuples = new Map<TracedStack, PyObject>();
    for (const trace of [...traces.traces.values()]) listAppendTake(rt, found, traceTuple(rt, trace, tuples));
    for (const shared of tuples.values()) decref(rt, shared);
  });
  return found;
}

function traceTuple(rt: Runtime, trace: Trace, tuples: Map<TracedStack, PyObject>): PyObject {
  let frames = tuples.get(trace.stack);
  if (frames === undefined) {
    frames = stackTuple(rt, trace.stack);
    tuples.set(trace.stack, frames);
  }
  const items = [rt.newInt(0), rt.newInt(trace.bytes), newRef(frames)];
  if (rt.profile.tracesCountAllFrames) items.push(rt.newInt(trace.stack.depth));
  return rt.newTuple(items);
}

function stackTuple(rt: Runtime, stack: TracedStack): PyObject {
  return rt.newTuple(
    stack.frames.map(({ filename, lineno }) => rt.newTuple([rt.newStr(filename), rt.newInt(lineno)])),
  );
}

function getObjectTraceback(rt: Runtime, _self: PyObject, o: PyObject): PyObject {
  const trace = tracesOf(rt)?.traces.get(o.block);
  return trace === undefined ? newRef(rt.none) : stackTuple(rt, trace.stack);
}

/** The text of a traced line, where its file has lines to show. [linecache.getline] */
function sourceLine(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const filename = text(args[0] as PyObject);
  const lineno = indexValue(rt, args[1] as PyObject);
  if (lineno === null) return null;
  const isFile = !filename.startsWith("<");
  for (const stack of tracesOf(rt)?.stacks.values() ?? [])
    for (const frame of stack.frames)
      if (isFile && frame.filename === filename)
        return rt.newStr(frame.source.split("\n")[Number(lineno) - 1] ?? "");
  return rt.newStr("");
}

/** Whether a file name is of a shell pattern. [fnmatch.fnmatchcase] */
function matches(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject {
  const [name, pattern] = args as [PyObject, PyObject];
  return newRef(patternOf(text(pattern)).test(text(name)) ? rt.true : rt.false);
}

function patternOf(pattern: string): RegExp {
  const source = pattern.replace(
    /\*+|\?|\[(!?)(\]?[^\]]*)\]|[^*?]/gsu,
    (part, not?: string, set?: string) => {
      if (part.startsWith("*")) return ".*";
      if (part === "?") return ".";
      if (set === undefined) return part.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
      return `[${not === "!" ? "^" : ""}${set.replace(/[\\\]^[]/gu, "\\$&")}]`;
    },
  );
  return new RegExp(`^${source}$`, "s");
}

/** A few of each: more than a line of a program takes at once. */
const blocksLeft = 4;
const longestTupleLeft = 5;

/**
 * CPython's `import tracemalloc` runs pickle, re, linecache and more, whose short-lived objects end on the free lists. Blocks
 * from before the start are not traced, so without them the first range or int of a program would count as new memory.
 */
function leaveFreeBlocks(rt: Runtime): boolean {
  for (const name of Object.keys(rt.profile.freeLists)) {
    const type = rt.types[name as BuiltinTypeName];
    const longest = type === rt.types.tuple ? longestTupleLeft : Math.sign(type.payload.itemsize);
    for (let items = Math.min(longest, 1); items <= longest; items += 1)
      rt.heap.fillFreeList(type, items, blocksLeft);
  }
  return true;
}

export const tracemallocCModule: ModuleSpec = {
  name: "_tracemalloc",
  doc: "Debug module to trace memory blocks allocated by Python.",
  populate: leaveFreeBlocks,
  functions: [
    method("start", start, { min: 0, max: 1 }),
    noArgs("stop", stop),
    noArgs("is_tracing", (rt) => newRef(rt.heap.tracer === null ? rt.false : rt.true)),
    noArgs("get_traced_memory", getTracedMemory),
    { ...noArgs("reset_peak", resetPeak), exists: (profile) => profile.tracesCountAllFrames },
    noArgs("clear_traces", clearTraces),
    noArgs("get_traceback_limit", (rt) => rt.newInt(lastLimits.get(rt) ?? 1)),
    noArgs("get_tracemalloc_memory", getTracemallocMemory),
    noArgs("_get_traces", getTraces),
    oneArg("_get_object_traceback", getObjectTraceback),
    method("_source_line", sourceLine, { min: 2, max: 2 }),
    method("_matches", matches, { min: 2, max: 2 }),
  ],
};

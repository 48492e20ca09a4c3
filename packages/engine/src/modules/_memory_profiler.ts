/**
 * What memory_profiler needs of the machine: the bytes in use after each line of a function.
 *
 * SIMPLIFIED: the package asks the system for the size of the process; here it is the bytes the engine's own allocators have
 * handed out, so that the numbers are small and the same in every run.
 */
import { call } from "../objects/abstract.ts";
import { dictItems } from "../objects/dict.ts";
import type { PyFunction } from "../objects/function-object.ts";
import type { Frame, PyObject, Recording, Runtime } from "../objects/object.ts";
import { tupleItems } from "../objects/tuple-object.ts";
import { method, oneArg } from "../objects/typespec.ts";
import { SilentRecorder } from "../trace/silent-recorder.ts";
import type { ModuleSpec } from "./modulespec.ts";

interface Row {
  usage: number;
  increment: number;
  occurrences: number;
}

/** Measures the lines of one code object while a function runs. [memory_profiler.CodeMap, LineProfiler] */
class LineProfiler {
  readonly rows = new Map<number, Row>();
  private readonly rt: Runtime;
  private readonly unit: Frame["unit"];
  private line = 0;
  private before = 0;

  constructor(rt: Runtime, unit: Frame["unit"]) {
    this.rt = rt;
    this.unit = unit;
    const used = rt.heap.usedBytes;
    this.rows.set(unit.firstLineno, { usage: used, increment: used, occurrences: 1 });
  }

  instruction(frame: Frame): void {
    const line = frame.unit === this.unit ? (frame.unit.positions[frame.pc]?.lineno ?? 0) : 0;
    if (line === 0 || line === this.line) return;
    this.endLine();
    if (line === this.unit.firstLineno) return;
    this.line = line;
    this.before = this.rt.heap.usedBytes;
  }

  framePop(frame: Frame): void {
    if (frame.unit === this.unit) this.endLine();
  }

  private endLine(): void {
    if (this.line === 0) return;
    const usage = this.rt.heap.usedBytes;
    const row = this.rows.get(this.line) ?? { usage, increment: 0, occurrences: 0 };
    row.usage = usage;
    row.increment += usage - this.before;
    row.occurrences += 1;
    this.rows.set(this.line, row);
    this.line = 0;
  }
}

/** `_run(function, args, kwargs)`: what it returns, and a tuple (line, usage, increment, occurrences) per line. */
function profiledCall(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const [func, positional, keywords] = args as [PyFunction, PyObject, PyObject];
  const profiler = new LineProfiler(rt, func.payload.code.payload.unit);
  const entries = dictItems(keywords);
  const values = [...tupleItems(positional), ...entries.map(([, value]) => value)];
  const names = entries.map(([name]) => name);
  const stop = listen(rt, profiler);
  const result =
    names.length === 0
      ? call(rt, func, values)
      : (func.type.payload.slots.call?.(rt, func, values, names) ?? null);
  stop();
  if (result === null) return null;
  const rows = [...profiler.rows].sort(([a], [b]) => a - b);
  const shown = rows.map(([line, { usage, increment, occurrences }]) =>
    rt.newTuple([line, usage, increment, occurrences].map((value) => rt.newInt(value))),
  );
  return rt.newTuple([result, rt.newTuple(shown)]);
}

/** Puts the profiler before whoever records already; the result takes it away again. */
function listen(rt: Runtime, profiler: LineProfiler): () => void {
  const { recorder } = rt;
  const listened: Recording = recorder ?? new SilentRecorder();
  const { instruction, framePop } = listened;
  listened.instruction = (frame) => {
    profiler.instruction(frame);
    instruction.call(listened, frame);
  };
  listened.framePop = (frame) => {
    profiler.framePop(frame);
    framePop.call(listened, frame);
  };
  rt.recorder = listened;
  return () => {
    rt.recorder = recorder;
    listened.instruction = instruction;
    listened.framePop = framePop;
  };
}

/** The lines of a function's source, from its decorator to its last statement. */
function sourceLines(rt: Runtime, _self: PyObject, o: PyObject): PyObject {
  const { unit } = (o as PyFunction).payload.code.payload;
  const last = Math.max(
    unit.firstLineno,
    ...unit.positions.map(({ lineno, endLineno }) => Math.max(lineno, endLineno)),
  );
  const lines = unit.source.split("\n").slice(unit.firstLineno - 1, last);
  return rt.newTuple(lines.map((line) => rt.newStr(line)));
}

export const memoryProfilerCModule: ModuleSpec = {
  name: "_memory_profiler",
  functions: [method("_run", profiledCall, { min: 3, max: 3 }), oneArg("_source_lines", sourceLines)],
};

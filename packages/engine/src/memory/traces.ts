/**
 * Every traced block with its size and where it was asked for.   [mirrors Python/tracemalloc.c]
 *
 * A traceback is interned: blocks of one place share it, so that a trace costs two numbers and a reference.
 */
import type { Frame, ThreadState } from "../objects/object.ts";
import type { MemoryTracer } from "./tracer.ts";

export interface TracedFrame {
  readonly filename: string;
  readonly lineno: number;
  /** The text of the file, for the lines a traceback shows. */
  readonly source: string;
}

/** Frames from the most recent one, at most as many as the limit. */
export interface TracedStack {
  readonly frames: readonly TracedFrame[];
  /** How many there were before the cut. */
  readonly depth: number;
}

export interface Trace {
  readonly bytes: number;
  readonly stack: TracedStack;
}

const nowhere: TracedStack = { frames: [{ filename: "<unknown>", lineno: 0, source: "" }], depth: 1 };

export class MemoryTraces implements MemoryTracer {
  readonly traces = new Map<number, Trace>();
  readonly stacks = new Map<string, TracedStack>();
  readonly limit: number;
  traced = 0;
  peak = 0;
  private readonly thread: ThreadState;

  constructor(thread: ThreadState, limit: number) {
    this.thread = thread;
    this.limit = limit;
  }

  alloc(block: number, bytes: number): void {
    this.traces.set(block, { bytes, stack: this.currentStack() });
    this.traced += bytes;
    if (this.traced > this.peak) this.peak = this.traced;
  }

  reuse(block: number): void {
    const trace = this.traces.get(block);
    if (trace !== undefined) this.traces.set(block, { bytes: trace.bytes, stack: this.currentStack() });
  }

  resize(block: number, moved: number, bytes: number): void {
    this.free(block);
    this.alloc(moved, bytes);
  }

  free(block: number): void {
    const trace = this.traces.get(block);
    if (trace === undefined) return;
    this.traced -= trace.bytes;
    this.traces.delete(block);
  }

  clear(): void {
    this.traces.clear();
    this.stacks.clear();
    this.traced = 0;
    this.peak = 0;
  }

  /** [traceback_get_frames] */
  private currentStack(): TracedStack {
    let key = "";
    let depth = 0;
    for (let frame = this.thread.frame; frame !== null; frame = frame.back) {
      if (depth < this.limit) key += `${lineOf(frame)}:${frame.unit.filename}\n`;
      depth += 1;
    }
    if (depth === 0) return nowhere;
    key += depth;
    const known = this.stacks.get(key);
    if (known !== undefined) return known;
    const stack = { frames: this.framesOf(this.thread.frame), depth };
    this.stacks.set(key, stack);
    return stack;
  }

  private framesOf(top: Frame | null): TracedFrame[] {
    const frames: TracedFrame[] = [];
    for (let frame = top; frame !== null && frames.length < this.limit; frame = frame.back)
      frames.push({
        filename: frame.unit.filename,
        lineno: lineOf(frame),
        source: frame.unit.source,
      });
    return frames;
  }
}

function lineOf(frame: Frame): number {
  const line = frame.unit.positions[Math.max(frame.pc, 0)]?.lineno ?? 0;
  return (line === 0 ? frame.unit.firstLineno : line) - frame.unit.lineOffset;
}

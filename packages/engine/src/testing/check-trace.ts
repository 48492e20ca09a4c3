/** Runs one program with a recorder, and compares what its trace rebuilds with the heap as it was. */
import { compileModule } from "../compiler/compile.ts";
import { decref } from "../memory/refcount.ts";
import { drawNuisance } from "../nuisance.ts";
import { type Frame, LimitExceeded, type PyObject, Unsupported } from "../objects/object.ts";
import { parseModule } from "../parser/parser.ts";
import type { PythonVersion } from "../python-version.ts";
import { endOfRun, newMainModule, runScript } from "../run-main.ts";
import type { ObjectId, Trace } from "../trace/event.ts";
import { Recorder } from "../trace/recorder.ts";
import { recorded } from "../trace/recording.ts";
import { ownerKey, slotKey } from "../trace/slot-key.ts";
import type { Snapshot } from "../trace/snapshot-types.ts";
import { createMachine } from "../vm/machine.ts";
import { createRuntime, type Interpreter } from "../vm/runtime.ts";
import { type LiveObject, liveHeap } from "./live-heap.ts";

const limits = { steps: 10_000_000, bytes: 2 ** 29, objects: 2_000_000, output: 1_000_000 };

/** The heap when a step began. */
interface Seen {
  readonly step: number;
  readonly heap: ReadonlyMap<ObjectId, LiveObject>;
  /** Meanwhile the collector has what it found in lists of its own. */
  readonly isCollecting: boolean;
}

class CheckedRecorder extends Recorder {
  readonly seen: Seen[] = [];
  declare alive: Map<PyObject, ObjectId>;
  private readonly interpreter: Interpreter;
  private readonly isWanted: (step: number) => boolean;
  /** To 3.11 a collection runs in the middle of an allocation: what is being made is nobody's yet. */
  private collections = 0;

  constructor(rt: Interpreter, main: PyObject, isWanted: (step: number) => boolean) {
    super(rt, main, { isFull: true, maxEvents: 2_000_000 });
    this.interpreter = rt;
    this.isWanted = isWanted;
  }

  protected override number(o: PyObject, isNew: boolean): ObjectId {
    const id = super.number(o, isNew);
    // The first come from the constructor.
    this.alive ??= new Map();
    this.alive.set(o, id);
    return id;
  }

  override dealloc(o: PyObject): void {
    super.dealloc(o);
    this.alive.delete(o);
  }

  override instruction(frame: Frame): void {
    const before = this.steps.length;
    super.instruction(frame);
    const step = this.steps.length - 1;
    if (step < before || this.collections > 0 || !this.isWanted(step)) return;
    const { isCollecting } = this.interpreter.heap.gc;
    this.seen.push({
      step,
      isCollecting,
      heap: liveHeap(this.interpreter, { alive: this.alive, hands: this.hands, frames: this.frames }),
    });
  }

  override gcStart(generation: number, isAutomatic: boolean): void {
    super.gcStart(generation, isAutomatic);
    if (!this.interpreter.profile.gcAtEvalBreaker) this.collections += 1;
  }

  override gcEnd(generation: number, collected: number, uncollectable: number): void {
    super.gcEnd(generation, collected, uncollectable);
    if (!this.interpreter.profile.gcAtEvalBreaker) this.collections -= 1;
  }
}

export interface TraceCheck {
  readonly python: PythonVersion;
  /** Which steps are compared, by their index. */
  readonly isWanted: (step: number) => boolean;
}

export interface CheckedTrace {
  /** null: the program does not compile. */
  readonly trace: Trace | null;
  readonly findings: readonly string[];
  readonly comparisons: number;
}

export function checkTrace(source: string, { python, isWanted }: TraceCheck): CheckedTrace {
  const parsed = parseModule(source, python);
  if (!parsed.ok) return { trace: null, findings: [], comparisons: 0 };
  const machine = createMachine((name) => (name === "main.py" ? source : undefined));
  const rt = createRuntime({ python, mode: "script", limits, nuisance: drawNuisance(0), machine });
  const main = newMainModule(rt, "main.py");
  const recorder = new CheckedRecorder(rt, main, isWanted);
  rt.recorder = recorder;
  rt.heap.recorder = recorder;
  rt.heap.allocator.listener = recorder;
  try {
    runScript({ rt, main, source, filename: "main.py", body: parsed.module.body, compile: compileModule });
    recorder.runIsOver(main);
    decref(rt, main);
    endOfRun(rt);
  } catch (error) {
    if (!(error instanceof LimitExceeded) && !(error instanceof Unsupported)) throw error;
  }
  const trace = recorder.finish();
  return { trace, findings: compare(trace, recorder.seen), comparisons: recorder.seen.length };
}

function compare(trace: Trace, seen: readonly Seen[]): string[] {
  const asked = recorded(trace);
  const findings: string[] = [];
  const told = new Set<string>();
  for (const each of seen) {
    const { step } = each;
    const line = trace.steps[step]?.range.lineno ?? 0;
    for (const [key, what] of differences(asked.snapshot(step, "before"), each)) {
      if (told.has(key)) continue;
      told.add(key);
      findings.push(`line ${line}: ${what}`);
    }
  }
  return findings;
}

/** By object and kind, so that one that stays different is told once. */
function differences(rebuilt: Snapshot, { heap: live, isCollecting }: Seen): [string, string][] {
  const found: [string, string][] = [];
  const holders = new Map<ObjectId, string[]>();
  for (const { target, owner, slot, isCounted } of rebuilt.edges) {
    if (!isCounted || (owner.kind === "object" && live.get(owner.id)?.refcnt === 0)) continue;
    const list = holders.get(target);
    const text = `${ownerKey(owner)} ${slotKey(slot)}`;
    if (list === undefined) holders.set(target, [text]);
    else list.push(text);
  }
  const nameOf = (text: string): string =>
    text.replace(/^o(-?\d+)/, (_, id) => `${live.get(Number(id))?.typeName ?? "?"}#${id}`);
  for (const [id, o] of live) {
    const record = rebuilt.objects.get(id);
    const tell = (kind: string, what: string): void => {
      found.push([`${kind} ${id}`, `${o.typeName} #${id} ${what}`]);
    };
    const missing = without(o.holders, holders.get(id) ?? []).map(nameOf);
    if (record === undefined) {
      tell("alive", `is alive and was not heard of: ${missing.join(", ")}`);
      continue;
    }
    const extra = without(holders.get(id) ?? [], o.holders).map(nameOf);
    if (missing.length + extra.length > 0) tell("held", `held +[${missing}] −[${extra}]`);
    // What is being taken apart has no count any more; its last release is told when that is done.
    if (record.refcnt !== o.refcnt && o.refcnt !== 0)
      tell("count", `counts ${o.refcnt}, rebuilt ${record.refcnt}: ${o.holders.map(nameOf)}`);
    if (record.isTracked !== o.isTracked) tell("tracked", `tracked: rebuilt ${record.isTracked}`);
    if (!isCollecting && record.generation !== o.generation)
      tell("generation", `is in generation ${o.generation}, rebuilt ${record.generation}`);
    if (record.bytes !== o.bytes) tell("size", `is ${o.bytes} bytes, rebuilt ${record.bytes}`);
    if (record.typeName !== o.typeName) tell("type", `is rebuilt a ${record.typeName}`);
  }
  for (const [id, record] of rebuilt.objects)
    if (!live.has(id)) found.push([`dead ${id}`, `${record.typeName} #${id} is rebuilt and dead`]);
  return found;
}

/** What is in `all` more often than in `some`. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const each of some) counts.set(each, (counts.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const left = counts.get(each) ?? 0;
    counts.set(each, left - 1);
    return left <= 0;
  });
}

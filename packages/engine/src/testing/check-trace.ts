/**
 * The heap rebuilt from a trace's events beside the heap as it is: who holds what, and what the collector tracks.
 */
import { isImmortal } from "../memory/refcount.ts";
import type { Frame, PyObject } from "../objects/object.ts";
import { HeapState } from "../trace/heap-state.ts";
import { Recorder } from "../trace/recorder.ts";
import type { Interpreter } from "../vm/runtime.ts";

/** Records, and compares before the instructions it is told to. */
export class CheckedRecorder extends Recorder {
  readonly findings: string[] = [];
  comparisons = 0;
  private readonly interpreter: Interpreter;
  private readonly every: number;
  private state = new HeapState();
  private instructions = 0;

  constructor(rt: Interpreter, options: { every: number }) {
    super(rt, { isFull: true, maxEvents: 2_000_000 });
    this.interpreter = rt;
    this.every = options.every;
  }

  override instruction(frame: Frame): void {
    super.instruction(frame);
    this.instructions += 1;
    if (this.instructions % this.every === 0) this.compare(frame.unit.positions[frame.pc]?.lineno ?? 0);
  }

  /** Tells each object whose rebuilt count, tracking or liveness is not the real one. */
  compare(line: number): void {
    if (this.findings.length > 0) return;
    this.comparisons += 1;
    const { state } = this;
    for (let i = state.position; i < this.events.length; i += 1) {
      const event = this.events[i];
      if (event !== undefined) state.apply(event, { step: 0, line });
    }
    const counts = new Map<number, number>();
    for (const edge of state.edges())
      if (edge.isCounted) counts.set(edge.target, (counts.get(edge.target) ?? 0) + 1);
    for (const [o, id] of this.ids) this.compareObject(o, id, counts.get(id) ?? 0, line);
  }

  private compareObject(o: PyObject, id: number, count: number, line: number): void {
    const record = this.state.objects.get(id);
    const tell = (what: string): void => {
      const holders = this.state.edgesTo(id).map(({ owner, slot }) => JSON.stringify([owner, slot]));
      this.findings.push(
        `line ${line}: ${o.type.payload.name} #${id} ${what} [${holders.slice(0, 8).join(" ")}]`,
      );
    };
    if (record === undefined) {
      tell("is alive and not in the rebuilt heap");
      return;
    }
    if (o.gc !== null && record.isTracked !== (o.gc.next !== null))
      tell(`tracked: rebuilt ${record.isTracked}`);
    if (isImmortal(o) || this.interpreter.heap.isStatic(o)) return;
    if (o.refcnt !== count) tell(`counts ${o.refcnt}, rebuilt ${count}`);
  }
}

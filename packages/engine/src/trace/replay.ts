/** Applies a trace's events in order and knows at each which step it belongs to. */
import type { Step, Trace } from "./event.ts";
import { HeapState, type When } from "./heap-state.ts";

const beforeAll: When = { step: 0, line: 0 };

export class Replay {
  readonly state = new HeapState();
  /** Where the last event that was applied happened. */
  when: When = beforeAll;
  private readonly trace: Trace;
  /** Steps that have begun and not ended; those of a called function lie on their caller's. */
  private readonly open: Step[] = [];
  private nextStep = 0;

  constructor(trace: Trace) {
    this.trace = trace;
    this.state.begin(trace.start);
  }

  /** The heap after the first `position` events, which lie ahead. */
  to(position: number): HeapState {
    const { events } = this.trace;
    for (let i = this.state.position; i < position; i += 1) {
      this.beginSteps(i);
      const event = events[i];
      if (event !== undefined) this.state.apply(event, this.when);
    }
    return this.state;
  }

  private beginSteps(i: number): void {
    const { steps } = this.trace;
    for (
      let step = steps[this.nextStep];
      step !== undefined && step.begin <= i;
      step = steps[this.nextStep]
    ) {
      this.open.push(step);
      this.nextStep += 1;
      this.state.setLine(step.frame, step.range.lineno);
    }
    for (let step = this.open.at(-1); step !== undefined && step.end <= i; step = this.open.at(-1))
      this.open.pop();
    const innermost = this.open.at(-1);
    if (innermost === undefined) this.when = beforeAll;
    else if (innermost.index !== this.when.step || this.when === beforeAll)
      this.when = { step: innermost.index, line: innermost.range.lineno };
  }
}

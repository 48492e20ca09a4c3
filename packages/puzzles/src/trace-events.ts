/** The trace's events with the step each belongs to: the innermost one, since a call's steps lie within its line's. */
import type { Recorded, Step, TraceEvent } from "@pyrena/engine";

export interface Happening {
  readonly event: TraceEvent;
  readonly step: Step;
  readonly position: number;
}

const known = new WeakMap<Recorded, readonly Happening[]>();

/** In order of time; events before the first or between two steps belong to none and are left out. */
export function happenings(recorded: Recorded): readonly Happening[] {
  const before = known.get(recorded);
  if (before !== undefined) return before;
  const { events, steps } = recorded.trace;
  const result: Happening[] = [];
  const open: Step[] = [];
  let next = 0;
  for (const [position, event] of events.entries()) {
    for (let step = steps[next]; step !== undefined && step.begin <= position; step = steps[next]) {
      open.push(step);
      next += 1;
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= position) open.pop();
    const step = open.at(-1);
    if (step !== undefined) result.push({ event, step, position });
  }
  known.set(recorded, result);
  return result;
}

export interface Printing {
  readonly line: number;
  readonly occurrence: number;
  readonly text: string;
  /** Written by a `__del__`. */
  readonly isFinalizer: boolean;
}

/** Every piece of text that was written, with the execution of the line that wrote it. */
export function printings(recorded: Recorded): Printing[] {
  return happenings(recorded).flatMap(({ event, step }) =>
    event.type === "print"
      ? [
          {
            line: step.range.lineno,
            occurrence: step.occurrence,
            text: event.text,
            isFinalizer: step.frameName === "__del__",
          },
        ]
      : [],
  );
}

/** The trace's events with the step each belongs to: the innermost one, since a call's steps lie within its line's. */
import type { Recorded, Step, TraceEvent } from "@pyrena/engine";

type EventOf<T extends TraceEvent["type"]> = Extract<TraceEvent, { type: T }>;

export interface Happening<T extends TraceEvent["type"]> {
  readonly event: EventOf<T>;
  readonly step: Step;
  readonly position: number;
}

/** Events of one type in order of time; those before the first or between two steps belong to none and are left out. */
export function happenings<T extends TraceEvent["type"]>({ trace }: Recorded, type: T): Happening<T>[] {
  const { events, steps } = trace;
  const result: Happening<T>[] = [];
  const open: Step[] = [];
  let next = 0;
  for (let position = 0; position < events.length; position += 1) {
    const event = events[position];
    if (event === undefined || !isOf(event, type)) continue;
    for (let step = steps[next]; step !== undefined && step.begin <= position; step = steps[next]) {
      open.push(step);
      next += 1;
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= position) open.pop();
    const step = open.at(-1);
    if (step !== undefined) result.push({ event, step, position });
  }
  return result;
}

function isOf<T extends TraceEvent["type"]>(event: TraceEvent, type: T): event is EventOf<T> {
  return event.type === type;
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
  return happenings(recorded, "print").map(({ event, step }) => ({
    line: step.range.lineno,
    occurrence: step.occurrence,
    text: event.text,
    isFinalizer: step.frameName === "__del__",
  }));
}

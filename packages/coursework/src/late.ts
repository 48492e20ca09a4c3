/** What an answer received at some instant still earns: the credit timeline. */
import type { Terms } from "./accommodation.ts";
import { addCalendar } from "./wall-time.ts";

/** One stretch of the timeline: from the end of the one before until `until`, both ends belonging to the earlier stretch. */
export interface CreditStep {
  /** Null: for ever. */
  readonly until: number | null;
  /** 0 … 1. */
  readonly credit: number;
}

/** From the opening on: full credit until due, then the policy's steps, then nothing; cut at the close. */
export function creditTimeline(terms: Terms): CreditStep[] {
  const { dueAt, closesAt, policy, timeZone } = terms;
  if (dueAt === null) return [{ until: closesAt, credit: 1 }];
  const steps = [
    { until: dueAt, credit: 1 },
    ...policy.late.map(({ credit, ...span }) => ({ until: addCalendar(dueAt, span, timeZone), credit })),
    { until: null, credit: 0 },
  ];
  return steps
    .filter(({ until }, n) => {
      const start = steps[n - 1]?.until ?? null;
      const isAfterStart = until === null || start === null || until > start;
      return isAfterStart && (closesAt === null || start === null || start < closesAt);
    })
    .map(({ until, credit }) => ({ until: earlier(until, closesAt), credit }));
}

/** 0 … 1. After the close nothing is accepted, so nothing is earned. */
export function creditAt(terms: Terms, receivedAt: number): number {
  const step = creditTimeline(terms).find(({ until }) => until === null || receivedAt <= until);
  return step?.credit ?? 0;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** Whether homework may be begun and handed in, judged by the server's clock alone. */
import { accept, type Result, refuse } from "@pyrena/contracts";
import type { Terms } from "./accommodation.ts";
import { creditAt } from "./late.ts";
import { worthOf } from "./score.ts";

export type HomeworkRefusal = "not-open-yet" | "closed" | "time-is-up" | "no-attempts-left";

/** An answer given in time may arrive a little later: the network's share, the same as in the live room. */
export const NETWORK_GRACE_MS = 1_500;

/** What a student has done so far of one assignment. */
export interface Work {
  /** The first look, from which a time limit counts; null before it. */
  readonly startedAt: number | null;
}

/** The end of the student's own time: of the close and the time limit the earlier; null is never. */
export function endOf(terms: Terms, { startedAt }: Work): number | null {
  const limit = terms.timeLimitMs === null || startedAt === null ? null : startedAt + terms.timeLimitMs;
  if (limit === null || terms.closesAt === null) return limit ?? terms.closesAt;
  return Math.min(limit, terms.closesAt);
}

/** Whether another attempt at an item may be begun, of which `attempts` were begun before. */
export function mayBegin(
  terms: Terms,
  work: Work,
  attempts: number,
  now: number,
): Result<true, HomeworkRefusal> {
  const time = checkTime(terms, work, now);
  if (!time.ok) return time;
  if (terms.maxAttempts !== null && attempts >= terms.maxAttempts) return refuse("no-attempts-left");
  return accept(true);
}

export interface Admitted {
  /** 0 … 1, by the credit timeline at receipt. */
  readonly credit: number;
}

/** Whether an answer received now counts, and for how much. When it was begun or written down does not matter. */
export function admitSubmission(
  terms: Terms,
  work: Work,
  receivedAt: number,
): Result<Admitted, HomeworkRefusal> {
  const time = checkTime(terms, work, receivedAt);
  if (!time.ok) return time;
  return accept({ credit: creditAt(terms, receivedAt - NETWORK_GRACE_MS) });
}

/** What an answer would earn at most if it were received now: what the page says before it is sent. */
export function worthNow(terms: Terms, attempt: number, now: number): number {
  return creditAt(terms, now) * worthOf(terms.policy.attempts, attempt);
}

function checkTime(terms: Terms, work: Work, now: number): Result<true, HomeworkRefusal> {
  if (terms.opensAt !== null && now < terms.opensAt) return refuse("not-open-yet");
  if (terms.closesAt !== null && now > terms.closesAt + NETWORK_GRACE_MS) return refuse("closed");
  const end = endOf(terms, work);
  if (end !== null && now > end + NETWORK_GRACE_MS) return refuse("time-is-up");
  return accept(true);
}

/**
 * What one student is given: more time, a later due time, more attempts.
 *
 * One kind of record serves the whole class (every room and every assignment) and a single assignment. Each field is inherited by
 * itself: the record of the assignment decides where it says something, else the record of the class, else the assignment.
 */
import type { AssignmentPolicy } from "@pyrena/contracts";
import { addCalendar } from "./wall-time.ts";

/** A field that is null says nothing. */
export interface Accommodation {
  /** Multiplies every time limit: of a homework, of a live question. */
  readonly extraTimeFactor: number | null;
  /** Calendar days by which due and close move. */
  readonly extraDays: number | null;
  readonly opensAt: number | null;
  readonly dueAt: number | null;
  readonly closesAt: number | null;
  /** Attempts per item, in place of the policy's. */
  readonly maxAttempts: number | null;
  /** The assignment does not count for this student. */
  readonly isExcused: boolean | null;
}

export const NO_ACCOMMODATION: Accommodation = {
  extraTimeFactor: null,
  extraDays: null,
  opensAt: null,
  dueAt: null,
  closesAt: null,
  maxAttempts: null,
  isExcused: null,
};

/** The assignment as everybody has it. Instants; null is no such time. */
export interface Assignment {
  readonly opensAt: number | null;
  readonly dueAt: number | null;
  readonly closesAt: number | null;
  readonly policy: AssignmentPolicy;
  /** The class's. */
  readonly timeZone: string;
}

/** The assignment as one student has it. */
export interface Terms {
  readonly opensAt: number | null;
  readonly dueAt: number | null;
  readonly closesAt: number | null;
  /** From the student's first look; null is no limit. */
  readonly timeLimitMs: number | null;
  /** Attempts per item; null is unlimited. */
  readonly maxAttempts: number | null;
  readonly isExcused: boolean;
  readonly policy: AssignmentPolicy;
  readonly timeZone: string;
}

/** Field by field, the most specific record that says something. `records` go from the general to the specific. */
export function inherit(records: readonly Accommodation[]): Accommodation {
  return records.reduce(
    (general, specific) => ({
      extraTimeFactor: specific.extraTimeFactor ?? general.extraTimeFactor,
      extraDays: specific.extraDays ?? general.extraDays,
      opensAt: specific.opensAt ?? general.opensAt,
      dueAt: specific.dueAt ?? general.dueAt,
      closesAt: specific.closesAt ?? general.closesAt,
      maxAttempts: specific.maxAttempts ?? general.maxAttempts,
      isExcused: specific.isExcused ?? general.isExcused,
    }),
    NO_ACCOMMODATION,
  );
}

/** An extension is never cut off by a close that was set before it: the close is at least the student's due time. */
export function termsFor(assignment: Assignment, records: readonly Accommodation[]): Terms {
  const given = inherit(records);
  const moved = (instant: number | null) =>
    instant === null || given.extraDays === null
      ? instant
      : addCalendar(instant, { days: given.extraDays, hours: 0 }, assignment.timeZone);
  const dueAt = given.dueAt ?? moved(assignment.dueAt);
  const closesAt = given.closesAt ?? moved(assignment.closesAt);
  const { policy } = assignment;
  return {
    opensAt: given.opensAt ?? assignment.opensAt,
    dueAt,
    closesAt: closesAt === null || dueAt === null ? closesAt : Math.max(closesAt, dueAt),
    timeLimitMs: timeLimit(policy.timeLimitMinutes, given.extraTimeFactor),
    maxAttempts: given.maxAttempts ?? attemptsOf(policy),
    isExcused: given.isExcused ?? false,
    policy,
    timeZone: assignment.timeZone,
  };
}

function attemptsOf({ attempts }: AssignmentPolicy): number | null {
  return attempts.counts === "points" ? attempts.points.length : attempts.max;
}

function timeLimit(minutes: number | null, factor: number | null): number | null {
  return minutes === null ? null : Math.ceil(minutes * 60_000 * (factor ?? 1));
}

/** An assignment's rows as packages/coursework knows them. */
import {
  type Accommodation,
  type Assignment,
  assignmentScore,
  creditAt,
  itemScore,
  NETWORK_GRACE_MS,
  type Terms,
  termsFor,
} from "@pyrena/coursework";
import type { AccommodationRow, AssignmentItemRow, AssignmentRow, ClassRow } from "@pyrena/db";

/** What the assignment asks of one student. `records` are the class's accommodations, from the general to the specific. */
export function termsOf(
  assignment: AssignmentRow,
  timeZone: string,
  userId: string,
  records: readonly AccommodationRow[],
): Terms {
  const own = records.filter(
    (record) =>
      record.userId === userId && (record.assignmentId === null || record.assignmentId === assignment.id),
  );
  return termsFor(asAssignment(assignment, timeZone), own.map(asAccommodation));
}

/** The latest due and close time that anybody in the class has: when keys may come out. */
export function classEnd(assignment: AssignmentRow, own: ClassRow, records: readonly AccommodationRow[]) {
  const base = termsFor(asAssignment(assignment, own.timeZone), []);
  const everybody = [...new Set(records.map(({ userId }) => userId))].map((userId) =>
    termsOf(assignment, own.timeZone, userId, records),
  );
  return {
    due: latest([base, ...everybody].map(({ dueAt }) => dueAt)),
    close: latest([base, ...everybody].map(({ closesAt }) => closesAt)),
  };
}

/** An answer as a score needs it. */
export interface ScoredAnswer {
  readonly assignmentItemId: string;
  readonly receivedAt: Date;
  /** 0 … 1: its newest grade. */
  readonly score: number;
}

/** By item. `answers` are one student's graded ones, in the order of receipt. */
export function itemScores(
  terms: Terms,
  items: readonly Pick<AssignmentItemRow, "id">[],
  answers: readonly ScoredAnswer[],
): Map<string, number | null> {
  return new Map(
    items.map(({ id }) => {
      const own = answers.filter(({ assignmentItemId }) => assignmentItemId === id);
      return [
        id,
        itemScore(
          terms.policy.attempts,
          own.map((answer) => asScored(terms, answer)),
        ),
      ];
    }),
  );
}

export function scoreOf(
  terms: Terms,
  items: readonly Pick<AssignmentItemRow, "id" | "weight">[],
  answers: readonly ScoredAnswer[],
): number | null {
  const scores = itemScores(terms, items, answers);
  return assignmentScore(items.map(({ id, weight }) => ({ weight, score: scores.get(id) ?? null })));
}

function asScored(terms: Terms, { score, receivedAt }: ScoredAnswer) {
  return { correctness: score, credit: creditOf(terms, receivedAt) };
}

/** The credit of an answer that was let in, the network's share taken off. */
export function creditOf(terms: Terms, receivedAt: Date): number {
  return creditAt(terms, receivedAt.getTime() - NETWORK_GRACE_MS);
}

function asAssignment({ opensAt, dueAt, closesAt, policy }: AssignmentRow, timeZone: string): Assignment {
  return { opensAt: millis(opensAt), dueAt: millis(dueAt), closesAt: millis(closesAt), policy, timeZone };
}

function asAccommodation(row: AccommodationRow): Accommodation {
  const { extraTimeFactor, extraDays, maxAttempts, isExcused } = row;
  return {
    ...{ extraTimeFactor, extraDays, maxAttempts, isExcused },
    opensAt: millis(row.opensAt),
    dueAt: millis(row.dueAt),
    closesAt: millis(row.closesAt),
  };
}

function millis(instant: Date | null): number | null {
  return instant === null ? null : instant.getTime();
}

export function dateOrNull(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** Null is never, which is later than anything. */
function latest(instants: readonly (number | null)[]): number | null {
  return instants.some((instant) => instant === null) ? null : Math.max(...instants.map(Number));
}

/** From graded submissions to the score of an item and of an assignment. Scores are 0 … 1; null is nothing handed in. */
import type { AttemptsPolicy } from "@pyrena/contracts";

/** One graded submission, in the order of receipt. */
export interface Scored {
  /** 0 … 1: the grade, partial credit included. */
  readonly correctness: number;
  /** 0 … 1: what its time left of it. */
  readonly credit: number;
}

export function itemScore(policy: AttemptsPolicy, submissions: readonly Scored[]): number | null {
  if (submissions.length === 0) return null;
  const earned = submissions.map(({ correctness, credit }, n) => correctness * credit * worthOf(policy, n));
  switch (policy.counts) {
    case "best":
    case "points":
      return Math.max(...earned);
    case "last":
      return earned.at(-1) ?? null;
    case "average":
      return earned.reduce((sum, value) => sum + value, 0) / earned.length;
  }
}

/** What the n-th attempt (from 0) is worth at most: what a page shows before it is begun. */
export function worthOf(policy: AttemptsPolicy, n: number): number {
  if (policy.counts !== "points") return 1;
  const [first = 1] = policy.points;
  // An accommodation may give more attempts than there are numbers: the last number holds on.
  return (policy.points[n] ?? policy.points.at(-1) ?? first) / first;
}

/** Items count by their weight; one without a submission counts as nothing earned. Null while nothing was handed in at all. */
export function assignmentScore(
  items: readonly { readonly weight: number; readonly score: number | null }[],
): number | null {
  if (items.every(({ score }) => score === null)) return null;
  const weight = items.reduce((sum, item) => sum + item.weight, 0);
  if (weight === 0) return null;
  return items.reduce((sum, item) => sum + item.weight * (item.score ?? 0), 0) / weight;
}

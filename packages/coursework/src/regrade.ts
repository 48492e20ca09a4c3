/**
 * A regrade: what a newer key does to grades that were given. Grades are rows; a regrade adds rows and edits none, so its dry run
 * and its doing are the same function.
 */

/** What becomes of a score the newer key would change. */
export const REGRADE_POLICIES = ["replace", "raise-only", "full-credit"] as const;
export type RegradePolicy = (typeof REGRADE_POLICIES)[number];

/** The newest grade of a submission. */
export interface Graded {
  readonly submissionId: string;
  readonly studentId: string;
  /** 0 … 1 by the key that counted so far. */
  readonly score: number;
  /** 0 … 1 by the newer key; null where the newer key voids the question. */
  readonly rescored: number | null;
  /** Set by a person, with a reason: no regrade touches it. */
  readonly isOverridden: boolean;
}

export interface Regraded {
  readonly submissionId: string;
  readonly studentId: string;
  readonly before: number;
  readonly after: number;
}

export interface RegradeReport {
  readonly changes: readonly Regraded[];
  readonly unchanged: number;
  /** Would change, but a person has set them. */
  readonly overridden: readonly string[];
}

export function regrade(grades: readonly Graded[], policy: RegradePolicy): RegradeReport {
  const changes: Regraded[] = [];
  const overridden: string[] = [];
  for (const grade of grades) {
    const after = scoreAfter(grade, policy);
    if (after === grade.score) continue;
    if (grade.isOverridden) overridden.push(grade.submissionId);
    else
      changes.push({
        submissionId: grade.submissionId,
        studentId: grade.studentId,
        before: grade.score,
        after,
      });
  }
  return { changes, unchanged: grades.length - changes.length - overridden.length, overridden };
}

/** A voided question gives full credit to whoever answered: the question was wrong, not the student. */
function scoreAfter({ score, rescored }: Graded, policy: RegradePolicy): number {
  if (policy === "full-credit" || rescored === null) return 1;
  return policy === "raise-only" ? Math.max(score, rescored) : rescored;
}

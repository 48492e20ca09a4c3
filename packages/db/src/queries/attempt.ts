import { type Grade, gradeSchema, type Response, responseSchema } from "@pyrena/contracts";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import {
  type ATTEMPT_PURPOSES,
  assignmentItem,
  attempt,
  grade,
  sitting,
  submission,
} from "../schema/index.ts";

export type AttemptPurpose = (typeof ATTEMPT_PURPOSES)[number];

export interface SittingRow {
  readonly seed: string;
  readonly startedAt: Date;
}

/** The student's first look: whichever of two pages is first makes it, both get it. */
export async function insertSitting(
  db: Database,
  place: { readonly assignmentId: string; readonly userId: string },
  values: SittingRow,
): Promise<SittingRow> {
  await db
    .insert(sitting)
    .values({ ...place, ...values })
    .onConflictDoNothing();
  const row = await selectOptionalSitting(db, place);
  if (row === null) throw new Error("a sitting was neither stored nor there");
  return row;
}

export async function selectOptionalSitting(
  db: Database,
  { assignmentId, userId }: { readonly assignmentId: string; readonly userId: string },
): Promise<SittingRow | null> {
  const [row] = await db
    .select({ seed: sitting.seed, startedAt: sitting.startedAt })
    .from(sitting)
    .where(and(eq(sitting.assignmentId, assignmentId), eq(sitting.userId, userId)));
  return row ?? null;
}

export interface NewAttempt {
  readonly assignmentItemId: string;
  readonly userId: string;
  readonly purpose: AttemptPurpose;
  readonly ordinal: number;
  readonly variantId: string;
}

/** False when there is one with this ordinal: another page of the same student was first. */
export async function insertAttempt(db: Database, values: NewAttempt): Promise<boolean> {
  try {
    await db.transaction((tx) => tx.insert(attempt).values(values));
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "attempt_once")) return false;
    throw error;
  }
}

export interface SubmissionRow {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly response: Response;
  readonly receivedAt: Date;
  /** The newest grade. */
  readonly grade: Grade;
  readonly score: number;
  readonly isCorrect: boolean;
}

/** An attempt with the answer it ended with, if it has. */
export interface AttemptRow {
  readonly id: string;
  readonly assignmentId: string;
  readonly assignmentItemId: string;
  readonly userId: string;
  readonly purpose: AttemptPurpose;
  readonly ordinal: number;
  readonly variantId: string;
  readonly draft: unknown;
  readonly draftVersion: number;
  readonly draftSavedAt: Date | null;
  readonly submission: SubmissionRow | null;
}

/** Of one student, item by item in the order in which they were begun. */
export function selectAttempts(db: Database, assignmentId: string, userId: string): Promise<AttemptRow[]> {
  return select(db, and(eq(assignmentItem.assignmentId, assignmentId), eq(attempt.userId, userId)));
}

export async function selectOptionalAttempt(db: Database, attemptId: string): Promise<AttemptRow | null> {
  const [row] = await select(db, eq(attempt.id, attemptId));
  return row ?? null;
}

/**
 * Saves unsent work if the page has seen the newest save; otherwise another device has written since, and null is returned. An
 * attempt that was handed in is not changed any more.
 */
export async function updateDraft(
  db: Database,
  attemptId: string,
  { draft, seen }: { readonly draft: unknown; readonly seen: number },
): Promise<{ readonly version: number; readonly savedAt: Date } | null> {
  const [row] = await db
    .update(attempt)
    .set({ draft, draftVersion: sql`${attempt.draftVersion} + 1`, draftSavedAt: new Date() })
    .where(
      and(
        eq(attempt.id, attemptId),
        eq(attempt.draftVersion, seen),
        sql`not exists (select 1 from submission where submission.attempt_id = ${attempt.id})`,
      ),
    )
    .returning({ version: attempt.draftVersion, savedAt: attempt.draftSavedAt });
  return row === undefined || row.savedAt === null ? null : { version: row.version, savedAt: row.savedAt };
}

export interface NewSubmission {
  readonly attemptId: string;
  readonly idempotencyKey: string;
  readonly response: Response;
  readonly receivedAt: Date;
  readonly variantKeyId: number;
  readonly grade: Grade;
}

/** Stores the answer with its grade, in one commit. False when the attempt has one already. */
export async function insertSubmission(db: Database, values: NewSubmission): Promise<boolean> {
  const { variantKeyId, grade: graded, ...own } = values;
  try {
    await db.transaction(async (tx) => {
      const [row] = await tx.insert(submission).values(own).returning({ id: submission.id });
      if (row === undefined) throw new Error("insert returned no row");
      const { score, correct: isCorrect } = graded;
      await tx
        .insert(grade)
        .values({ submissionId: row.id, variantKeyId, score, isCorrect, grade: graded, cause: "submitted" });
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "submission_once")) return false;
    throw error;
  }
}

/** A graded answer as the gradebook needs it. */
export interface ScoreRow {
  readonly assignmentId: string;
  readonly assignmentItemId: string;
  readonly userId: string;
  readonly receivedAt: Date;
  readonly score: number;
}

/** Every graded answer to these assignments with its newest grade, in the order of receipt; practice is not among them. */
export async function selectScores(db: Database, assignmentIds: readonly string[]): Promise<ScoreRow[]> {
  if (assignmentIds.length === 0) return [];
  return db
    .selectDistinctOn([submission.receivedAt, submission.id], {
      assignmentId: assignmentItem.assignmentId,
      assignmentItemId: attempt.assignmentItemId,
      userId: attempt.userId,
      receivedAt: submission.receivedAt,
      score: grade.score,
    })
    .from(submission)
    .innerJoin(attempt, eq(attempt.id, submission.attemptId))
    .innerJoin(assignmentItem, eq(assignmentItem.id, attempt.assignmentItemId))
    .innerJoin(grade, eq(grade.submissionId, submission.id))
    .where(and(inArray(assignmentItem.assignmentId, [...assignmentIds]), eq(attempt.purpose, "graded")))
    .orderBy(asc(submission.receivedAt), asc(submission.id), desc(grade.id));
}

async function select(db: Database, condition: ReturnType<typeof and>): Promise<AttemptRow[]> {
  const newestGrade = db
    .selectDistinctOn([grade.submissionId])
    .from(grade)
    .orderBy(grade.submissionId, desc(grade.id))
    .as("newest_grade");
  const rows = await db
    .select({
      own: attempt,
      assignmentId: assignmentItem.assignmentId,
      submission,
      grade: { grade: newestGrade.grade, score: newestGrade.score, isCorrect: newestGrade.isCorrect },
    })
    .from(attempt)
    .innerJoin(assignmentItem, eq(assignmentItem.id, attempt.assignmentItemId))
    .leftJoin(submission, eq(submission.attemptId, attempt.id))
    .leftJoin(newestGrade, eq(newestGrade.submissionId, submission.id))
    .where(condition)
    .orderBy(asc(assignmentItem.position), asc(attempt.ordinal));
  return rows.map(({ own: { createdAt: _, ...own }, assignmentId, ...ended }) => ({
    ...own,
    assignmentId,
    submission:
      ended.submission === null || ended.grade === null ? null : fromRows(ended.submission, ended.grade),
  }));
}

function fromRows(
  { id, idempotencyKey, receivedAt, response }: typeof submission.$inferSelect,
  graded: { readonly grade: unknown; readonly score: number | null; readonly isCorrect: boolean | null },
): SubmissionRow {
  return {
    ...{ id, idempotencyKey, receivedAt },
    response: responseSchema.parse(response),
    grade: gradeSchema.parse(graded.grade),
    score: graded.score ?? 0,
    isCorrect: graded.isCorrect ?? false,
  };
}

/** The variant that the item's first attempt got: everybody's, where there is nothing to vary. */
export async function selectOptionalAttemptVariant(
  db: Database,
  assignmentItemId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ variantId: attempt.variantId })
    .from(attempt)
    .where(eq(attempt.assignmentItemId, assignmentItemId))
    .orderBy(asc(attempt.createdAt), asc(attempt.id))
    .limit(1);
  return row?.variantId ?? null;
}

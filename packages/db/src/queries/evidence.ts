import { gradeSchema } from "@pyrena/contracts";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import {
  answer,
  assignment,
  assignmentItem,
  attempt,
  enrolment,
  grade,
  itemVersion,
  participant,
  room,
  round,
  submission,
  variant,
} from "../schema/index.ts";

/** One first try at one question: what dashboards are made of. Second tries have seen the right answer, so they are no evidence. */
export interface EvidenceRow {
  readonly userId: string;
  readonly itemId: string;
  readonly title: string;
  readonly topic: string;
  readonly source: "homework" | "room";
  readonly receivedAt: Date;
  /** 0 … 1. */
  readonly score: number;
  readonly isCorrect: boolean;
  /** Wrong rules that predict exactly this answer. */
  readonly suggests: readonly string[];
}

/** Every first try of the class's students, in homework and in the rooms of its staff, in the order of receipt. */
export async function selectEvidence(db: Database, classId: string): Promise<EvidenceRow[]> {
  const rows = [...(await homeworkEvidence(db, classId)), ...(await roomEvidence(db, classId))];
  return rows.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

const title = sql<string>`${itemVersion.draft}->>'title'`;

async function homeworkEvidence(db: Database, classId: string): Promise<EvidenceRow[]> {
  const rows = await db
    .selectDistinctOn([submission.id], {
      userId: attempt.userId,
      itemId: itemVersion.itemId,
      title,
      topic: itemVersion.topic,
      receivedAt: submission.receivedAt,
      score: grade.score,
      isCorrect: grade.isCorrect,
      grade: grade.grade,
    })
    .from(submission)
    .innerJoin(attempt, eq(attempt.id, submission.attemptId))
    .innerJoin(assignmentItem, eq(assignmentItem.id, attempt.assignmentItemId))
    .innerJoin(assignment, eq(assignment.id, assignmentItem.assignmentId))
    .innerJoin(itemVersion, eq(itemVersion.id, assignmentItem.itemVersionId))
    .innerJoin(grade, eq(grade.submissionId, submission.id))
    .innerJoin(enrolment, studentOf(classId, attempt.userId))
    .where(
      and(
        eq(assignment.classId, classId),
        isNull(assignment.archivedAt),
        eq(attempt.purpose, "graded"),
        eq(attempt.ordinal, 1),
      ),
    )
    .orderBy(asc(submission.id), desc(grade.id));
  return rows.map((row) => fromRow("homework", row));
}

async function roomEvidence(db: Database, classId: string): Promise<EvidenceRow[]> {
  const staff = db
    .select({ userId: enrolment.userId })
    .from(enrolment)
    .where(
      and(
        eq(enrolment.classId, classId),
        inArray(enrolment.role, ["instructor", "assistant"]),
        isNull(enrolment.removedAt),
      ),
    );
  const rows = await db
    .select({
      userId: enrolment.userId,
      itemId: itemVersion.itemId,
      title,
      topic: itemVersion.topic,
      receivedAt: answer.receivedAt,
      score: answer.score,
      isCorrect: answer.isCorrect,
      grade: answer.grade,
    })
    .from(answer)
    .innerJoin(participant, eq(participant.id, answer.participantId))
    .innerJoin(enrolment, studentOf(classId, participant.userId))
    .innerJoin(round, eq(round.id, answer.roundId))
    .innerJoin(room, eq(room.id, round.roomId))
    .innerJoin(variant, eq(variant.id, round.variantId))
    .innerJoin(itemVersion, eq(itemVersion.id, variant.itemVersionId))
    // A revote has heard the neighbours: the first vote is the student's own.
    .where(and(eq(answer.ballot, 1), inArray(room.hostId, staff)));
  return rows.map((row) => fromRow("room", row));
}

function studentOf(classId: string, userId: typeof attempt.userId | typeof participant.userId) {
  return and(
    eq(enrolment.classId, classId),
    eq(enrolment.userId, userId),
    eq(enrolment.role, "student"),
    isNull(enrolment.removedAt),
  );
}

type Stored = Omit<EvidenceRow, "source" | "suggests"> & { readonly grade: unknown };

function fromRow(source: EvidenceRow["source"], { grade: graded, ...row }: Stored): EvidenceRow {
  const { evidence } = gradeSchema.parse(graded);
  const suggests = row.isCorrect
    ? []
    : evidence.filter((one) => one.predicted).map((one) => one.misconception);
  return { ...row, source, suggests };
}

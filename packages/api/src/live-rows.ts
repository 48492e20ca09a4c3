import type { AnswerRow, ParticipantRow } from "@pyrena/db";
import type { Answer, Participant } from "@pyrena/live";

/** Rows as the live machine reads them. */
export function toLiveAnswer(row: AnswerRow): Answer {
  const {
    idempotencyKey: answerId,
    roundId,
    ballot,
    participantId,
    response,
    confidence,
    grade,
    bucket,
  } = row;
  const receivedAt = row.receivedAt.getTime();
  return { answerId, roundId, ballot, participantId, response, confidence, receivedAt, grade, bucket };
}

export function toLiveParticipant(row: ParticipantRow): Participant {
  return {
    participantId: row.id,
    nickname: row.nickname,
    joinedAt: row.createdAt.getTime(),
    isRemoved: row.removedAt !== null,
  };
}

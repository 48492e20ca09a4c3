import {
  type Ballot,
  type Bucket,
  ballotSchema,
  bucketSchema,
  type Confidence,
  type Grade,
  gradeSchema,
  type Response,
  responseSchema,
} from "@pyrena/contracts";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { nanoid } from "nanoid";
import type { Database } from "../client.ts";
import { answer, round } from "../schema/index.ts";

export interface AnswerRow {
  readonly roundId: string;
  readonly ballot: Ballot;
  readonly participantId: string;
  /** Made by the page: the same answer sent twice is stored once. */
  readonly idempotencyKey: string;
  readonly response: Response;
  readonly confidence: Confidence | null;
  readonly receivedAt: Date;
  readonly variantKeyId: number;
  readonly timeMs: number;
  readonly grade: Grade;
  readonly bucket: Bucket;
}

/** What is in the database for an answer: itself, or the one that had its seat before. */
export interface StoredAnswer {
  readonly isNew: boolean;
  readonly row: AnswerRow;
}

/**
 * Stores any number of answers in one statement and one commit, and says, in the order given, what is stored for each. The rows
 * travel as one JSON parameter: 500 answers cost one parse, not 6,000 parameters. They are written in the order of their
 * seats, so that two batches cannot wait for each other. One bad row fails the batch: the caller falls back to single rows.
 *
 * `mayReplace`: in rooms where an answer may change until the close, the newer one takes the seat.
 */
export async function insertAnswers(
  db: Database,
  rows: readonly AnswerRow[],
  { mayReplace = false }: { readonly mayReplace?: boolean } = {},
): Promise<StoredAnswer[]> {
  // One statement may touch a seat once: of two answers to it in one batch, the newest or the first stands.
  const seats = new Map<string, AnswerRow>();
  for (const row of rows) if (mayReplace || !seats.has(seatOf(row))) seats.set(seatOf(row), row);
  const written = await write(db, [...seats.values()], mayReplace);
  const missing = rows.filter((row) => written.get(seatOf(row))?.idempotencyKey !== row.idempotencyKey);
  const stored = new Map([...(await selectSeats(db, missing)), ...written]);
  return rows.map((row) => {
    const seat = stored.get(seatOf(row));
    if (seat === undefined) throw new Error("an answer is neither stored nor refused");
    return { isNew: written.get(seatOf(row))?.idempotencyKey === row.idempotencyKey, row: seat };
  });
}

/** Every answer given in a room, by round and time of receipt. */
export async function selectAnswers(db: Database, roomId: string): Promise<AnswerRow[]> {
  const rows = await db
    .select({ answer })
    .from(answer)
    .innerJoin(round, eq(round.id, answer.roundId))
    .where(eq(round.roomId, roomId))
    .orderBy(asc(round.ordinal), asc(answer.ballot), asc(answer.receivedAt), asc(answer.id));
  return rows.map((row) => fromRow(row.answer));
}

type Seat = Pick<AnswerRow, "roundId" | "participantId"> & { readonly ballot: number };

const seatOf = ({ roundId, ballot, participantId }: Seat) => `${roundId}:${ballot}:${participantId}`;

/** Returns the rows that were written, by seat. */
async function write(
  db: Database,
  rows: readonly AnswerRow[],
  mayReplace: boolean,
): Promise<Map<string, AnswerRow>> {
  if (rows.length === 0) return new Map();
  const onTaken = mayReplace
    ? sql`do update set idempotency_key = excluded.idempotency_key, response = excluded.response,
        confidence = excluded.confidence, received_at = excluded.received_at, variant_key_id = excluded.variant_key_id,
        score = excluded.score, is_correct = excluded.is_correct, time_ms = excluded.time_ms, grade = excluded.grade,
        bucket = excluded.bucket
        where answer.received_at <= excluded.received_at`
    : sql`do nothing`;
  const { rows: returned } = await db.execute<{
    round_id: string;
    ballot: number;
    participant_id: string;
  }>(sql`
    insert into answer (id, round_id, ballot, participant_id, idempotency_key, response, confidence, received_at,
      variant_key_id, score, is_correct, time_ms, grade, bucket)
    select id, round_id, ballot, participant_id, idempotency_key, response::json, confidence, received_at,
      variant_key_id, score, is_correct, time_ms, grade::json, bucket::json
    from json_to_recordset(${JSON.stringify(rows.map(toDocument))}::json) as incoming(id text, round_id text,
      ballot int, participant_id text, idempotency_key text, response text, confidence text, received_at timestamptz,
      variant_key_id bigint, score real, is_correct boolean, time_ms int, grade text, bucket text)
    order by round_id, ballot, participant_id
    on conflict on constraint answer_once ${onTaken}
    returning round_id, ballot, participant_id`);
  const offered = new Map(rows.map((row) => [seatOf(row), row]));
  const seats = returned.map((row) =>
    seatOf({ roundId: row.round_id, ballot: row.ballot, participantId: row.participant_id }),
  );
  return new Map(
    seats.flatMap((seat) => {
      const row = offered.get(seat);
      return row === undefined ? [] : [[seat, row]];
    }),
  );
}

async function selectSeats(db: Database, seats: readonly Seat[]): Promise<Map<string, AnswerRow>> {
  if (seats.length === 0) return new Map();
  const rows = await db
    .select()
    .from(answer)
    .where(
      and(
        inArray(answer.roundId, [...new Set(seats.map((seat) => seat.roundId))]),
        inArray(answer.participantId, [...new Set(seats.map((seat) => seat.participantId))]),
      ),
    );
  return new Map(rows.map((row) => [seatOf(row), fromRow(row)]));
}

function toDocument(row: AnswerRow) {
  return {
    id: nanoid(),
    round_id: row.roundId,
    ballot: row.ballot,
    participant_id: row.participantId,
    idempotency_key: row.idempotencyKey,
    response: JSON.stringify(row.response),
    confidence: row.confidence,
    received_at: row.receivedAt.toISOString(),
    variant_key_id: row.variantKeyId,
    score: row.grade.score,
    is_correct: row.grade.correct,
    time_ms: row.timeMs,
    grade: JSON.stringify(row.grade),
    bucket: JSON.stringify(row.bucket),
  };
}

function fromRow(row: typeof answer.$inferSelect): AnswerRow {
  return {
    roundId: row.roundId,
    ballot: ballotSchema.parse(row.ballot),
    participantId: row.participantId,
    idempotencyKey: row.idempotencyKey,
    response: responseSchema.parse(row.response),
    confidence: row.confidence,
    receivedAt: row.receivedAt,
    variantKeyId: row.variantKeyId,
    timeMs: row.timeMs,
    grade: gradeSchema.parse(row.grade),
    bucket: bucketSchema.parse(row.bucket),
  };
}

import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, real, text, unique } from "drizzle-orm/pg-core";
import { document, id, instant } from "./columns.ts";
import { participant } from "./participant.ts";
import { round } from "./room.ts";
import { variantKey } from "./variant.ts";

/** One student's answer to one ballot of a round. Acknowledged only after its commit. */
export const answer = pgTable(
  "answer",
  {
    id: id(),
    roundId: text("round_id")
      .notNull()
      .references(() => round.id, { onDelete: "cascade" }),
    /** 1 vote, 2 revote. */
    ballot: integer("ballot").notNull(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participant.id, { onDelete: "cascade" }),
    /** Made by the page: the same answer sent twice is stored once and acknowledged twice. */
    idempotencyKey: text("idempotency_key").notNull(),
    /** A Response of contracts. */
    response: document("response").notNull(),
    confidence: text("confidence", { enum: ["sure", "think-so", "guess"] }),
    /** When the server had it; a client's clock is never asked. */
    receivedAt: instant("received_at").notNull(),

    // The grade, given on arrival. Correctness and time are kept apart; points are derived from both by the room's scoring.
    variantKeyId: bigint("variant_key_id", { mode: "number" })
      .notNull()
      .references(() => variantKey.id),
    /** 0 … 1, partial credit included. */
    score: real("score").notNull(),
    isCorrect: boolean("is_correct").notNull(),
    /** From the opening of the ballot to receipt at the server. */
    timeMs: integer("time_ms").notNull(),
    /** The whole Grade of contracts: parts and the misconceptions it speaks for. */
    grade: document("grade").notNull(),
    /** The Bucket of contracts: the bar of the histogram it belongs to. */
    bucket: document("bucket").notNull(),
  },
  (table) => [
    unique("answer_once").on(table.roundId, table.ballot, table.participantId),
    index().on(table.participantId),
    check("answer_ballot", sql`${table.ballot} in (1, 2)`),
    check("answer_score", sql`${table.score} between 0 and 1`),
  ],
);

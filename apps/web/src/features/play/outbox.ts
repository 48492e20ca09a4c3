/**
 * The student's answer between the finger and the commit. It is written down before it is sent, carries one
 * idempotency key for all its deliveries, and is only called saved when the server said so.
 */
import {
  ballotSchema,
  confidenceSchema,
  idSchema,
  type LiveRefusal,
  liveRefusalSchema,
  type RoundPublic,
  responseSchema,
} from "@pyrena/contracts";
import { z } from "zod";
import { draftSchema } from "../question/draft.ts";

const ofBallot = { roundId: idSchema, ballot: ballotSchema };

export const outboxSchema = z.object({
  answerId: z.string(),
  ...ofBallot,
  response: responseSchema,
  confidence: confidenceSchema.nullable(),
  delivery: z.discriminatedUnion("state", [
    z.object({ state: z.literal("waiting") }),
    z.object({ state: z.literal("saved"), receivedAt: z.number() }),
    z.object({ state: z.literal("refused"), code: liveRefusalSchema }),
  ]),
});
export type Outbox = z.infer<typeof outboxSchema>;

/** The unsent choice: it comes back after a reload. */
export const keptDraftSchema = z.object({
  ...ofBallot,
  draft: draftSchema,
  confidence: confidenceSchema.nullable(),
});
export type KeptDraft = z.infer<typeof keptDraftSchema>;

export const outboxKey = (roomId: string) => `pyrena.outbox.${roomId}`;
export const draftKey = (roomId: string) => `pyrena.draft.${roomId}`;

export function belongsTo(
  entry: { readonly roundId: string; readonly ballot: number } | null,
  round: RoundPublic | null,
): boolean {
  return entry !== null && round !== null && entry.roundId === round.roundId && entry.ballot === round.ballot;
}

/** What an ack, or its absence, does to the answer on its way. */
export function delivered(
  outbox: Outbox,
  ack: { ok: true; receivedAt: number } | { ok: false; code: LiveRefusal },
): Outbox {
  if (ack.ok) return { ...outbox, delivery: { state: "saved", receivedAt: ack.receivedAt } };
  // These only mean "not now": the answer stays where it is and goes out again.
  if (ack.code === "unavailable" || ack.code === "rate-limited") return outbox;
  return { ...outbox, delivery: { state: "refused", code: ack.code } };
}

/** The request for the wire; the optional field is absent rather than empty. */
export function answerRequest({ answerId, roundId, ballot, response, confidence }: Outbox) {
  const request = { type: "answer", answerId, roundId, ballot, response } as const;
  return confidence === null ? request : { ...request, confidence };
}

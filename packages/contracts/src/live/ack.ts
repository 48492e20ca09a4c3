import { z } from "zod";
import { idSchema } from "../ids.ts";
import { revealSchema } from "../kinds/reveal.ts";
import { ballotTallySchema } from "./phase.ts";
import { instant } from "./primitives.ts";
import { refusedSchema } from "./refusal.ts";

const ok = z.literal(true);

/** The answer is committed. Nothing here depends on whether it is right. */
export const answerAckSchema = z.union([
  z.strictObject({ ok, answerId: z.string(), receivedAt: instant }),
  refusedSchema,
]);
export type AnswerAck = z.infer<typeof answerAckSchema>;

export const clockAckSchema = z.union([z.strictObject({ ok, serverTime: instant }), refusedSchema]);
export type ClockAck = z.infer<typeof clockAckSchema>;

/** A host's command is stored; `version` is the room's after it. */
export const commandAckSchema = z.union([
  z.strictObject({ ok, version: z.number().int().nonnegative() }),
  refusedSchema,
]);
export type CommandAck = z.infer<typeof commandAckSchema>;

export const doneAckSchema = z.union([z.strictObject({ ok }), refusedSchema]);
export type DoneAck = z.infer<typeof doneAckSchema>;

export const peekAckSchema = z.union([
  z.strictObject({
    ok,
    roundId: idSchema,
    reveal: revealSchema,
    ballots: z.array(ballotTallySchema),
    /** 35–70 % right, and enough answers to say so: worth a discussion and a revote. */
    isWorthDiscussing: z.boolean(),
  }),
  refusedSchema,
]);
export type PeekAck = z.infer<typeof peekAckSchema>;

export const rosterRowSchema = z.strictObject({
  participantId: idSchema,
  nickname: z.string(),
  isConnected: z.boolean(),
  hasAnswered: z.boolean(),
  isRemoved: z.boolean(),
});
export type RosterRow = z.infer<typeof rosterRowSchema>;

export const rosterAckSchema = z.union([
  z.strictObject({ ok, participants: z.array(rosterRowSchema) }),
  refusedSchema,
]);
export type RosterAck = z.infer<typeof rosterAckSchema>;

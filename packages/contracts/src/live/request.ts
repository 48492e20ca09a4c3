import { z } from "zod";
import { idSchema } from "../ids.ts";
import { responseSchema } from "../kinds/response.ts";
import { ballotSchema, confidenceSchema, reactionSchema } from "./primitives.ts";

/** Socket.IO event name of everything a client asks; the payload is one of the unions below and is always acked. */
export const REQUEST = "request";

/** Round-trip to measure the offset between this clock and the server's. Open to every audience. */
const clock = z.strictObject({ type: z.literal("clock") });

const answer = z.strictObject({
  type: z.literal("answer"),
  /** Idempotency key, made by the page: the same answer sent twice gets the same ack. */
  answerId: idSchema,
  roundId: idSchema,
  ballot: ballotSchema,
  response: responseSchema,
  confidence: confidenceSchema.optional(),
});

const react = z.strictObject({ type: z.literal("react"), reaction: reactionSchema });

export const studentRequestSchema = z.discriminatedUnion("type", [clock, answer, react]);
export type StudentRequest = z.infer<typeof studentRequestSchema>;

export const projectorRequestSchema = z.discriminatedUnion("type", [clock]);
export type ProjectorRequest = z.infer<typeof projectorRequestSchema>;

/** The version the host's page showed: a double tap, or a second host, cannot advance the room twice. */
const version = z.number().int().nonnegative();

export const hostRequestSchema = z.discriminatedUnion("type", [
  clock,
  z.strictObject({ type: z.literal("open"), version, entryId: idSchema }),
  z.strictObject({ type: z.literal("close"), version }),
  z.strictObject({ type: z.literal("extend"), version, seconds: z.number().int().min(5).max(600) }),
  z.strictObject({ type: z.literal("discuss"), version }),
  z.strictObject({ type: z.literal("revote"), version }),
  z.strictObject({ type: z.literal("reveal"), version }),
  z.strictObject({ type: z.literal("scoreboard"), version }),
  z.strictObject({ type: z.literal("skip"), version }),
  z.strictObject({ type: z.literal("end"), version }),
  z.strictObject({ type: z.literal("void"), roundId: idSchema, isVoid: z.boolean() }),
  z.strictObject({ type: z.literal("lock"), isLocked: z.boolean() }),
  z.strictObject({ type: z.literal("kick"), participantId: idSchema }),
  z.strictObject({ type: z.literal("rename"), participantId: idSchema, nickname: z.string().max(2000) }),
  /** Key and histogram before the reveal, to this socket only and never in a view: the page shows it while held. */
  z.strictObject({ type: z.literal("peek") }),
  /** Names with who is connected and who has answered; likewise only in the ack. */
  z.strictObject({ type: z.literal("roster") }),
]);
export type HostRequest = z.infer<typeof hostRequestSchema>;

export type LiveRequest = StudentRequest | ProjectorRequest | HostRequest;

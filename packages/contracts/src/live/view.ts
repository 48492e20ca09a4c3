import { z } from "zod";
import { idSchema } from "../ids.ts";
import { gradeSchema } from "../kinds/grade.ts";
import { responseSchema } from "../kinds/response.ts";
import { roomSettingsSchema } from "../rooms.ts";
import { phaseViewSchema } from "./phase.ts";
import { ballotSchema, confidenceSchema, instant, REACTIONS } from "./primitives.ts";

const count = z.number().int().nonnegative();

/** How many are here; derived from rows and open connections, never incremented. */
export const countsSchema = z.strictObject({
  joined: count,
  connected: count,
  /** Answers to the ballot that is open or was open last; 0 in the lobby. */
  answered: count,
});
export type Counts = z.infer<typeof countsSchema>;

/** The part of a student's view that is the same for the whole class, sent as one broadcast. */
export const studentRoomSchema = z.strictObject({
  title: z.string(),
  settings: roomSettingsSchema,
  counts: countsSchema,
  current: phaseViewSchema,
});
export type StudentRoom = z.infer<typeof studentRoomSchema>;

/** The student's own answer to one ballot, as stored. */
export const ownAnswerSchema = z.strictObject({
  answerId: z.string(),
  roundId: idSchema,
  ballot: ballotSchema,
  response: responseSchema,
  confidence: confidenceSchema.nullable(),
  receivedAt: instant,
});
export type OwnAnswer = z.infer<typeof ownAnswerSchema>;

/** How the student did in the round that has just been revealed. */
export const ownResultSchema = z.strictObject({
  roundId: idSchema,
  /** null: no answer was given. */
  grade: gradeSchema.nullable(),
  points: count,
});
export type OwnResult = z.infer<typeof ownResultSchema>;

/** Where the student stands, counting revealed rounds only. */
export const standingSchema = z.strictObject({
  points: count,
  correct: count,
  rank: z.number().int().positive(),
  of: z.number().int().positive(),
  streak: count,
});
export type Standing = z.infer<typeof standingSchema>;

/** The part of a student's view that is theirs alone. */
export const studentSelfSchema = z.strictObject({
  participantId: idSchema,
  nickname: z.string(),
  /** Answers to the round on screen, one per ballot. */
  answers: z.array(ownAnswerSchema),
  result: ownResultSchema.nullable(),
  standing: standingSchema.nullable(),
});
export type StudentSelf = z.infer<typeof studentSelfSchema>;

export const projectorViewSchema = z.strictObject({
  title: z.string(),
  pin: z.string(),
  isLocked: z.boolean(),
  counts: countsSchema,
  current: phaseViewSchema,
});
export type ProjectorView = z.infer<typeof projectorViewSchema>;

export const DECK_STATUSES = ["waiting", "current", "asked", "skipped", "void"] as const;

/** An entry of the deck as the host's list shows it: a title, never the key. */
export const deckEntryViewSchema = z.strictObject({
  entryId: idSchema,
  title: z.string(),
  kind: z.string(),
  timeLimit: z.number().int().positive().nullable(),
  status: z.enum(DECK_STATUSES),
  /** The last round that asked it, to void it later. */
  roundId: idSchema.nullable(),
});
export type DeckEntryView = z.infer<typeof deckEntryViewSchema>;

/**
 * The host's view is safe to mirror: it holds what the projector shows plus controls. Key, histogram and names come
 * only in the acks of `peek` and `roster`.
 */
export const hostViewSchema = z.strictObject({
  title: z.string(),
  pin: z.string(),
  isLocked: z.boolean(),
  settings: roomSettingsSchema,
  counts: countsSchema,
  current: phaseViewSchema,
  deck: z.array(deckEntryViewSchema),
  /** What can be done now; the page enables exactly these controls. */
  controls: z.array(
    z.enum(["open", "close", "extend", "discuss", "revote", "reveal", "scoreboard", "skip", "end", "peek"]),
  ),
});
export type HostView = z.infer<typeof hostViewSchema>;

/** Reactions since the current round began: one per participant, the last one counts. */
export const reactionCountsSchema = z.strictObject(
  Object.fromEntries(REACTIONS.map((name) => [name, count])) as Record<
    (typeof REACTIONS)[number],
    typeof count
  >,
);
export type ReactionCounts = z.infer<typeof reactionCountsSchema>;

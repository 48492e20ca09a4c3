import { z } from "zod";

/** The version of the wire protocol in docs/protocol/live-room.md; a client of another version is refused. */
export const LIVE_PROTOCOL = 1;

/** Socket.IO namespace of the live room. */
export const LIVE_NAMESPACE = "/live";

/** Every id on the wire is an opaque short string made by the server. */
export const liveId = z.string().min(1).max(64);

/** A server instant in milliseconds since the epoch. A client's clock never appears on the wire. */
export const instant = z.number().int().nonnegative();

export const AUDIENCES = ["student", "host", "projector"] as const;
export const audienceSchema = z.enum(AUDIENCES);
export type Audience = z.infer<typeof audienceSchema>;

/** 1 is the vote, 2 the revote after a discussion. */
export const ballotSchema = z.union([z.literal(1), z.literal(2)]);
export type Ballot = z.infer<typeof ballotSchema>;

export const CONFIDENCES = ["sure", "think-so", "guess"] as const;
export const confidenceSchema = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof confidenceSchema>;

export const REACTIONS = ["lost", "slower", "faster"] as const;
export const reactionSchema = z.enum(REACTIONS);
export type Reaction = z.infer<typeof reactionSchema>;

export const SCORINGS = ["accuracy", "speed", "streak"] as const;
export const scoringSchema = z.enum(SCORINGS);
export type Scoring = z.infer<typeof scoringSchema>;

/** What the host decided when opening the room. */
export const roomSettingsSchema = z.strictObject({
  scoring: scoringSchema.default("accuracy"),
  /** Seconds each question stays open unless its deck entry says otherwise; null is "no timer". */
  timeLimit: z.number().int().min(5).max(3600).nullable().default(60),
  /** Whether an answer may be replaced before the close. */
  mayChangeAnswer: z.boolean().default(false),
  /** Whether students are asked how sure they are. It never costs points. */
  asksConfidence: z.boolean().default(true),
  showsLeaderboard: z.boolean().default(true),
});
export type RoomSettings = z.infer<typeof roomSettingsSchema>;

/** Digits and letters that nobody mistakes for one another on a projector. */
export const PIN_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const PIN_LENGTH = 6;

export const NICKNAME_MAX = 24;

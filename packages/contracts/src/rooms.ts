import { z } from "zod";
import { idSchema, tokenSchema } from "./ids.ts";
import { typedPinSchema } from "./pin.ts";

/** What a room may be set to when it is opened. Every field has a default, so `{}` is a valid request. */
export const roomSettingsSchema = z.strictObject({
  /** Seconds per question; null is no timer. */
  secondsPerQuestion: z.number().int().min(5).max(3600).nullable().default(60),
  /** Whether an answer may be replaced until the question closes. */
  answersMayChange: z.boolean().default(false),
  scoring: z.enum(["accuracy", "speed", "streak"]).default("accuracy"),
  /** Whether students are asked how sure they are; it never costs points. */
  asksConfidence: z.boolean().default(true),
  showsLeaderboard: z.boolean().default(true),
});
export type RoomSettings = z.infer<typeof roomSettingsSchema>;

export const joinRoomSchema = z.strictObject({
  pin: typedPinSchema,
  /** Its rules (nickname.ts) are refusals a person can read, so here it is only bounded. */
  nickname: z.string().max(2000),
});

/** What a student's browser keeps, per room: this is the whole credential. */
export const participantCredentialSchema = z.strictObject({
  roomId: idSchema,
  participantId: idSchema,
  nickname: z.string(),
  token: tokenSchema,
});
export type ParticipantCredential = z.infer<typeof participantCredentialSchema>;

/** What anyone who knows the PIN may learn before joining. */
export interface RoomLobby {
  readonly roomId: string;
  readonly title: string;
  readonly isLocked: boolean;
}

export interface RoomSummary {
  readonly id: string;
  readonly pin: string;
  readonly title: string;
  readonly deckId: string | null;
  readonly participants: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface ProjectorLink {
  readonly id: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** The token is shown once, at creation: only its hash is kept. */
export interface NewProjectorLink extends ProjectorLink {
  readonly token: string;
}

import { z } from "zod";

/** The version of the wire protocol in docs/protocol/live-room.md; a client of another version is refused. */
export const LIVE_PROTOCOL = 1;

/** Socket.IO namespace of the live room. */
export const LIVE_NAMESPACE = "/live";

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

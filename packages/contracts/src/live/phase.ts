import { z } from "zod";
import { idSchema } from "../ids.ts";
import { questionSchema } from "../kinds/question.ts";
import { revealSchema } from "../kinds/reveal.ts";
import { ballotSchema, instant } from "./primitives.ts";

/** One bar of the class histogram; it exists only after the reveal, or in the answer to a peek. */
export const bucketTallySchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  count: z.number().int().nonnegative(),
  isCorrect: z.boolean(),
});
export type BucketTally = z.infer<typeof bucketTallySchema>;

/** What the class answered in one ballot. After a revote there are two, and their difference is the gain. */
export const ballotTallySchema = z.strictObject({
  ballot: ballotSchema,
  answered: z.number().int().nonnegative(),
  correct: z.number().int().nonnegative(),
  buckets: z.array(bucketTallySchema),
});
export type BallotTally = z.infer<typeof ballotTallySchema>;

export const leaderboardRowSchema = z.strictObject({
  rank: z.number().int().positive(),
  nickname: z.string(),
  points: z.number().int().nonnegative(),
  /** Questions answered fully right. */
  correct: z.number().int().nonnegative(),
});
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;

/** The round being played, as anybody may see it. */
export const roundPublicSchema = z.strictObject({
  roundId: idSchema,
  /** 1 for the first question of the room. */
  ordinal: z.number().int().positive(),
  ballot: ballotSchema,
});
export type RoundPublic = z.infer<typeof roundPublicSchema>;

const asked = { round: roundPublicSchema, question: questionSchema };

/** The phases as students and the projector see them. Nothing before `reveal` can hold a key or a per-option count. */
export const phaseViewSchema = z.discriminatedUnion("phase", [
  /** Before the first question, and again after a skipped one. `names`: the newest arrivals, for the projector. */
  z.strictObject({ phase: z.literal("lobby"), names: z.array(z.string()) }),
  z.strictObject({ phase: z.literal("open"), ...asked, openedAt: instant, deadline: instant.nullable() }),
  z.strictObject({ phase: z.literal("closed"), ...asked, closedAt: instant }),
  z.strictObject({ phase: z.literal("discuss"), ...asked, since: instant }),
  z.strictObject({
    phase: z.literal("reveal"),
    ...asked,
    reveal: revealSchema,
    ballots: z.array(ballotTallySchema),
    isVoid: z.boolean(),
  }),
  z.strictObject({ phase: z.literal("scoreboard"), leaderboard: z.array(leaderboardRowSchema) }),
  z.strictObject({ phase: z.literal("ended"), endedAt: instant, leaderboard: z.array(leaderboardRowSchema) }),
]);
export type PhaseView = z.infer<typeof phaseViewSchema>;
export type PhaseName = PhaseView["phase"];

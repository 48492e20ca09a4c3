import type { Reaction, ReactionCounts } from "@pyrena/contracts";

/**
 * Lost / slower / faster: a mood, not a fact. It is kept for the current round only, one per participant, and is the
 * one thing a restart may forget.
 */
export type Reactions = ReadonlyMap<string, Reaction>;
export const NO_REACTIONS: Reactions = new Map();

export function react(reactions: Reactions, participantId: string, reaction: Reaction): Reactions {
  return new Map(reactions).set(participantId, reaction);
}

export function countReactions(reactions: Reactions): ReactionCounts {
  const counts: ReactionCounts = { lost: 0, slower: 0, faster: 0 };
  for (const reaction of reactions.values()) counts[reaction] += 1;
  return counts;
}

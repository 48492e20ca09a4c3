import type { BallotTally, BucketTally } from "@pyrena/contracts";
import { type Answer, answersOf, type Ledger } from "./ledger.ts";
import type { Round } from "./state.ts";

/** The class histogram of each ballot of a round, derived from the rows. */
export function tallies(round: Round, ledger: Ledger): BallotTally[] {
  return round.ballots.map(({ ballot }) => {
    const answers = answersOf(ledger, round.roundId, ballot);
    return {
      ballot,
      answered: answers.length,
      correct: answers.filter((answer) => answer.grade.correct).length,
      buckets: countBuckets(answers),
    };
  });
}

function countBuckets(answers: readonly Answer[]): BucketTally[] {
  const tally = new Map<string, BucketTally>();
  for (const { bucket, grade } of answers) {
    const earlier = tally.get(bucket.id);
    tally.set(bucket.id, {
      id: bucket.id,
      label: bucket.label,
      count: (earlier?.count ?? 0) + 1,
      isCorrect: grade.correct,
    });
  }
  // The order must not depend on who was fastest, so that two servers draw the same picture.
  return [...tally.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** Below this many answers a share says nothing. */
const ENOUGH_ANSWERS = 5;

/** Peer instruction pays where the class is split: 35 to 70 % right. */
export function isWorthDiscussing(tally: BallotTally): boolean {
  if (tally.answered < ENOUGH_ANSWERS) return false;
  const share = tally.correct / tally.answered;
  return share >= 0.35 && share <= 0.7;
}

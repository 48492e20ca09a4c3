import type { Grade, LeaderboardRow, RoomSettings, Standing } from "@pyrena/contracts";
import { type Answer, answerOf, answersOf, type Ledger, type Participant } from "./ledger.ts";
import { allRounds, type RoomState, type Round } from "./state.ts";

/** Points of a fully right answer; partial credit earns its share. */
export const FULL_POINTS = 100;
const SPEED_BONUS = 50;
/** The bonus falls to nothing this long after the first correct answer, so reading slowly costs little. */
const SPEED_WINDOW_MS = 20_000;
const STREAK_STEP = 10;
const STREAK_CAP = 50;

export interface RoundScore {
  readonly roundId: string;
  readonly grade: Grade | null;
  readonly points: number;
}

export interface Score {
  readonly participantId: string;
  readonly points: number;
  /** Rounds answered fully right. */
  readonly correct: number;
  /** Fully right answers in a row, up to now. */
  readonly streak: number;
  readonly rounds: readonly RoundScore[];
}

/** Everybody's score over the revealed rounds; a void round counts for nobody and breaks no streak. */
export function scores(
  state: RoomState,
  ledger: Ledger,
  participants: readonly Participant[],
): ReadonlyMap<string, Score> {
  if (state.phase === "unopened") return new Map();
  const rounds = allRounds(state).filter((round) => round.reveal !== null && !round.isVoid);
  const firstCorrect = new Map(rounds.map((round) => [round, firstCorrectPerBallot(round, ledger)]));
  const { scoring } = state.settings;
  return new Map(
    participants.map(({ participantId }) => {
      let score: Score = { participantId, points: 0, correct: 0, streak: 0, rounds: [] };
      for (const round of rounds) {
        const answer = countedAnswer(round, ledger, participantId);
        score = addRound(score, round, answer, {
          scoring,
          firstCorrect: firstCorrect.get(round) ?? new Map(),
        });
      }
      return [participantId, score];
    }),
  );
}

/** The answer that counts: the one to the last ballot the participant took part in. */
export function countedAnswer(round: Round, ledger: Ledger, participantId: string): Answer | null {
  return (
    answerOf(ledger, round.roundId, 2, participantId) ?? answerOf(ledger, round.roundId, 1, participantId)
  );
}

interface Rules {
  readonly scoring: RoomSettings["scoring"];
  readonly firstCorrect: ReadonlyMap<number, number>;
}

function addRound(score: Score, round: Round, answer: Answer | null, rules: Rules): Score {
  const isRight = answer?.grade.correct ?? false;
  const streak = isRight ? score.streak + 1 : 0;
  const points = answer === null ? 0 : base(answer) + bonus(answer, streak, rules);
  return {
    ...score,
    points: score.points + points,
    correct: score.correct + (isRight ? 1 : 0),
    streak,
    rounds: [...score.rounds, { roundId: round.roundId, grade: answer?.grade ?? null, points }],
  };
}

function base(answer: Answer): number {
  return Math.round(answer.grade.score * FULL_POINTS);
}

function bonus(answer: Answer, streak: number, { scoring, firstCorrect }: Rules): number {
  if (!answer.grade.correct) return 0;
  switch (scoring) {
    case "accuracy":
      return 0;
    case "speed": {
      const behind = answer.receivedAt - (firstCorrect.get(answer.ballot) ?? answer.receivedAt);
      return Math.round(SPEED_BONUS * Math.max(0, 1 - behind / SPEED_WINDOW_MS));
    }
    case "streak":
      return Math.min(STREAK_CAP, STREAK_STEP * (streak - 1));
  }
}

function firstCorrectPerBallot(round: Round, ledger: Ledger): ReadonlyMap<number, number> {
  return new Map(
    round.ballots.map(({ ballot }) => {
      const right = answersOf(ledger, round.roundId, ballot).filter((answer) => answer.grade.correct);
      return [
        ballot,
        right.reduce((first, answer) => Math.min(first, answer.receivedAt), Number.POSITIVE_INFINITY),
      ];
    }),
  );
}

/** Everybody who is still in the room, best first; equal points share a rank. */
export interface Ranking {
  readonly rows: readonly (LeaderboardRow & { readonly participantId: string })[];
  readonly standings: ReadonlyMap<string, Standing>;
}

export function ranking(participants: readonly Participant[], table: ReadonlyMap<string, Score>): Ranking {
  const present = participants
    .filter((participant) => !participant.isRemoved)
    .flatMap((participant) => {
      const score = table.get(participant.participantId);
      return score === undefined ? [] : [{ ...score, nickname: participant.nickname }];
    })
    .sort((a, b) => b.points - a.points || b.correct - a.correct || (a.nickname < b.nickname ? -1 : 1));
  const rows: (LeaderboardRow & { participantId: string })[] = [];
  const standings = new Map<string, Standing>();
  for (const [index, { participantId, nickname, points, correct, streak }] of present.entries()) {
    const above = rows.at(-1);
    const rank = above?.points === points ? above.rank : index + 1;
    rows.push({ participantId, rank, nickname, points, correct });
    standings.set(participantId, { points, correct, streak, rank, of: present.length });
  }
  return { rows, standings };
}

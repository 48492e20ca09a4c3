import type { BallotResults, RoomResults, RoundResults, StudentResults } from "@pyrena/contracts";
import {
  type AnswerRow,
  type RoomRow,
  selectAnswers,
  selectItemTopics,
  selectParticipants,
} from "@pyrena/db";
import {
  allRounds,
  EMPTY_LEDGER,
  type Ledger,
  type RoomState,
  type Round,
  ranking,
  record,
  type Score,
  scores,
  tallies,
} from "@pyrena/live";
import type { Context } from "./context.ts";
import { toLiveAnswer, toLiveParticipant } from "./live-rows.ts";

/** What the results are derived from; all of it is stored fact. */
interface Facts {
  readonly state: RoomState;
  readonly rounds: readonly Round[];
  readonly answers: readonly AnswerRow[];
  readonly ledger: Ledger;
  readonly topics: ReadonlyMap<string, string>;
}

/** The results page of a room: revealed questions only, since an unrevealed one may still be asked. */
export async function roomResults(ctx: Pick<Context, "db" | "live">, room: RoomRow): Promise<RoomResults> {
  const [state, answers, participantRows] = await Promise.all([
    ctx.live.state(room.id),
    selectAnswers(ctx.db, room.id),
    selectParticipants(ctx.db, room.id),
  ]);
  const rounds = allRounds(state).filter((round) => round.reveal !== null);
  const versions = state.phase === "unopened" ? [] : state.deck.map(({ itemVersionId }) => itemVersionId);
  const facts: Facts = {
    state,
    rounds,
    answers,
    ledger: record(EMPTY_LEDGER, answers.map(toLiveAnswer)),
    topics: await selectItemTopics(ctx.db, versions),
  };
  const participants = participantRows.map(toLiveParticipant);
  const table = scores(state, facts.ledger, participants);
  const { id, pin, title, createdAt, endedAt } = room;
  return {
    room: { id, pin, title, createdAt, endedAt },
    rounds: rounds.map((round) => roundResults(round, facts)),
    students: ranking(participants, table).rows.map((row) =>
      studentResults(row, table.get(row.participantId), facts),
    ),
  };
}

function roundResults(round: Round, facts: Facts): RoundResults {
  const { question } = round.ballots[0];
  const entry =
    facts.state.phase === "unopened"
      ? undefined
      : facts.state.deck.find(({ entryId }) => entryId === round.entryId);
  return {
    roundId: round.roundId,
    ordinal: round.ordinal,
    kind: question.kind,
    title: question.title,
    topic: (entry && facts.topics.get(entry.itemVersionId)) ?? "",
    isVoided: round.isVoid,
    answerText: round.reveal?.answerText ?? null,
    ballots: ballotResults(round, facts),
  };
}

function ballotResults(round: Round, facts: Facts): BallotResults[] {
  return tallies(round, facts.ledger).map(({ ballot, answered, correct, buckets }) => {
    const times = facts.answers
      .filter((answer) => answer.roundId === round.roundId && answer.ballot === ballot)
      .map((answer) => answer.timeMs);
    return { ballot, answered, correct, buckets, medianTimeMs: median(times) };
  });
}

type RankedRow = ReturnType<typeof ranking>["rows"][number];

function studentResults(row: RankedRow, score: Score | undefined, facts: Facts): StudentResults {
  const { participantId, nickname, rank, points, correct } = row;
  const revealed = new Set(facts.rounds.map(({ roundId }) => roundId));
  const own = facts.answers.filter(
    (answer) => answer.participantId === participantId && revealed.has(answer.roundId),
  );
  const pointsOf = new Map(score?.rounds.map((round) => [round.roundId, round.points]));
  return {
    ...{ participantId, nickname, rank, points, correct },
    answered: new Set(own.map(({ roundId }) => roundId)).size,
    answers: own.map((answer) => ({
      roundId: answer.roundId,
      ballot: answer.ballot,
      label: answer.bucket.label,
      score: answer.grade.score,
      isCorrect: answer.grade.correct,
      // Only the last ballot somebody took part in earns points.
      points: isCounted(answer, own) ? (pointsOf.get(answer.roundId) ?? 0) : 0,
      timeMs: answer.timeMs,
    })),
  };
}

function isCounted(answer: AnswerRow, own: readonly AnswerRow[]): boolean {
  return !own.some((other) => other.roundId === answer.roundId && other.ballot > answer.ballot);
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return Math.round(((low ?? 0) + (high ?? 0)) / 2);
}

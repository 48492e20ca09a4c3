import type {
  BallotTally,
  Counts,
  HostView,
  LeaderboardRow,
  OwnAnswer,
  PhaseView,
  ProjectorView,
  RosterRow,
  StudentRoom,
  StudentSelf,
} from "@pyrena/contracts";
import { controlsOf, deckView } from "./host.ts";
import { type Answer, answerOf, answersOf } from "./ledger.ts";
import { presentParticipants, type Room } from "./room.ts";
import { type Ranking, ranking, type Score, scores } from "./score.ts";
import { allRounds, currentRound, latestBallot, type OpenedState, type Round } from "./state.ts";
import { tallies } from "./tally.ts";

/**
 * What each audience may see. Before the reveal the state holds no key at all; the histogram and the points exist only
 * in the rows, and every path from the rows to a view goes through a round whose `reveal` is set.
 */
export type OpenedRoom = Room & { readonly state: OpenedState };

export function isOpened(room: Room): room is OpenedRoom {
  return room.state.phase !== "unopened";
}

/** Names on the projector while people arrive. */
const NEWEST_NAMES = 60;
const LEADERBOARD_ROWS = 10;

/** The part of the students' view that is the same for the whole class. */
export function studentRoom(room: OpenedRoom): StudentRoom {
  const { title, settings } = room.state;
  return { title, settings, counts: counts(room), current: withoutNames(phaseView(room)) };
}

export function projectorView(room: OpenedRoom): ProjectorView {
  const { title, pin, isLocked } = room.state;
  return { title, pin, isLocked, counts: counts(room), current: phaseView(room) };
}

export function hostView(room: OpenedRoom): HostView {
  const { title, pin, isLocked, settings } = room.state;
  return {
    title,
    pin,
    isLocked,
    settings,
    counts: counts(room),
    current: phaseView(room),
    deck: deckView(room.state),
    controls: controlsOf(room.state),
  };
}

/** The part that is one student's own; `standing` is passed in because a whole class shares one computation. */
export function studentSelf(room: OpenedRoom, participantId: string, board: Board): StudentSelf | null {
  const participant = room.participants.get(participantId);
  if (participant === undefined) return null;
  const round = currentRound(room.state);
  return {
    participantId,
    nickname: participant.nickname,
    answers: round === null ? [] : ownAnswers(room, round, participantId),
    result: ownResult(room.state, board.scores.get(participantId)),
    standing: board.ranking.standings.get(participantId) ?? null,
  };
}

export interface Board {
  readonly scores: ReadonlyMap<string, Score>;
  readonly ranking: Ranking;
}

/** The board of the last state seen for a roster: a thousand reconnects ask for the same one. */
const boards = new WeakMap<Room["participants"], { readonly room: Room; readonly board: Board }>();

/** Points of everybody, over revealed rounds only. */
export function scoreboard(room: Room): Board {
  const last = boards.get(room.participants);
  if (last !== undefined && last.room.state === room.state && last.room.ledger === room.ledger)
    return last.board;
  const participants = presentParticipants(room);
  const table = scores(room.state, room.ledger, participants);
  const board = { scores: table, ranking: ranking(participants, table) };
  boards.set(room.participants, { room, board });
  return board;
}

export function counts(room: Room): Counts {
  const present = presentParticipants(room);
  const round = currentRound(room.state);
  return {
    joined: present.length,
    connected: present.filter((participant) => room.connected.has(participant.participantId)).length,
    answered: round === null ? 0 : answersOf(room.ledger, round.roundId, latestBallot(round).ballot).length,
  };
}

/** Host only, never part of a view: it goes into the ack of the socket that asked. */
export function rosterRows(room: Room): RosterRow[] {
  const round = currentRound(room.state);
  const ballot = round === null ? null : latestBallot(round).ballot;
  return [...room.participants.values()].map(({ participantId, nickname, isRemoved }) => ({
    participantId,
    nickname,
    isConnected: room.connected.has(participantId),
    hasAnswered:
      round !== null &&
      ballot !== null &&
      answerOf(room.ledger, round.roundId, ballot, participantId) !== null,
    isRemoved,
  }));
}

/** Host only, never part of a view. */
export function peekTallies(room: Room): BallotTally[] {
  const round = currentRound(room.state);
  return round === null ? [] : tallies(round, room.ledger);
}

function phaseView(room: OpenedRoom): PhaseView {
  const { state } = room;
  switch (state.phase) {
    case "lobby":
      return { phase: "lobby", names: newestNames(room) };
    case "open":
      return { phase: "open", ...asked(state.round), ...times(state.round) };
    case "closed":
      return { phase: "closed", ...asked(state.round), closedAt: latestBallot(state.round).closedAt ?? 0 };
    case "discuss":
      return { phase: "discuss", ...asked(state.round), since: state.since };
    case "reveal":
      return revealView(room, state.round);
    case "scoreboard":
      return { phase: "scoreboard", leaderboard: leaderboard(room) };
    case "ended":
      return { phase: "ended", endedAt: state.endedAt, leaderboard: leaderboard(room) };
  }
}

function revealView(room: OpenedRoom, round: Round): PhaseView {
  if (round.reveal === null) throw new Error("A round in the reveal phase has no reveal");
  return {
    phase: "reveal",
    ...asked(round),
    reveal: round.reveal,
    ballots: tallies(round, room.ledger),
    isVoid: round.isVoid,
  };
}

function asked(round: Round) {
  const { ballot, question } = latestBallot(round);
  return { round: { roundId: round.roundId, ordinal: round.ordinal, ballot }, question };
}

function times(round: Round) {
  const { openedAt, deadline } = latestBallot(round);
  return { openedAt, deadline };
}

function leaderboard(room: OpenedRoom): LeaderboardRow[] {
  if (!room.state.settings.showsLeaderboard) return [];
  return scoreboard(room)
    .ranking.rows.slice(0, LEADERBOARD_ROWS)
    .map(({ rank, nickname, points, correct }) => ({ rank, nickname, points, correct }));
}

function newestNames(room: Room): string[] {
  return presentParticipants(room)
    .sort((a, b) => b.joinedAt - a.joinedAt || (a.participantId < b.participantId ? -1 : 1))
    .slice(0, NEWEST_NAMES)
    .map((participant) => participant.nickname);
}

/** Students see how many are here, not who: names would make every arrival a broadcast to the whole class. */
function withoutNames(view: PhaseView): PhaseView {
  return view.phase === "lobby" ? { ...view, names: [] } : view;
}

function ownAnswers(room: Room, round: Round, participantId: string): OwnAnswer[] {
  return round.ballots.flatMap(({ ballot }) => {
    const answer = answerOf(room.ledger, round.roundId, ballot, participantId);
    return answer === null ? [] : [toOwn(answer)];
  });
}

function toOwn({ answerId, roundId, ballot, response, confidence, receivedAt }: Answer): OwnAnswer {
  return { answerId, roundId, ballot, response, confidence, receivedAt };
}

/** The last revealed round's result; nothing while a later question is being asked. */
function ownResult(state: OpenedState, score: Score | undefined) {
  const last = allRounds(state).at(-1);
  if (score === undefined || last === undefined || last.reveal === null) return null;
  const round = score.rounds.find((candidate) => candidate.roundId === last.roundId);
  return round === undefined ? null : { roundId: round.roundId, grade: round.grade, points: round.points };
}

import type { Ballot, Question, Reveal, RoomSettings } from "@pyrena/contracts";
import type { DeckEntry } from "./event.ts";

/** One vote on one question. A round has one, or two after a discussion. */
export interface BallotState {
  readonly ballot: Ballot;
  readonly variantId: string;
  readonly question: Question;
  readonly openedAt: number;
  /** Server instant after which no answer is taken (plus the network grace); null without a timer. */
  readonly deadline: number | null;
  readonly closedAt: number | null;
}

export interface Round {
  readonly roundId: string;
  readonly entryId: string;
  /** From 1, in the order in which they were asked. */
  readonly ordinal: number;
  readonly ballots: readonly [BallotState] | readonly [BallotState, BallotState];
  /** Null until revealed. Only revealed rounds count for points. */
  readonly reveal: Reveal | null;
  readonly isSkipped: boolean;
  readonly isVoid: boolean;
}

/** What every phase of an opened room knows. */
interface Opened {
  /** Number of events folded into this state. */
  readonly version: number;
  readonly title: string;
  readonly pin: string;
  readonly settings: RoomSettings;
  readonly deck: readonly DeckEntry[];
  /** Rounds that are over, oldest first; the one being played is in `round`. */
  readonly past: readonly Round[];
  readonly isLocked: boolean;
}

export interface Unopened {
  readonly phase: "unopened";
  readonly version: 0;
}
export interface Lobby extends Opened {
  readonly phase: "lobby";
}
export interface Open extends Opened {
  readonly phase: "open";
  readonly round: Round;
}
export interface Closed extends Opened {
  readonly phase: "closed";
  readonly round: Round;
}
export interface Discuss extends Opened {
  readonly phase: "discuss";
  readonly round: Round;
  readonly since: number;
}
export interface Revealed extends Opened {
  readonly phase: "reveal";
  readonly round: Round;
}
export interface Scoreboard extends Opened {
  readonly phase: "scoreboard";
}
export interface Ended extends Opened {
  readonly phase: "ended";
  readonly endedAt: number;
}

export type OpenedState = Lobby | Open | Closed | Discuss | Revealed | Scoreboard | Ended;
export type RoomState = Unopened | OpenedState;
export type Asking = Open | Closed | Discuss | Revealed;

export const UNOPENED: Unopened = { phase: "unopened", version: 0 };

/** The round being played, if one is. */
export function currentRound(state: RoomState): Round | null {
  return "round" in state ? state.round : null;
}

/** Every round so far, the current one last. */
export function allRounds(state: RoomState): readonly Round[] {
  if (state.phase === "unopened") return [];
  return "round" in state ? [...state.past, state.round] : state.past;
}

/** The vote being taken, or the last one taken, in a round. */
export function latestBallot(round: Round): BallotState {
  return round.ballots[1] ?? round.ballots[0];
}

import type { Ballot, Bucket, Confidence, Grade, LiveRefusal, Response } from "@pyrena/contracts";
import { fitsQuestion } from "@pyrena/contracts";
import { currentRound, latestBallot, type RoomState } from "./state.ts";
import { NETWORK_GRACE_MS } from "./transition.ts";

/**
 * The second kind of fact: answers and participants are rows outside the event chain, so that a thousand of them in one
 * second do not queue for one version number. Counts, histograms and points are always derived from these rows.
 */
export interface Answer {
  /** Idempotency key made by the page. */
  readonly answerId: string;
  readonly roundId: string;
  readonly ballot: Ballot;
  readonly participantId: string;
  readonly response: Response;
  readonly confidence: Confidence | null;
  /** Receipt at the server. */
  readonly receivedAt: number;
  readonly grade: Grade;
  /** The bar of the histogram it belongs to. */
  readonly bucket: Bucket;
}

export interface Participant {
  readonly participantId: string;
  readonly nickname: string;
  readonly joinedAt: number;
  /** The host removed them; their answers stay. */
  readonly isRemoved: boolean;
}

/** Answers by round, then by ballot and participant. */
export type Ledger = ReadonlyMap<string, ReadonlyMap<string, Answer>>;
export const EMPTY_LEDGER: Ledger = new Map();

const seat = (ballot: Ballot, participantId: string) => `${ballot}:${participantId}`;

/** The ledger with these rows; a row for a seat that has one replaces it. */
export function record(ledger: Ledger, answers: readonly Answer[]): Ledger {
  const next = new Map(ledger);
  const touched = new Map<string, Map<string, Answer>>();
  for (const answer of answers) {
    let rows = touched.get(answer.roundId);
    if (rows === undefined) {
      rows = new Map(ledger.get(answer.roundId));
      touched.set(answer.roundId, rows);
      next.set(answer.roundId, rows);
    }
    rows.set(seat(answer.ballot, answer.participantId), answer);
  }
  return next;
}

export function answerOf(
  ledger: Ledger,
  roundId: string,
  ballot: Ballot,
  participantId: string,
): Answer | null {
  return ledger.get(roundId)?.get(seat(ballot, participantId)) ?? null;
}

export function answersOf(ledger: Ledger, roundId: string, ballot: Ballot): Answer[] {
  return [...(ledger.get(roundId)?.values() ?? [])].filter((answer) => answer.ballot === ballot);
}

/** An answer as it arrives: not yet graded, stamped by the server. */
export type Offer = Pick<
  Answer,
  "answerId" | "roundId" | "ballot" | "participantId" | "response" | "receivedAt"
>;

export type Admission =
  | { readonly admit: "store" | "replace" }
  /** Sent before and stored: the same ack again, nothing is written. */
  | { readonly admit: "repeat"; readonly answer: Answer }
  | { readonly admit: "no"; readonly code: LiveRefusal };

/** Whether an answer counts, judged by the server's clock and the stored rows alone. */
export function admit(state: RoomState, ledger: Ledger, offer: Offer): Admission {
  if (state.phase === "unopened") return no("unknown-room");
  const earlier = answerOf(ledger, offer.roundId, offer.ballot, offer.participantId);
  if (earlier !== null && earlier.answerId === offer.answerId) return { admit: "repeat", answer: earlier };
  if (state.phase === "ended") return no("room-ended");
  const round = currentRound(state);
  if (round === null || round.roundId !== offer.roundId) return no("stale-round");
  const ballot = latestBallot(round);
  if (ballot.ballot !== offer.ballot) return no("stale-round");
  if (state.phase !== "open") return no("too-late");
  if (ballot.deadline !== null && offer.receivedAt > ballot.deadline + NETWORK_GRACE_MS)
    return no("too-late");
  if (!fitsQuestion(offer.response, ballot.question)) return no("wrong-widget");
  if (earlier === null) return { admit: "store" };
  return state.settings.answersMayChange ? { admit: "replace" } : no("already-answered");
}

function no(code: LiveRefusal): Admission {
  return { admit: "no", code };
}

import type { LiveRefusal } from "@pyrena/contracts";
import type { EventOf, RoomEvent } from "./event.ts";
import {
  allRounds,
  type BallotState,
  latestBallot,
  type OpenedState,
  type RoomState,
  type Round,
  UNOPENED,
} from "./state.ts";

/** What the world has to do because of an event. The machine only names it; apps/server/src/live does it. */
export type Effect =
  | { readonly type: "broadcast" }
  /** Close the open question at this instant, unless something else happens first. */
  | { readonly type: "schedule-close"; readonly at: number }
  | { readonly type: "cancel-close" }
  | {
      readonly type: "insert-round";
      readonly roundId: string;
      readonly ordinal: number;
      readonly variantId: string;
    }
  | { readonly type: "remove-participant"; readonly participantId: string; readonly at: number }
  | { readonly type: "rename-participant"; readonly participantId: string; readonly nickname: string }
  | { readonly type: "end-room"; readonly at: number };

export type Step =
  | { readonly ok: true; readonly state: OpenedState; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly code: LiveRefusal };

/** An answer on its way when the clock ran out is still taken for this long. */
export const NETWORK_GRACE_MS = 800;

const broadcast: Effect = { type: "broadcast" };
const cancelClose: Effect = { type: "cancel-close" };

/** The whole rule book: pure, total, and the only place where a room changes. */
export function transition(state: RoomState, event: RoomEvent): Step {
  if (state.phase === "unopened") return open(event);
  if (state.phase === "ended" && event.type !== "round-voided") return refused("room-ended");
  switch (event.type) {
    case "room-opened":
      return refused("wrong-phase");
    case "entry-added":
      return state.deck.some((entry) => entry.entryId === event.entry.entryId)
        ? refused("wrong-phase")
        : step(state, { deck: [...state.deck, event.entry] }, [broadcast]);
    case "question-opened":
      return askQuestion(state, event);
    case "question-closed":
      return closeQuestion(state, event);
    case "question-extended":
      return extendQuestion(state, event);
    case "discussion-opened":
      return openDiscussion(state, event);
    case "revote-opened":
      return openRevote(state, event);
    case "revealed":
      return reveal(state, event);
    case "scoreboard-shown":
      if (state.phase !== "reveal") return refused("wrong-phase");
      return moveTo(archive(state, state.round), { phase: "scoreboard" }, [broadcast]);
    case "round-skipped":
      if (state.phase !== "open" && state.phase !== "closed" && state.phase !== "discuss")
        return refused("wrong-phase");
      return moveTo(archive(state, { ...state.round, isSkipped: true }), { phase: "lobby" }, [
        cancelClose,
        broadcast,
      ]);
    case "round-voided":
      return voidRound(state, event);
    case "room-locked":
      return step(state, { isLocked: event.isLocked }, [broadcast]);
    case "participant-removed":
      return step(state, {}, [
        { type: "remove-participant", participantId: event.participantId, at: event.at },
        broadcast,
      ]);
    case "participant-renamed":
      return step(state, {}, [
        { type: "rename-participant", participantId: event.participantId, nickname: event.nickname },
        broadcast,
      ]);
    case "room-ended":
      return endRoom(state, event);
  }
}

/** A room is the fold of its events; a stored event that no longer fits is a bug, not a refusal. */
export function fold(events: Iterable<RoomEvent>, from: RoomState = UNOPENED): RoomState {
  let state = from;
  for (const event of events) {
    const next = transition(state, event);
    if (!next.ok)
      throw new Error(`Event ${event.type} does not follow version ${state.version}: ${next.code}`);
    state = next.state;
  }
  return state;
}

function open(event: RoomEvent): Step {
  if (event.type !== "room-opened") return refused("unknown-room");
  const { title, pin, settings, deck } = event;
  return {
    ok: true,
    state: { phase: "lobby", version: 1, title, pin, settings, deck, past: [], isLocked: false },
    effects: [broadcast],
  };
}

function askQuestion(state: OpenedState, event: EventOf<"question-opened">): Step {
  if (state.phase !== "lobby" && state.phase !== "reveal" && state.phase !== "scoreboard")
    return refused("wrong-phase");
  if (!state.deck.some((entry) => entry.entryId === event.entryId)) return refused("unknown-entry");
  const base = state.phase === "reveal" ? archive(state, state.round) : core(state);
  if (base.past.some((round) => round.roundId === event.roundId)) return refused("stale-round");
  const ordinal = base.past.length + 1;
  const ballot = startBallot(1, event);
  const round: Round = {
    roundId: event.roundId,
    entryId: event.entryId,
    ordinal,
    ballots: [ballot],
    reveal: null,
    isSkipped: false,
    isVoid: false,
  };
  return moveTo(base, { phase: "open", round }, [
    { type: "insert-round", roundId: event.roundId, ordinal, variantId: event.variantId },
    ...schedule(ballot),
    broadcast,
  ]);
}

function closeQuestion(state: OpenedState, event: EventOf<"question-closed">): Step {
  if (state.phase !== "open") return refused("wrong-phase");
  const round = withLatestBallot(state.round, { closedAt: event.at });
  return moveTo(core(state), { phase: "closed", round }, [cancelClose, broadcast]);
}

function extendQuestion(state: OpenedState, event: EventOf<"question-extended">): Step {
  if (state.phase !== "open") return refused("wrong-phase");
  const { deadline } = latestBallot(state.round);
  if (deadline === null) return refused("wrong-phase");
  const round = withLatestBallot(state.round, { deadline: deadline + event.byMs });
  return moveTo(core(state), { phase: "open", round }, [...schedule(latestBallot(round)), broadcast]);
}

function openDiscussion(state: OpenedState, event: EventOf<"discussion-opened">): Step {
  // One discussion per round: after the revote comes the reveal.
  if (state.phase !== "closed" || state.round.ballots.length === 2) return refused("wrong-phase");
  return moveTo(core(state), { phase: "discuss", round: state.round, since: event.at }, [broadcast]);
}

function openRevote(state: OpenedState, event: EventOf<"revote-opened">): Step {
  if (state.phase !== "discuss") return refused("wrong-phase");
  const ballot = startBallot(2, event);
  const round: Round = { ...state.round, ballots: [state.round.ballots[0], ballot] };
  return moveTo(core(state), { phase: "open", round }, [...schedule(ballot), broadcast]);
}

function reveal(state: OpenedState, event: EventOf<"revealed">): Step {
  if (state.phase !== "closed" && state.phase !== "discuss") return refused("wrong-phase");
  return moveTo(core(state), { phase: "reveal", round: { ...state.round, reveal: event.reveal } }, [
    broadcast,
  ]);
}

function voidRound(state: OpenedState, event: EventOf<"round-voided">): Step {
  const target = allRounds(state).find((round) => round.roundId === event.roundId);
  if (target === undefined) return refused("unknown-round");
  // Before the reveal there is nothing to take back: the host skips instead.
  if (target.reveal === null) return refused("wrong-phase");
  const mark = (round: Round): Round =>
    round.roundId === event.roundId ? { ...round, isVoid: event.isVoid } : round;
  const past = state.past.map(mark);
  return state.phase === "reveal"
    ? step(state, { past, round: mark(state.round) }, [broadcast])
    : step(state, { past }, [broadcast]);
}

function endRoom(state: OpenedState, event: EventOf<"room-ended">): Step {
  const base =
    "round" in state
      ? archive(state, state.phase === "reveal" ? state.round : { ...state.round, isSkipped: true })
      : core(state);
  return moveTo(base, { phase: "ended", endedAt: event.at }, [
    cancelClose,
    { type: "end-room", at: event.at },
    broadcast,
  ]);
}

function startBallot(
  ballot: 1 | 2,
  event: EventOf<"question-opened"> | EventOf<"revote-opened">,
): BallotState {
  const { at, variantId, question, timeLimit } = event;
  const deadline = timeLimit === null ? null : at + timeLimit * 1000;
  return { ballot, variantId, question, openedAt: at, deadline, closedAt: null };
}

function withLatestBallot(round: Round, change: Partial<BallotState>): Round {
  const [first, second] = round.ballots;
  const ballots =
    second === undefined
      ? ([{ ...first, ...change }] as const)
      : ([first, { ...second, ...change }] as const);
  return { ...round, ballots };
}

function schedule(ballot: BallotState): readonly Effect[] {
  const at = closesAt(ballot);
  return [at === null ? cancelClose : { type: "schedule-close", at }];
}

/** When an open ballot closes by itself; null without a timer. A restarted server sets its alarm by this. */
export function closesAt(ballot: BallotState): number | null {
  return ballot.deadline === null ? null : ballot.deadline + NETWORK_GRACE_MS;
}

type Core = Pick<OpenedState, "version" | "title" | "pin" | "settings" | "deck" | "past" | "isLocked">;

function core(state: OpenedState): Core {
  const { version, title, pin, settings, deck, past, isLocked } = state;
  return { version, title, pin, settings, deck, past, isLocked };
}

function archive(state: OpenedState, round: Round): Core {
  return { ...core(state), past: [...state.past, round] };
}

type Moved =
  | { readonly phase: "lobby" | "scoreboard" }
  | { readonly phase: "open" | "closed" | "reveal"; readonly round: Round }
  | { readonly phase: "discuss"; readonly round: Round; readonly since: number }
  | { readonly phase: "ended"; readonly endedAt: number };

function moveTo(base: Core, moved: Moved, effects: readonly Effect[]): Step {
  return { ok: true, state: { ...base, ...moved, version: base.version + 1 }, effects };
}

/** Stays in its phase; `change` may only touch fields the phase has. */
function step<S extends OpenedState>(state: S, change: Partial<S>, effects: readonly Effect[]): Step {
  return { ok: true, state: { ...state, ...change, version: state.version + 1 }, effects };
}

function refused(code: LiveRefusal): Step {
  return { ok: false, code };
}

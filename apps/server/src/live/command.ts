import { type HostRequest, normaliseNickname, type Refused } from "@pyrena/contracts";
import {
  checkVersion,
  currentRound,
  latestBallot,
  type OpenedState,
  type RoomEvent,
  type RoomState,
} from "@pyrena/live";
import { reveal } from "@pyrena/puzzles/grading";
import { refused } from "./runner.ts";
import type { Variants } from "./variants.ts";

export type Command = Exclude<HostRequest, { type: "clock" | "peek" | "roster" }>;

/** What an event needs that neither the room nor the request knows. */
export interface CommandContext {
  readonly variants: Variants;
  readonly now: number;
  readonly newId: () => string;
}

/** A host's request as the event it asks for. Whether the event is allowed is the machine's business, not this one's. */
export function toEvent(state: RoomState, command: Command, context: CommandContext): RoomEvent | Refused {
  if (state.phase === "unopened") return refused("unknown-room");
  const stale = checkVersion(state, command);
  if (stale !== null) return refused(stale);
  const at = context.now;
  switch (command.type) {
    case "open":
      return openEntry(state, command.entryId, context);
    case "close":
      return { type: "question-closed", at, cause: "host" };
    case "extend":
      return { type: "question-extended", at, byMs: command.seconds * 1000, cause: "host" };
    case "discuss":
      return { type: "discussion-opened", at };
    case "revote":
      return openRevote(state, context);
    case "reveal":
      return revealRound(state, context);
    case "scoreboard":
      return { type: "scoreboard-shown", at };
    case "skip":
      return { type: "round-skipped", at };
    case "end":
      return { type: "room-ended", at };
    case "void":
      return { type: "round-voided", at, roundId: command.roundId, isVoid: command.isVoid };
    case "lock":
      return { type: "room-locked", at, isLocked: command.isLocked };
    case "kick":
      return { type: "participant-removed", at, participantId: command.participantId };
    case "rename": {
      const nickname = normaliseNickname(command.nickname);
      if (!nickname.ok) return refused(nickname.code);
      return {
        type: "participant-renamed",
        at,
        participantId: command.participantId,
        nickname: nickname.value,
      };
    }
  }
}

function openEntry(
  state: OpenedState,
  entryId: string,
  { variants, now, newId }: CommandContext,
): RoomEvent | Refused {
  const entry = state.deck.find((candidate) => candidate.entryId === entryId);
  if (entry === undefined) return refused("unknown-entry");
  const { variantId } = entry;
  const { question } = variants.get(variantId);
  return {
    type: "question-opened",
    at: now,
    roundId: newId(),
    entryId,
    variantId,
    question,
    timeLimit: entry.timeLimit === undefined ? state.settings.secondsPerQuestion : entry.timeLimit,
  };
}

/** The revote asks the same thing of other values, so that nobody votes for a number they heard. */
function openRevote(state: OpenedState, { variants, now }: CommandContext): RoomEvent | Refused {
  const round = currentRound(state);
  const entry = state.deck.find((candidate) => candidate.entryId === round?.entryId);
  if (round === null || entry === undefined) return refused("wrong-phase");
  const variantId = entry.twinVariantId ?? entry.variantId;
  return {
    type: "revote-opened",
    at: now,
    variantId,
    question: variants.get(variantId).question,
    timeLimit: entry.timeLimit === undefined ? state.settings.secondsPerQuestion : entry.timeLimit,
  };
}

function revealRound(state: OpenedState, { variants, now }: CommandContext): RoomEvent | Refused {
  const round = currentRound(state);
  if (round === null) return refused("wrong-phase");
  const { question, key } = variants.get(latestBallot(round).variantId);
  return { type: "revealed", at: now, reveal: reveal(question, key) };
}

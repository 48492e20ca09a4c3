import type { DeckEntryView, HostRequest, HostView, LiveRefusal } from "@pyrena/contracts";
import { allRounds, currentRound, type OpenedState, type RoomState } from "./state.ts";

export type Control = HostView["controls"][number];

/** What a host can do now; each is accepted by `transition`, and nothing else of this list is. */
export function controlsOf(state: OpenedState): Control[] {
  switch (state.phase) {
    case "lobby":
    case "scoreboard":
      return ["open", "end"];
    case "open":
      return [...(canExtend(state) ? (["extend"] as const) : []), "close", "skip", "end", "peek"];
    case "closed":
      return [
        ...(state.round.ballots.length === 1 ? (["discuss"] as const) : []),
        "reveal",
        "skip",
        "end",
        "peek",
      ];
    case "discuss":
      return ["revote", "reveal", "skip", "end", "peek"];
    case "reveal":
      return ["open", "scoreboard", "end"];
    case "ended":
      return [];
  }
}

function canExtend(state: OpenedState): boolean {
  const round = currentRound(state);
  return round?.ballots.at(-1)?.deadline !== null;
}

/** The host's list of questions: titles and what became of them. */
export function deckView(state: OpenedState): DeckEntryView[] {
  const rounds = allRounds(state);
  const current = currentRound(state);
  return state.deck.map(({ entryId, title, kind, timeLimit }) => {
    const last = rounds.findLast((round) => round.entryId === entryId);
    return {
      entryId,
      title,
      kind,
      timeLimit: timeLimit === undefined ? state.settings.secondsPerQuestion : timeLimit,
      status: statusOf(last, current),
      roundId: last?.roundId ?? null,
    };
  });
}

function statusOf(
  last: { readonly roundId: string; readonly isVoid: boolean; readonly isSkipped: boolean } | undefined,
  current: { readonly roundId: string } | null,
): DeckEntryView["status"] {
  if (last === undefined) return "waiting";
  if (last.isVoid) return "void";
  if (last.isSkipped) return "skipped";
  return last.roundId === current?.roundId ? "current" : "asked";
}

/** A command names the version its page showed; a double tap or a second host's stale page is refused, not obeyed twice. */
export function checkVersion(state: RoomState, request: HostRequest): LiveRefusal | null {
  return "version" in request && request.version !== state.version ? "stale-version" : null;
}

import type { RoomEvent } from "./event.ts";
import { latestBallot, type RoomState } from "./state.ts";

/** However long the server was away, a question is never extended by more than this. */
export const LONGEST_EXTENSION_MS = 60_000;

/**
 * The event that gives back the time an outage took from the open question, if it took any.
 * `lastAlive` is the last instant at which the server is known to have worked.
 */
export function afterOutage(state: RoomState, lastAlive: number, now: number): RoomEvent | null {
  if (state.phase !== "open") return null;
  const { deadline, openedAt } = latestBallot(state.round);
  const from = Math.max(lastAlive, openedAt);
  // A question whose time was over before the outage lost nothing by it.
  if (deadline === null || deadline <= from || now <= from) return null;
  return {
    type: "question-extended",
    at: now,
    byMs: Math.min(now - from, LONGEST_EXTENSION_MS),
    cause: "outage",
  };
}

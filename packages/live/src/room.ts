import { type Answer, EMPTY_LEDGER, type Ledger, type Participant, record } from "./ledger.ts";
import { type RoomState, UNOPENED } from "./state.ts";

/** A room as one process sees it: folded events, rows, and who is connected to this moment. Only the last is not stored. */
export interface Room {
  readonly state: RoomState;
  readonly participants: ReadonlyMap<string, Participant>;
  readonly ledger: Ledger;
  /** Participant ids with at least one open connection. */
  readonly connected: ReadonlySet<string>;
}

export const EMPTY_ROOM: Room = {
  state: UNOPENED,
  participants: new Map(),
  ledger: EMPTY_LEDGER,
  connected: new Set(),
};

export function withAnswers(room: Room, answers: readonly Answer[]): Room {
  return { ...room, ledger: record(room.ledger, answers) };
}

export function withParticipants(room: Room, participants: readonly Participant[]): Room {
  const next = new Map(room.participants);
  for (const participant of participants) next.set(participant.participantId, participant);
  return { ...room, participants: next };
}

export function withConnected(room: Room, participantId: string, isConnected: boolean): Room {
  if (room.connected.has(participantId) === isConnected) return room;
  const connected = new Set(room.connected);
  if (isConnected) connected.add(participantId);
  else connected.delete(participantId);
  return { ...room, connected };
}

/** Participants the host has not removed. */
export function presentParticipants(room: Room): Participant[] {
  return [...room.participants.values()].filter((participant) => !participant.isRemoved);
}

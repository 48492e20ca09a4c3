import { accept, refuse } from "@pyrena/contracts";
import { type Database, insertRoomEvent, type RoomWrite, selectRoomEvents } from "@pyrena/db";
import { type Effect, fold, type RoomState, roomEventSchema, transition } from "@pyrena/live";
import type { LiveGateway } from "../context.ts";

/** The rooms without sockets: the same events, rules and rows, and nobody to tell. */
export function createTestLive(db: Database): LiveGateway {
  const state = async (roomId: string): Promise<RoomState> => {
    const events = await selectRoomEvents(db, roomId);
    return fold(events.map(({ event }) => roomEventSchema.parse(event)));
  };
  return {
    state,
    async dispatch(roomId, event) {
      const step = transition(await state(roomId), event);
      if (!step.ok) return refuse(step.code);
      const { version } = step.state;
      const outcome = await insertRoomEvent(db, roomId, { version, event }, step.effects.flatMap(rowOf));
      return outcome === "stored" ? accept({ version }) : refuse("stale-version");
    },
    participantJoined: async () => undefined,
    projectorLinkRevoked: async () => undefined,
  };
}

function rowOf(effect: Effect): RoomWrite[] {
  switch (effect.type) {
    case "insert-round":
    case "remove-participant":
    case "rename-participant":
    case "end-room":
      return [effect];
    default:
      return [];
  }
}

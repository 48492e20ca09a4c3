import { nicknameKey } from "@pyrena/contracts";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { participant, room, roomEvent, round } from "../schema/index.ts";

export interface StoredEvent {
  readonly version: number;
  /** A RoomEvent of live, which alone can read it. */
  readonly event: unknown;
}

/** Rows that change in the same transaction as the event that causes them. */
export type RoomWrite =
  /** A question opens: answers refer to this row. */
  | {
      readonly type: "insert-round";
      readonly roundId: string;
      readonly ordinal: number;
      readonly variantId: string;
    }
  | { readonly type: "remove-participant"; readonly participantId: string; readonly at: number }
  | { readonly type: "rename-participant"; readonly participantId: string; readonly nickname: string }
  /** The room ends: from now on its PIN is free. */
  | { readonly type: "end-room"; readonly at: number };

export type AppendOutcome = "stored" | "conflict" | "nickname-taken";

/**
 * Appends by compare-and-set. "conflict": another writer has given this version to another event; fold the newer events and
 * decide again.
 */
export async function insertRoomEvent(
  db: Database,
  roomId: string,
  { version, event }: StoredEvent,
  writes: readonly RoomWrite[] = [],
): Promise<AppendOutcome> {
  try {
    await db.transaction(async (tx) => {
      await tx.insert(roomEvent).values({ roomId, version, event });
      for (const write of writes) await apply(tx, roomId, write);
    });
    return "stored";
  } catch (error) {
    if (isUniqueViolation(error, "room_event_room_id_version_pk")) return "conflict";
    if (isUniqueViolation(error, "participant_nickname")) return "nickname-taken";
    throw error;
  }
}

export async function selectRoomEvents(
  db: Database,
  roomId: string,
  afterVersion = 0,
): Promise<StoredEvent[]> {
  return db
    .select({ version: roomEvent.version, event: roomEvent.event })
    .from(roomEvent)
    .where(and(eq(roomEvent.roomId, roomId), gt(roomEvent.version, afterVersion)))
    .orderBy(asc(roomEvent.version));
}

async function apply(tx: Database, roomId: string, write: RoomWrite): Promise<void> {
  switch (write.type) {
    case "insert-round": {
      const { roundId: id, ordinal, variantId } = write;
      await tx.insert(round).values({ id, roomId, ordinal, variantId });
      return;
    }
    case "remove-participant":
      await tx
        .update(participant)
        .set({ removedAt: new Date(write.at) })
        .where(and(eq(participant.id, write.participantId), eq(participant.roomId, roomId)));
      return;
    case "rename-participant":
      await tx
        .update(participant)
        .set({ nickname: write.nickname, nicknameKey: nicknameKey(write.nickname) })
        .where(and(eq(participant.id, write.participantId), eq(participant.roomId, roomId)));
      return;
    case "end-room":
      await tx
        .update(room)
        .set({ endedAt: new Date(write.at) })
        .where(eq(room.id, roomId));
  }
}

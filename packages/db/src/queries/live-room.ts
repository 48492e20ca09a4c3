import { createHash } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { participant, projectorLink, room, roomEvent, round } from "../schema/index.ts";

/** What a running room writes besides answers (answer.ts): its events, and the rows that change together with them. */
export interface StoredEvent {
  readonly version: number;
  /** A RoomEvent of live, which alone can read it. */
  readonly event: unknown;
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

/** Rows that change in the same transaction as the event that causes them. */
export type RoomWrite =
  | {
      readonly type: "store-round";
      readonly roundId: string;
      readonly ordinal: number;
      readonly variantId: string;
    }
  | { readonly type: "remove-participant"; readonly participantId: string; readonly at: number }
  | {
      readonly type: "rename-participant";
      readonly participantId: string;
      readonly nickname: string;
      readonly nicknameKey: string;
    }
  | { readonly type: "store-end"; readonly at: number };

export type AppendOutcome = "stored" | "conflict" | "nickname-taken";

/** Appends by compare-and-set: "conflict" means that another writer has already given this version to another event. */
export async function appendRoomEvent(
  db: Database,
  roomId: string,
  stored: StoredEvent,
  writes: readonly RoomWrite[],
): Promise<AppendOutcome> {
  try {
    await db.transaction(async (tx) => {
      await tx.insert(roomEvent).values({ roomId, version: stored.version, event: stored.event });
      for (const write of writes) await applyWrite(tx, roomId, write);
    });
    return "stored";
  } catch (error) {
    if (isUniqueViolation(error, "room_event_room_id_version_pk")) return "conflict";
    if (isUniqueViolation(error, "participant_nickname")) return "nickname-taken";
    throw error;
  }
}

async function applyWrite(db: Database, roomId: string, write: RoomWrite): Promise<void> {
  switch (write.type) {
    case "store-round": {
      const { roundId: id, ordinal, variantId } = write;
      await db.insert(round).values({ id, roomId, ordinal, variantId });
      return;
    }
    case "remove-participant":
      await db
        .update(participant)
        .set({ removedAt: new Date(write.at) })
        .where(and(eq(participant.id, write.participantId), eq(participant.roomId, roomId)));
      return;
    case "rename-participant":
      await db
        .update(participant)
        .set({ nickname: write.nickname, nicknameKey: write.nicknameKey })
        .where(and(eq(participant.id, write.participantId), eq(participant.roomId, roomId)));
      return;
    case "store-end":
      await db
        .update(room)
        .set({ endedAt: new Date(write.at) })
        .where(eq(room.id, roomId));
      return;
  }
}

/** The participant whose browser holds this token, whether or not they were removed. */
export async function selectOptionalParticipantByToken(db: Database, roomId: string, token: string) {
  const [row] = await db
    .select({
      id: participant.id,
      nickname: participant.nickname,
      createdAt: participant.createdAt,
      removedAt: participant.removedAt,
    })
    .from(participant)
    .where(and(eq(participant.tokenHash, hashOf(token)), eq(participant.roomId, roomId)));
  return row ?? null;
}

export async function selectOptionalProjectorLinkByToken(db: Database, roomId: string, token: string) {
  const [row] = await db
    .select({ id: projectorLink.id, revokedAt: projectorLink.revokedAt })
    .from(projectorLink)
    .where(and(eq(projectorLink.tokenHash, hashOf(token)), eq(projectorLink.roomId, roomId)));
  return row ?? null;
}

/** Of a token only its SHA-256 is stored. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

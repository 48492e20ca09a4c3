import { type RoomSettings, type RoomSummary, roomSettingsSchema } from "@pyrena/contracts";
import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { participant, room } from "../schema/index.ts";

export interface RoomRow {
  readonly id: string;
  readonly pin: string;
  readonly title: string;
  readonly hostId: string;
  readonly deckId: string | null;
  readonly settings: RoomSettings;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface NewRoom {
  readonly id: string;
  readonly pin: string;
  readonly title: string;
  readonly hostId: string;
  readonly deckId: string | null;
  readonly settings: RoomSettings;
}

/** False when a running room has this PIN: draw another. */
export async function insertRoom(db: Database, values: NewRoom): Promise<boolean> {
  try {
    // Its own transaction or savepoint, so that the caller's goes on after the refusal.
    await db.transaction((tx) => tx.insert(room).values(values));
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "room_live_pin")) return false;
    throw error;
  }
}

export async function selectOptionalRoom(db: Database, roomId: string): Promise<RoomRow | null> {
  const [row] = await db.select().from(room).where(eq(room.id, roomId));
  return row === undefined ? null : fromRow(row);
}

/** Running rooms only: the PIN of an ended one may be another's by now. */
export async function selectOptionalRoomByPin(db: Database, pin: string): Promise<RoomRow | null> {
  const [row] = await db
    .select()
    .from(room)
    .where(and(eq(room.pin, pin), isNull(room.endedAt)));
  return row === undefined ? null : fromRow(row);
}

/** Every room that has not ended: what a starting server has to look after. */
export async function selectRunningRooms(db: Database): Promise<RoomRow[]> {
  const rows = await db.select().from(room).where(isNull(room.endedAt));
  return rows.map(fromRow);
}

/** Every room that has not ended: what a starting server has to look after. */
export async function selectRunningRoomIds(db: Database): Promise<string[]> {
  const rows = await db.select({ id: room.id }).from(room).where(isNull(room.endedAt));
  return rows.map((row) => row.id);
}

export async function selectRooms(db: Database, hostId: string): Promise<RoomSummary[]> {
  return db
    .select({
      id: room.id,
      pin: room.pin,
      title: room.title,
      deckId: room.deckId,
      participants: count(participant.id),
      createdAt: room.createdAt,
      endedAt: room.endedAt,
    })
    .from(room)
    .leftJoin(participant, and(eq(participant.roomId, room.id), isNull(participant.removedAt)))
    .where(eq(room.hostId, hostId))
    .groupBy(room.id)
    .orderBy(desc(room.createdAt), room.id);
}

function fromRow(row: typeof room.$inferSelect): RoomRow {
  return { ...row, settings: roomSettingsSchema.parse(row.settings) };
}

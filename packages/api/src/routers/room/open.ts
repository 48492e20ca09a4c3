import { randomInt } from "node:crypto";
import { idSchema, PIN_ALPHABET, PIN_LENGTH, roomSettingsSchema, titleSchema } from "@pyrena/contracts";
import {
  type Database,
  insertAuditEvent,
  insertRoom,
  insertRoomEvent,
  type NewRoom,
  selectDeckEntries,
} from "@pyrena/db";
import type { DeckEntry, RoomEvent } from "@pyrena/live";
import { nanoid } from "nanoid";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { ownDeck } from "../../ownership.ts";
import { stockUp } from "../../spares.ts";
import { instructorProcedure } from "../../trpc.ts";
import { type PreparedEntry, prepareAll, type SkippedItem, storeEntry } from "./entries.ts";

export interface OpenedRoom {
  readonly roomId: string;
  readonly pin: string;
  /** Items the engine cannot ask; the room goes without them. */
  readonly skipped: readonly SkippedItem[];
}

/** Opens a room from a deck. Every question has its variant and key from now on, so that pushing one costs nothing. */
export const open = instructorProcedure
  .input(
    z.strictObject({
      deckId: idSchema,
      title: titleSchema.optional(),
      settings: roomSettingsSchema.prefault({}),
    }),
  )
  .mutation(async ({ ctx, input }): Promise<OpenedRoom> => {
    const deck = await ownDeck(ctx, input.deckId);
    const items = (await selectDeckEntries(ctx.db, deck.id)).map(({ item }) => item);
    const prepared = await prepareAll(ctx, items);
    const ready = prepared.flatMap((one) => (one.ok ? [one.entry] : []));
    if (ready.length === 0) throw refusal("deck-empty");
    const skipped = prepared.flatMap((one) => (one.ok ? [] : [one.skipped]));
    const title = input.title ?? deck.title;
    const room = { id: nanoid(), title, hostId: ctx.user.id, deckId: deck.id, settings: input.settings };
    const pin = await store(ctx.db, room, ready);
    stockUp(ctx, items);
    return { roomId: room.id, pin, skipped };
  });

/** Room, variants and the first event, or none of them; returns the PIN. */
async function store(
  db: Database,
  room: Omit<NewRoom, "pin">,
  entries: readonly PreparedEntry[],
): Promise<string> {
  return db.transaction(async (tx) => {
    const pin = await insertWithFreePin(tx, room);
    const deck: DeckEntry[] = [];
    for (const entry of entries) deck.push(await storeEntry(tx, entry));
    const { title, settings } = room;
    const event: RoomEvent = { type: "room-opened", at: Date.now(), title, pin, settings, deck };
    await insertRoomEvent(tx, room.id, { version: 1, event });
    await insertAuditEvent(tx, { actorId: room.hostId, action: "room-opened", subject: `room:${room.id}` });
    return pin;
  });
}

async function insertWithFreePin(db: Database, room: Omit<NewRoom, "pin">): Promise<string> {
  for (;;) {
    const pin = randomPin();
    if (await insertRoom(db, { ...room, pin })) return pin;
  }
}

function randomPin(): string {
  return Array.from({ length: PIN_LENGTH }, () => PIN_ALPHABET[randomInt(PIN_ALPHABET.length)]).join("");
}

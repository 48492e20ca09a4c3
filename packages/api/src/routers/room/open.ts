import { randomInt } from "node:crypto";
import {
  idSchema,
  PIN_ALPHABET,
  PIN_LENGTH,
  type Problem,
  roomSettingsSchema,
  titleSchema,
} from "@pyrena/contracts";
import {
  type Database,
  type DeckEntryRow,
  type ItemRow,
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
import { makeVariant, type ReadyVariant, storeVariant } from "../../items.ts";
import { type InstructorContext, ownDeck } from "../../ownership.ts";
import { instructorProcedure } from "../../trpc.ts";

export interface OpenedRoom {
  readonly roomId: string;
  readonly pin: string;
  /** Items the engine cannot ask; the room goes without them. */
  readonly skipped: readonly {
    readonly itemId: string;
    readonly title: string;
    readonly problems: readonly Problem[];
  }[];
}

/** Opens a room from a deck. Every question and its key are made now, so that pushing one later costs nothing. */
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
    const prepared = await prepareAll(ctx, await selectDeckEntries(ctx.db, deck.id));
    const ready = prepared.flatMap((entry) => (entry.ok ? [entry.value] : []));
    if (ready.length === 0) throw refusal("deck-empty");
    const skipped = prepared.flatMap((entry) => (entry.ok ? [] : [entry.skipped]));
    const title = input.title ?? deck.title;
    const room = { id: nanoid(), title, hostId: ctx.user.id, deckId: deck.id, settings: input.settings };
    const pin = await store(ctx.db, room, ready);
    return { roomId: room.id, pin, skipped };
  });

/** A question with its variant, not yet stored. */
export interface PreparedEntry {
  readonly item: ItemRow;
  readonly variant: ReadyVariant;
  /** The same question with other values, for a revote; null where there is nothing to vary. */
  readonly twin: ReadyVariant | null;
}

export type Prepared =
  | { readonly ok: true; readonly value: PreparedEntry }
  | { readonly ok: false; readonly skipped: OpenedRoom["skipped"][number] };

export async function prepare(ctx: InstructorContext, item: ItemRow): Promise<Prepared> {
  const made = await makeVariant(ctx, item, ctx.user.id);
  if (!made.ok)
    return { ok: false, skipped: { itemId: item.id, title: item.title, problems: made.problems } };
  const varies = Object.keys(item.draft.params).length > 0;
  const twin = varies ? await makeVariant(ctx, item, ctx.user.id) : null;
  return { ok: true, value: { item, variant: made.variant, twin: twin?.ok ? twin.variant : null } };
}

export async function storeEntry(db: Database, { item, variant, twin }: PreparedEntry): Promise<DeckEntry> {
  return {
    entryId: nanoid(),
    itemVersionId: item.versionId,
    title: item.title,
    kind: item.kind,
    variantId: await storeVariant(db, variant),
    twinVariantId: twin === null ? null : await storeVariant(db, twin),
  };
}

/** So many at a time that one instructor's room does not fill the engine's queue. */
const PREPARED_AT_ONCE = 4;

async function prepareAll(ctx: InstructorContext, entries: readonly DeckEntryRow[]): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (let start = 0; start < entries.length; start += PREPARED_AT_ONCE) {
    const batch = entries.slice(start, start + PREPARED_AT_ONCE);
    prepared.push(...(await Promise.all(batch.map(({ item }) => prepare(ctx, item)))));
  }
  return prepared;
}

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

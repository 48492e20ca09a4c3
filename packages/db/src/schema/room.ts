import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { classTable } from "./class.ts";
import { createdAt, document, id, instant } from "./columns.ts";
import { deck } from "./deck.ts";
import { variant } from "./variant.ts";

/** A live run of a deck. Its state is the fold of its events and its answers; nothing here repeats it. */
export const room = pgTable(
  "room",
  {
    id: id(),
    pin: text("pin").notNull(),
    title: text("title").notNull(),
    hostId: text("host_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    classId: text("class_id").references(() => classTable.id, { onDelete: "set null" }),
    deckId: text("deck_id").references(() => deck.id, { onDelete: "set null" }),
    settings: document("settings").notNull(),
    createdAt: createdAt(),
    /** Set together with the event that ends the room; its PIN is free again from then on. */
    endedAt: instant("ended_at"),
  },
  (table) => [
    uniqueIndex("room_live_pin").on(table.pin).where(sql`ended_at is null`),
    index().on(table.hostId, table.createdAt),
  ],
);

/** Facts about a room in their order. The primary key is the compare-and-set: two writers cannot both be next. */
export const roomEvent = pgTable(
  "room_event",
  {
    roomId: text("room_id")
      .notNull()
      .references(() => room.id, { onDelete: "cascade" }),
    /** From 1, without gaps. */
    version: integer("version").notNull(),
    event: document("event").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.roomId, table.version] })],
);

/** One question put to a room. Stored with the event that opens it, so that answers have a row to refer to. */
export const round = pgTable(
  "round",
  {
    id: id(),
    roomId: text("room_id")
      .notNull()
      .references(() => room.id, { onDelete: "cascade" }),
    /** From 1, in the order in which they were asked. */
    ordinal: integer("ordinal").notNull(),
    variantId: text("variant_id")
      .notNull()
      .references(() => variant.id),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("round_room_ordinal").on(table.roomId, table.ordinal)],
);

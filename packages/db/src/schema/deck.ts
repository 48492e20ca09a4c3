import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { classTable } from "./class.ts";
import { createdAt, id, instant } from "./columns.ts";
import { ITEM_ORIGINS, item } from "./item.ts";

/** An ordered list of items. */
export const deck = pgTable(
  "deck",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    classId: text("class_id").references(() => classTable.id, { onDelete: "set null" }),
    origin: text("origin", { enum: ITEM_ORIGINS }).notNull().default("own"),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    archivedAt: instant("archived_at"),
  },
  (table) => [index().on(table.ownerId, table.updatedAt)],
);

/** An item's place in a deck. Positions are rewritten as a whole under a lock on the deck, so they need no constraint. */
export const deckItem = pgTable(
  "deck_item",
  {
    id: id(),
    deckId: text("deck_id")
      .notNull()
      .references(() => deck.id, { onDelete: "cascade" }),
    itemId: text("item_id")
      .notNull()
      .references(() => item.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
  },
  (table) => [index().on(table.deckId, table.position), index().on(table.itemId)],
);

import { index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { createdAt, document, id, instant } from "./columns.ts";

export const ITEM_ORIGINS = ["own", "demo", "import"] as const;

/** An authored question. What is asked lives in its versions; title, kind and topic repeat the newest one's for search. */
export const item = pgTable(
  "item",
  {
    id: id(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    origin: text("origin", { enum: ITEM_ORIGINS }).notNull().default("own"),
    title: text("title").notNull(),
    kind: text("kind").notNull(),
    topic: text("topic").notNull(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    /** Removed from the lists; kept because rooms have asked it. */
    archivedAt: instant("archived_at"),
  },
  (table) => [index().on(table.ownerId, table.updatedAt)],
);

/** One immutable wording of an item. A changed program is a new version, so old answers keep meaning what they meant. */
export const itemVersion = pgTable(
  "item_version",
  {
    id: id(),
    itemId: text("item_id")
      .notNull()
      .references(() => item.id, { onDelete: "cascade" }),
    /** From 1. */
    number: integer("number").notNull(),
    topic: text("topic").notNull(),
    /** An ItemDraft of contracts. */
    draft: document("draft").notNull(),
    /** What the engine said when it was saved; an empty list is an item that can be asked. */
    problems: document("problems").notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique().on(table.itemId, table.number)],
);

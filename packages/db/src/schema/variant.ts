import { bigint, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt, document, id } from "./columns.ts";
import { itemVersion } from "./item.ts";

/** An item version filled in by a seed: what learners see. The parameters are stored, not only the seed. */
export const variant = pgTable(
  "variant",
  {
    id: id(),
    itemVersionId: text("item_version_id")
      .notNull()
      .references(() => itemVersion.id, { onDelete: "cascade" }),
    seed: text("seed").notNull(),
    params: document("params").notNull(),
    /** A Question of contracts: public as it stands. */
    question: document("question").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.itemVersionId)],
);

export const KEY_CAUSES = ["computed", "recomputed", "author-accepts", "void"] as const;

/** The right answer to a variant. Append-only (a trigger refuses changes): a better engine adds a version. */
export const variantKey = pgTable(
  "variant_key",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    variantId: text("variant_id")
      .notNull()
      .references(() => variant.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    engineVersion: text("engine_version").notNull(),
    /** A Key of puzzles: never leaves the server. */
    key: document("key").notNull(),
    cause: text("cause", { enum: KEY_CAUSES }).notNull(),
    reason: text("reason"),
    createdAt: createdAt(),
  },
  (table) => [unique().on(table.variantId, table.version)],
);

/**
 * Variants made ahead, which nobody has been asked yet: opening a room takes them instead of waiting for the engine. A row goes
 * when its variant is taken, so no two rooms get the same one.
 */
export const spareVariant = pgTable(
  "spare_variant",
  {
    variantId: text("variant_id")
      .primaryKey()
      .references(() => variant.id, { onDelete: "cascade" }),
    itemVersionId: text("item_version_id")
      .notNull()
      .references(() => itemVersion.id, { onDelete: "cascade" }),
    /** A better engine makes its own. */
    engineVersion: text("engine_version").notNull(),
  },
  (table) => [index().on(table.itemVersionId)],
);

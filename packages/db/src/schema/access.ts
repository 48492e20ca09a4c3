import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { createdAt, document, id, instant } from "./columns.ts";
import { room } from "./room.ts";

/** Lets a projector elsewhere show one room's projector view, and nothing else, until it is revoked. */
export const projectorLink = pgTable(
  "projector_link",
  {
    id: id(),
    roomId: text("room_id")
      .notNull()
      .references(() => room.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: createdAt(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [index().on(table.roomId)],
);

/** Admits one more instructor. */
export const invitation = pgTable("invitation", {
  id: id(),
  tokenHash: text("token_hash").notNull().unique(),
  createdBy: text("created_by")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
  note: text("note").notNull().default(""),
  createdAt: createdAt(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
  usedBy: text("used_by").references(() => user.id, { onDelete: "set null" }),
});

/** Who did what that matters for grades or access. Append-only (a trigger refuses changes). */
export const auditEvent = pgTable(
  "audit_event",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    createdAt: createdAt(),
    /** Null for the system itself. No reference: the record outlives the account. */
    actorId: text("actor_id"),
    action: text("action").notNull(),
    /** What it was done to, as `room:<id>`. */
    subject: text("subject").notNull(),
    detail: document("detail").notNull(),
  },
  (table) => [index().on(table.subject, table.id)],
);

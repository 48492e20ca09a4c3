import { index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { createdAt, id, instant } from "./columns.ts";

/** A class of students, led by its owner. */
export const classTable = pgTable("class", {
  id: id(),
  ownerId: text("owner_id")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
  name: text("name").notNull(),
  /** Joins whoever types it, until it is replaced. */
  code: text("code").notNull().unique(),
  timeZone: text("time_zone").notNull().default("UTC"),
  /** What new items of the class start with. */
  python: text("python").notNull().default("3.13"),
  createdAt: createdAt(),
  archivedAt: instant("archived_at"),
});

export const ENROLMENT_ROLES = ["instructor", "assistant", "student"] as const;

/** A person's role in a class. What one student is given besides is an accommodation. */
export const enrolment = pgTable(
  "enrolment",
  {
    id: id(),
    classId: text("class_id")
      .notNull()
      .references(() => classTable.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role", { enum: ENROLMENT_ROLES }).notNull(),
    createdAt: createdAt(),
    /** They left or were removed; what they handed in stays. */
    removedAt: instant("removed_at"),
  },
  (table) => [unique("enrolment_once").on(table.classId, table.userId), index().on(table.userId)],
);

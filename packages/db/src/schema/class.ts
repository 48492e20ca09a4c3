import { pgTable, real, text, unique } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { createdAt, id, instant } from "./columns.ts";

/** A class of students, led by its owner. */
export const classTable = pgTable("class", {
  id: id(),
  ownerId: text("owner_id")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  createdAt: createdAt(),
  archivedAt: instant("archived_at"),
});

export const ENROLMENT_ROLES = ["instructor", "assistant", "student"] as const;

/** A person's role in a class, with the extra time they are given. */
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
    extraTimeFactor: real("extra_time_factor").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [unique().on(table.classId, table.userId)],
);

import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, real, text, unique } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { classTable } from "./class.ts";
import { createdAt, document, id, instant } from "./columns.ts";
import { itemVersion } from "./item.ts";

/** Homework of a class. Its times are instants; the class's wall clock is asked only when they are set and shown. */
export const assignment = pgTable(
  "assignment",
  {
    id: id(),
    classId: text("class_id")
      .notNull()
      .references(() => classTable.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    opensAt: instant("opens_at"),
    dueAt: instant("due_at"),
    closesAt: instant("closes_at"),
    /** An AssignmentPolicy of contracts. */
    policy: document("policy").notNull(),
    createdAt: createdAt(),
    archivedAt: instant("archived_at"),
  },
  (table) => [index().on(table.classId)],
);

/** An item as it was worded when it was assigned: a newer version does not change work in hand. */
export const assignmentItem = pgTable(
  "assignment_item",
  {
    id: id(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignment.id, { onDelete: "cascade" }),
    itemVersionId: text("item_version_id")
      .notNull()
      .references(() => itemVersion.id),
    position: integer("position").notNull(),
    weight: real("weight").notNull().default(1),
  },
  (table) => [unique().on(table.assignmentId, table.position)],
);

/** What one student is given: in the whole class, rooms included, or in one assignment. A null says nothing. */
export const accommodation = pgTable(
  "accommodation",
  {
    id: id(),
    classId: text("class_id")
      .notNull()
      .references(() => classTable.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** Null: in the whole class. */
    assignmentId: text("assignment_id").references(() => assignment.id, { onDelete: "cascade" }),
    extraTimeFactor: real("extra_time_factor"),
    extraDays: integer("extra_days"),
    opensAt: instant("opens_at"),
    dueAt: instant("due_at"),
    closesAt: instant("closes_at"),
    maxAttempts: integer("max_attempts"),
    isExcused: boolean("is_excused"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    unique("accommodation_once").on(table.classId, table.userId, table.assignmentId).nullsNotDistinct(),
    check("accommodation_factor", sql`${table.extraTimeFactor} between 1 and 10`),
  ],
);

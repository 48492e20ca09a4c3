import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { assignment, assignmentItem } from "./assignment.ts";
import { user } from "./auth.ts";
import { createdAt, document, id, instant } from "./columns.ts";
import { variant, variantKey } from "./variant.ts";

/** A student's first look at an assignment: from it a time limit counts, and their own order of the items comes from its seed. */
export const sitting = pgTable(
  "sitting",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignment.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    seed: text("seed").notNull(),
    startedAt: instant("started_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.assignmentId, table.userId] }), index().on(table.userId)],
);

/** Statistics and grades read `graded` alone. */
export const ATTEMPT_PURPOSES = ["graded", "practice", "preview"] as const;

/** One student's open work on one variant of one item. */
export const attempt = pgTable(
  "attempt",
  {
    id: id(),
    assignmentItemId: text("assignment_item_id")
      .notNull()
      .references(() => assignmentItem.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ATTEMPT_PURPOSES }).notNull(),
    /** From 1, within its purpose. */
    ordinal: integer("ordinal").notNull(),
    variantId: text("variant_id")
      .notNull()
      .references(() => variant.id),
    createdAt: createdAt(),
    /** Unsent work, as the page last saved it: a document of the page, read by it alone. Kept after the submission too. */
    draft: document("draft"),
    /** Counts the saves, so that of two devices the one that saw the newest may write. */
    draftVersion: integer("draft_version").notNull().default(0),
    draftSavedAt: instant("draft_saved_at"),
  },
  (table) => [
    unique("attempt_once").on(table.assignmentItemId, table.userId, table.purpose, table.ordinal),
    index().on(table.userId),
  ],
);

/** The answer an attempt ends with. Acknowledged only after its commit, and never changed. */
export const submission = pgTable("submission", {
  id: id(),
  attemptId: text("attempt_id")
    .notNull()
    .unique("submission_once")
    .references(() => attempt.id, { onDelete: "cascade" }),
  /** Made by the page: the same answer sent twice is stored once and acknowledged twice. */
  idempotencyKey: text("idempotency_key").notNull(),
  /** A Response of contracts. */
  response: document("response").notNull(),
  /** When the server had it; a client's clock is never asked. */
  receivedAt: instant("received_at").notNull(),
});

export const GRADE_CAUSES = ["submitted", "regraded", "overridden"] as const;

/** What a submission is worth. Append-only (a trigger refuses changes): the newest row counts, the others are its history. */
export const grade = pgTable(
  "grade",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    submissionId: text("submission_id")
      .notNull()
      .references(() => submission.id, { onDelete: "cascade" }),
    variantKeyId: bigint("variant_key_id", { mode: "number" })
      .notNull()
      .references(() => variantKey.id),
    /** 0 … 1, partial credit included; what its time left of it is computed from the terms, which may change. */
    score: real("score").notNull(),
    isCorrect: boolean("is_correct").notNull(),
    /** The whole Grade of contracts: parts and the misconceptions it speaks for. */
    grade: document("grade").notNull(),
    cause: text("cause", { enum: GRADE_CAUSES }).notNull(),
    /** Always there for an override. */
    reason: text("reason"),
    /** Who regraded or set it; null for the system itself. No reference: the record outlives the account. */
    actorId: text("actor_id"),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.submissionId, table.id),
    check("grade_score", sql`${table.score} between 0 and 1`),
    check("grade_override_reason", sql`${table.cause} <> 'overridden' or ${table.reason} is not null`),
  ],
);

import { asc, count, eq, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { classTable, enrolment, user } from "../schema/index.ts";

export type User = typeof user.$inferSelect;

/** Everybody with an account is an instructor: students need none. */
export async function selectInstructorCount(db: Database): Promise<number> {
  const [row] = await db.select({ total: count() }).from(user);
  return row?.total ?? 0;
}

/** Any number; held until the transaction ends, so that registrations queue up behind one another. */
const REGISTRATION_LOCK = 7_291_005;

export async function lockRegistration(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${REGISTRATION_LOCK})`);
}

export async function selectOptionalUser(db: Database, userId: string): Promise<User | null> {
  const [row] = await db.select().from(user).where(eq(user.id, userId));
  return row ?? null;
}

export async function selectOptionalUserByEmail(db: Database, email: string): Promise<User | null> {
  const [row] = await db.select().from(user).where(eq(user.email, email.toLowerCase()));
  return row ?? null;
}

export interface ClassRow {
  readonly id: string;
  readonly name: string;
}

/** A class with its owner enrolled as instructor. */
export async function insertClass(db: Database, ownerId: string, name: string): Promise<ClassRow> {
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(classTable).values({ ownerId, name }).returning();
    if (row === undefined) throw new Error("insert returned no row");
    await tx.insert(enrolment).values({ classId: row.id, userId: ownerId, role: "instructor" });
    return { id: row.id, name: row.name };
  });
}

export async function selectClasses(db: Database, ownerId: string): Promise<ClassRow[]> {
  return db
    .select({ id: classTable.id, name: classTable.name })
    .from(classTable)
    .where(eq(classTable.ownerId, ownerId))
    .orderBy(asc(classTable.name));
}

import { count, eq, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { user } from "../schema/index.ts";

export type User = typeof user.$inferSelect;

export async function selectInstructorCount(db: Database): Promise<number> {
  const [row] = await db.select({ total: count() }).from(user).where(eq(user.isInstructor, true));
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

/** From now on they may write items, open rooms and make classes. */
export async function makeInstructor(db: Database, userId: string): Promise<void> {
  await db.update(user).set({ isInstructor: true }).where(eq(user.id, userId));
}

import type { ClassRole, ClassSummary, PythonVersion, RosterEntry } from "@pyrena/contracts";
import { pythonVersionSchema } from "@pyrena/contracts";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { classTable, enrolment, user } from "../schema/index.ts";

export interface ClassRow {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly code: string;
  readonly timeZone: string;
  readonly python: PythonVersion;
  readonly archivedAt: Date | null;
}

export interface NewClass {
  readonly ownerId: string;
  readonly name: string;
  readonly code: string;
  readonly timeZone?: string | undefined;
  readonly python?: PythonVersion | undefined;
}

/** A class with its owner enrolled as instructor; null when another class has this code: draw another. */
export async function insertClass(db: Database, values: NewClass): Promise<string | null> {
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx.insert(classTable).values(values).returning({ id: classTable.id });
      if (row === undefined) throw new Error("insert returned no row");
      await tx.insert(enrolment).values({ classId: row.id, userId: values.ownerId, role: "instructor" });
      return row.id;
    });
  } catch (error) {
    if (isUniqueViolation(error, "class_code_unique")) return null;
    throw error;
  }
}

/** False when another class has the new code. */
export async function updateClass(
  db: Database,
  classId: string,
  values: Partial<Pick<ClassRow, "name" | "code" | "timeZone" | "python" | "archivedAt" | "ownerId">>,
): Promise<boolean> {
  try {
    await db.transaction((tx) => tx.update(classTable).set(values).where(eq(classTable.id, classId)));
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "class_code_unique")) return false;
    throw error;
  }
}

export async function selectOptionalClass(db: Database, classId: string): Promise<ClassRow | null> {
  const [row] = await db.select().from(classTable).where(eq(classTable.id, classId));
  return row === undefined ? null : fromRow(row);
}

/** Archived classes take nobody in, so their codes lead nowhere. */
export async function selectOptionalClassByCode(db: Database, code: string): Promise<ClassRow | null> {
  const [row] = await db
    .select()
    .from(classTable)
    .where(and(eq(classTable.code, code), isNull(classTable.archivedAt)));
  return row === undefined ? null : fromRow(row);
}

/** The classes somebody is in, with their role there. */
export async function selectClasses(db: Database, userId: string): Promise<ClassSummary[]> {
  const students = sql<number>`(
    select count(*)::int from enrolment as other
    where other.class_id = ${classTable.id} and other.role = 'student' and other.removed_at is null
  )`;
  const rows = await db
    .select({ head: classTable, role: enrolment.role, students })
    .from(enrolment)
    .innerJoin(classTable, eq(classTable.id, enrolment.classId))
    .where(and(eq(enrolment.userId, userId), isNull(enrolment.removedAt)))
    .orderBy(asc(classTable.name), asc(classTable.id));
  return rows.map(({ head, role, students: count }) => ({
    id: head.id,
    name: head.name,
    role,
    students: count,
    isArchived: head.archivedAt !== null,
  }));
}

/** Enrols somebody, or takes back who had left. Whoever is in the class already keeps their role. */
export async function insertEnrolment(
  db: Database,
  values: { readonly classId: string; readonly userId: string; readonly role: ClassRole },
): Promise<void> {
  await db
    .insert(enrolment)
    .values(values)
    .onConflictDoUpdate({
      target: [enrolment.classId, enrolment.userId],
      set: { removedAt: null, role: values.role },
      setWhere: sql`${enrolment.removedAt} is not null`,
    });
}

export async function updateEnrolment(
  db: Database,
  { classId, userId }: { readonly classId: string; readonly userId: string },
  values: { readonly role?: ClassRole; readonly removedAt?: Date },
): Promise<void> {
  await db
    .update(enrolment)
    .set(values)
    .where(and(eq(enrolment.classId, classId), eq(enrolment.userId, userId)));
}

/** Somebody's role in a class; null when they are not in it, or no longer. */
export async function selectOptionalRole(
  db: Database,
  classId: string,
  userId: string,
): Promise<ClassRole | null> {
  const [row] = await db
    .select({ role: enrolment.role })
    .from(enrolment)
    .where(and(eq(enrolment.classId, classId), eq(enrolment.userId, userId), isNull(enrolment.removedAt)));
  return row?.role ?? null;
}

/** Everybody in the class, by name. */
export async function selectRoster(db: Database, classId: string): Promise<RosterEntry[]> {
  return db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      role: enrolment.role,
      joinedAt: enrolment.createdAt,
    })
    .from(enrolment)
    .innerJoin(user, eq(user.id, enrolment.userId))
    .where(and(eq(enrolment.classId, classId), isNull(enrolment.removedAt)))
    .orderBy(asc(user.name), asc(user.id));
}

function fromRow({ createdAt: _, ...row }: typeof classTable.$inferSelect): ClassRow {
  return { ...row, python: pythonVersionSchema.parse(row.python) };
}

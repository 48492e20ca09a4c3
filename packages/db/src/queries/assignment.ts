import {
  type AssignmentPolicy,
  assignmentPolicySchema,
  type ItemDraft,
  itemDraftSchema,
} from "@pyrena/contracts";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import { accommodation, assignment, assignmentItem, itemVersion } from "../schema/index.ts";

export interface AssignmentRow {
  readonly id: string;
  readonly classId: string;
  readonly title: string;
  readonly description: string;
  readonly opensAt: Date | null;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly policy: AssignmentPolicy;
  readonly createdAt: Date;
}

export type AssignmentValues = Pick<
  AssignmentRow,
  "title" | "description" | "opensAt" | "dueAt" | "closesAt" | "policy"
>;

/** An item of an assignment, as it was worded when it was assigned. */
export interface AssignmentItemRow {
  readonly id: string;
  readonly assignmentId: string;
  readonly itemVersionId: string;
  readonly position: number;
  readonly weight: number;
  readonly draft: ItemDraft;
}

export async function insertAssignment(
  db: Database,
  classId: string,
  values: AssignmentValues,
  itemVersionIds: readonly string[],
): Promise<string> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(assignment)
      .values({ classId, ...values })
      .returning({ id: assignment.id });
    if (row === undefined) throw new Error("insert returned no row");
    await tx
      .insert(assignmentItem)
      .values(
        itemVersionIds.map((itemVersionId, position) => ({ assignmentId: row.id, itemVersionId, position })),
      );
    return row.id;
  });
}

export async function updateAssignment(
  db: Database,
  assignmentId: string,
  values: Partial<AssignmentValues>,
): Promise<void> {
  await db.update(assignment).set(values).where(eq(assignment.id, assignmentId));
}

/** Takes it out of the lists; what was handed in stays. */
export async function archiveAssignment(db: Database, assignmentId: string): Promise<void> {
  await db.update(assignment).set({ archivedAt: new Date() }).where(eq(assignment.id, assignmentId));
}

export async function selectOptionalAssignment(
  db: Database,
  assignmentId: string,
): Promise<AssignmentRow | null> {
  const [row] = await db
    .select()
    .from(assignment)
    .where(and(eq(assignment.id, assignmentId), isNull(assignment.archivedAt)));
  return row === undefined ? null : fromRow(row);
}

/** In the order in which they were made. */
export async function selectAssignments(db: Database, classId: string): Promise<AssignmentRow[]> {
  const rows = await db
    .select()
    .from(assignment)
    .where(and(eq(assignment.classId, classId), isNull(assignment.archivedAt)))
    .orderBy(asc(assignment.createdAt), asc(assignment.id));
  return rows.map(fromRow);
}

/** In the author's order, assignment by assignment. */
export async function selectAssignmentItems(
  db: Database,
  assignmentIds: readonly string[],
): Promise<AssignmentItemRow[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select({ own: assignmentItem, draft: itemVersion.draft })
    .from(assignmentItem)
    .innerJoin(itemVersion, eq(itemVersion.id, assignmentItem.itemVersionId))
    .where(inArray(assignmentItem.assignmentId, [...assignmentIds]))
    .orderBy(asc(assignmentItem.assignmentId), asc(assignmentItem.position));
  return rows.map(({ own, draft }) => ({ ...own, draft: itemDraftSchema.parse(draft) }));
}

export type AccommodationRow = typeof accommodation.$inferSelect;
export type AccommodationValues = Pick<
  AccommodationRow,
  "extraTimeFactor" | "extraDays" | "opensAt" | "dueAt" | "closesAt" | "maxAttempts" | "isExcused"
>;

/** Sets every field of the student's record, in the class or in one of its assignments. */
export async function upsertAccommodation(
  db: Database,
  place: { readonly classId: string; readonly userId: string; readonly assignmentId: string | null },
  values: AccommodationValues,
): Promise<void> {
  const set = { ...values, updatedAt: new Date() };
  await db
    .insert(accommodation)
    .values({ ...place, ...set })
    .onConflictDoUpdate({
      target: [accommodation.classId, accommodation.userId, accommodation.assignmentId],
      set,
    });
}

/** Every record of the class, from the general to the specific. */
export async function selectAccommodations(
  db: Database,
  classId: string,
  userId?: string,
): Promise<AccommodationRow[]> {
  const rows = await db
    .select()
    .from(accommodation)
    .where(
      and(
        eq(accommodation.classId, classId),
        userId === undefined ? undefined : eq(accommodation.userId, userId),
      ),
    );
  return rows.sort((a, b) => Number(a.assignmentId !== null) - Number(b.assignmentId !== null));
}

function fromRow({ archivedAt: _, ...row }: typeof assignment.$inferSelect): AssignmentRow {
  return { ...row, policy: assignmentPolicySchema.parse(row.policy) };
}

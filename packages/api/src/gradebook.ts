import type { Gradebook, GradebookCell } from "@pyrena/contracts";
import { type Cell, courseResult } from "@pyrena/coursework";
import {
  type ClassRow,
  type ScoreRow,
  selectAccommodations,
  selectAssignmentItems,
  selectAssignments,
  selectRoster,
  selectScores,
} from "@pyrena/db";
import type { Context } from "./context.ts";
import { scoreOf, termsOf } from "./homework.ts";

/** Every student of the class against every assignment, derived from answers and grades at this moment. */
export async function gradebook(ctx: Pick<Context, "db" | "now">, own: ClassRow): Promise<Gradebook> {
  const assignments = await selectAssignments(ctx.db, own.id);
  const ids = assignments.map(({ id }) => id);
  const items = grouped(await selectAssignmentItems(ctx.db, ids), ({ assignmentId }) => assignmentId);
  const scores = grouped(await selectScores(ctx.db, ids), seatOf);
  const records = grouped(await selectAccommodations(ctx.db, own.id), ({ userId }) => userId);
  const students = (await selectRoster(ctx.db, own.id)).filter(({ role }) => role === "student");
  const now = ctx.now();

  const columns = assignments.map(({ id, title, dueAt }) => ({
    ...{ id, title, dueAt },
    isDue: dueAt !== null && dueAt.getTime() < now,
  }));
  const rows = students.map(({ userId, name, email }) => {
    const cells = assignments.map((assignment): { cell: GradebookCell; isDue: boolean } => {
      const terms = termsOf(assignment, own.timeZone, userId, records.get(userId) ?? []);
      const isDue = terms.dueAt !== null && terms.dueAt < now;
      if (terms.isExcused) return { cell: { state: "excused" }, isDue };
      const answers = scores.get(seatOf({ assignmentId: assignment.id, userId })) ?? [];
      const score = scoreOf(terms, items.get(assignment.id) ?? [], answers);
      return { cell: score === null ? { state: "missing" } : { state: "scored", score }, isDue };
    });
    const result = courseResult(
      cells.map(({ isDue }, n) => ({ id: columns[n]?.id ?? "", categoryId: null, weight: 1, isDue })),
      [],
      new Map(cells.map(({ cell }, n): [string, Cell] => [columns[n]?.id ?? "", cell])),
    );
    return { ...{ userId, name, email }, cells: cells.map(({ cell }) => cell), total: result.total };
  });
  return { columns, rows };
}

function seatOf({ assignmentId, userId }: Pick<ScoreRow, "assignmentId" | "userId">): string {
  return `${assignmentId} ${userId}`;
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

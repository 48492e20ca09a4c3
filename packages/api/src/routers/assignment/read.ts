import type { Gradebook } from "@pyrena/contracts";
import { wallTimeOf } from "@pyrena/coursework";
import { selectAccommodations, selectAssignmentItems, selectAssignments, selectScores } from "@pyrena/db";
import { gradebook as build } from "../../gradebook.ts";
import { assignmentStaffProcedure, classStaffProcedure } from "../../trpc.ts";

/** The class's assignments as its staff see them, with how many students have handed in something. */
export const list = classStaffProcedure.query(async ({ ctx }) => {
  const assignments = await selectAssignments(ctx.db, ctx.class.id);
  const ids = assignments.map(({ id }) => id);
  const items = await selectAssignmentItems(ctx.db, ids);
  const scores = await selectScores(ctx.db, ids);
  return assignments.map(({ id, title, opensAt, dueAt, closesAt }) => ({
    ...{ id, title, opensAt, dueAt, closesAt },
    items: items.filter(({ assignmentId }) => assignmentId === id).length,
    studentsWorking: new Set(scores.filter((row) => row.assignmentId === id).map(({ userId }) => userId))
      .size,
  }));
});

/** One assignment, opened for editing: its times as the class's wall clock shows them. */
export const get = assignmentStaffProcedure.query(async ({ ctx }) => {
  const { id, classId, title, description, policy, ...instants } = ctx.assignment;
  const wall = (at: Date | null) => (at === null ? null : wallTimeOf(at.getTime(), ctx.class.timeZone));
  const items = await selectAssignmentItems(ctx.db, [id]);
  const records = await selectAccommodations(ctx.db, classId);
  return {
    ...{ id, classId, title, description, policy },
    timeZone: ctx.class.timeZone,
    times: { opens: wall(instants.opensAt), due: wall(instants.dueAt), closes: wall(instants.closesAt) },
    items: items.map(({ id: itemId, draft, weight }) => ({
      id: itemId,
      title: draft.title,
      kind: draft.kind,
      weight,
    })),
    accommodations: records
      .filter(({ assignmentId }) => assignmentId === id)
      .map(({ userId, extraTimeFactor, maxAttempts, isExcused, opensAt, dueAt, closesAt }) => ({
        ...{ userId, extraTimeFactor, maxAttempts, isExcused },
        times: { opens: wall(opensAt), due: wall(dueAt), closes: wall(closesAt) },
      })),
  };
});

/** Students × assignments. */
export const gradebook = classStaffProcedure.query(({ ctx }): Promise<Gradebook> => build(ctx, ctx.class));

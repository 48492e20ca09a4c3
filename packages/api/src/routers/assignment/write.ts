import {
  type AssignmentTimes,
  assignmentDraftSchema,
  assignmentPolicySchema,
  assignmentTimesSchema,
  descriptionSchema,
  idSchema,
  titleSchema,
} from "@pyrena/contracts";
import { instantOf } from "@pyrena/coursework";
import {
  archiveAssignment,
  insertAssignment,
  insertAuditEvent,
  selectItemsById,
  updateAssignment,
} from "@pyrena/db";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { stockUp } from "../../spares.ts";
import { assignmentInstructorProcedure, classInstructorProcedure } from "../../trpc.ts";

/** Assigns items of the caller's bank, as they are worded now. Times are the class's wall clock. */
export const create = classInstructorProcedure
  .input(assignmentDraftSchema.extend({ classId: idSchema }))
  .mutation(async ({ ctx, input }): Promise<{ assignmentId: string }> => {
    const { title, description, times, policy } = input;
    const items = await ownItems(ctx, input.itemIds);
    const values = { title, description, policy, ...instantsOf(times, ctx.class.timeZone) };
    const versions = items.map(({ versionId }) => versionId);
    const assignmentId = await insertAssignment(ctx.db, ctx.class.id, values, versions);
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "assignment-created",
      subject: `assignment:${assignmentId}`,
    });
    stockUp(ctx, items);
    return { assignmentId };
  });

/** New words, times and rules; what was handed in is scored anew by them, since credit is computed and never stored. */
export const update = assignmentInstructorProcedure
  .input(
    z.object({
      title: titleSchema,
      description: descriptionSchema.default(""),
      times: assignmentTimesSchema,
      policy: assignmentPolicySchema,
    }),
  )
  .mutation(async ({ ctx, input: { title, description, times, policy } }) => {
    const { id } = ctx.assignment;
    await updateAssignment(ctx.db, id, {
      title,
      description,
      policy,
      ...instantsOf(times, ctx.class.timeZone),
    });
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "assignment-changed",
      subject: `assignment:${id}`,
      detail: { times, policy },
    });
  });

/** Takes it out of every list and of the gradebook; what was handed in stays. */
export const remove = assignmentInstructorProcedure.mutation(async ({ ctx }) => {
  await archiveAssignment(ctx.db, ctx.assignment.id);
  await insertAuditEvent(ctx.db, {
    actorId: ctx.user.id,
    action: "assignment-removed",
    subject: `assignment:${ctx.assignment.id}`,
  });
});

function instantsOf({ opens, due, closes }: AssignmentTimes, timeZone: string) {
  const instant = (wallTime: string | null) =>
    wallTime === null ? null : new Date(instantOf(wallTime, timeZone));
  return { opensAt: instant(opens), dueAt: instant(due), closesAt: instant(closes) };
}

type ClassContext = Parameters<Parameters<typeof classInstructorProcedure.mutation>[0]>[0]["ctx"];

/** In the order asked for. Only what is the caller's own and can be asked is assigned. */
async function ownItems(ctx: ClassContext, itemIds: readonly string[]) {
  const rows = new Map((await selectItemsById(ctx.db, itemIds)).map((row) => [row.id, row]));
  return itemIds.map((id) => {
    const item = rows.get(id);
    if (item === undefined || item.ownerId !== ctx.user.id) throw refusal("item-not-found");
    if (!item.isReady) throw refusal("item-has-problems");
    return item;
  });
}

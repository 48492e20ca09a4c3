import { classRoleSchema, idSchema, type RosterEntry } from "@pyrena/contracts";
import { insertAuditEvent, selectOptionalRole, selectRoster, updateEnrolment } from "@pyrena/db";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { classInstructorProcedure, classStaffProcedure } from "../../trpc.ts";

export const roster = classStaffProcedure.query(
  ({ ctx }): Promise<RosterEntry[]> => selectRoster(ctx.db, ctx.class.id),
);

/** The owner stays an instructor: a class without one could not be led. */
export const setRole = classInstructorProcedure
  .input(z.object({ userId: idSchema, role: classRoleSchema }))
  .mutation(async ({ ctx, input: { userId, role } }) => {
    const before = await memberRole(ctx, userId);
    await updateEnrolment(ctx.db, { classId: ctx.class.id, userId }, { role });
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "class-role-set",
      subject: `class:${ctx.class.id}`,
      detail: { userId, before, after: role },
    });
  });

/** What they handed in stays; they may join again by the code. */
export const remove = classInstructorProcedure
  .input(z.object({ userId: idSchema }))
  .mutation(async ({ ctx, input: { userId } }) => {
    await memberRole(ctx, userId);
    await updateEnrolment(ctx.db, { classId: ctx.class.id, userId }, { removedAt: new Date(ctx.now()) });
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "class-member-removed",
      subject: `class:${ctx.class.id}`,
      detail: { userId },
    });
  });

type Ctx = Parameters<Parameters<typeof classInstructorProcedure.mutation>[0]>[0]["ctx"];

async function memberRole(ctx: Ctx, userId: string) {
  const role = await selectOptionalRole(ctx.db, ctx.class.id, userId);
  if (role === null) throw refusal("class-not-found");
  if (userId === ctx.class.ownerId) throw refusal("not-allowed");
  return role;
}

import { assignmentTimesSchema, idSchema } from "@pyrena/contracts";
import { instantOf } from "@pyrena/coursework";
import { insertAuditEvent, selectOptionalRole, upsertAccommodation } from "@pyrena/db";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { assignmentStaffProcedure, classStaffProcedure } from "../../trpc.ts";

/** A null leaves the field to the record above it: the class's, then the assignment itself. */
const fields = {
  userId: idSchema,
  extraTimeFactor: z.number().min(1).max(10).nullable().default(null),
  extraDays: z.number().int().min(0).max(365).nullable().default(null),
  maxAttempts: z.number().int().min(1).max(100).nullable().default(null),
  isExcused: z.boolean().nullable().default(null),
};

/** What a student is given in every room and assignment of the class. */
export const accommodate = classStaffProcedure.input(z.object(fields)).mutation(async ({ ctx, input }) => {
  const { userId, extraTimeFactor, extraDays, maxAttempts, isExcused } = input;
  const values = {
    extraTimeFactor,
    extraDays,
    maxAttempts,
    isExcused,
    opensAt: null,
    dueAt: null,
    closesAt: null,
  };
  await set(ctx, { classId: ctx.class.id, userId, assignmentId: null }, values);
});

/** What a student is given in this assignment, such as an extension. */
export const extend = assignmentStaffProcedure
  .input(z.object({ ...fields, times: assignmentTimesSchema.prefault({}) }))
  .mutation(async ({ ctx, input }) => {
    const { userId, extraTimeFactor, extraDays, maxAttempts, isExcused, times } = input;
    const instant = (wall: string | null) =>
      wall === null ? null : new Date(instantOf(wall, ctx.class.timeZone));
    await set(
      ctx,
      { classId: ctx.class.id, userId, assignmentId: ctx.assignment.id },
      {
        ...{ extraTimeFactor, extraDays, maxAttempts, isExcused },
        opensAt: instant(times.opens),
        dueAt: instant(times.due),
        closesAt: instant(times.closes),
      },
    );
  });

type Ctx = Parameters<Parameters<typeof classStaffProcedure.mutation>[0]>[0]["ctx"];
type Set = Parameters<typeof upsertAccommodation>;

async function set(ctx: Pick<Ctx, "db" | "user">, place: Set[1], values: Set[2]): Promise<void> {
  if ((await selectOptionalRole(ctx.db, place.classId, place.userId)) !== "student")
    throw refusal("not-allowed");
  await upsertAccommodation(ctx.db, place, values);
  await insertAuditEvent(ctx.db, {
    actorId: ctx.user.id,
    action: "accommodation-set",
    subject: place.assignmentId === null ? `class:${place.classId}` : `assignment:${place.assignmentId}`,
    detail: { userId: place.userId, ...values },
  });
}

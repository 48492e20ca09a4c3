import { type ClassSummary, classDraftSchema, idSchema } from "@pyrena/contracts";
import { isTimeZone } from "@pyrena/coursework";
import { type ClassRow, insertAuditEvent, selectClasses, updateClass } from "@pyrena/db";
import { z } from "zod";
import { createClass, randomClassCode } from "../../classes.ts";
import { refusal } from "../../errors.ts";
import {
  classInstructorProcedure,
  classMemberProcedure,
  instructorProcedure,
  signedInProcedure,
} from "../../trpc.ts";

/** The caller's classes, in any role. */
export const list = signedInProcedure.query(
  ({ ctx }): Promise<ClassSummary[]> => selectClasses(ctx.db, ctx.user.id),
);

export const create = instructorProcedure
  .input(classDraftSchema)
  .mutation(async ({ ctx, input }): Promise<{ classId: string }> => {
    requireTimeZone(input.timeZone);
    return { classId: await createClass(ctx.db, { ownerId: ctx.user.id, ...input }) };
  });

/** The class and the caller's role in it; its code is for the staff, who give it to whom they like. */
export const get = classMemberProcedure.query(({ ctx }) => {
  const { id, name, timeZone, python, archivedAt, code } = ctx.class;
  const isStaff = ctx.role !== "student";
  return {
    id,
    name,
    timeZone,
    python,
    isArchived: archivedAt !== null,
    role: ctx.role,
    code: isStaff ? code : null,
  };
});

/** Assignments keep their instants when the time zone changes: what was promised as Friday's midnight stays that moment. */
export const update = classInstructorProcedure
  .input(classDraftSchema.extend({ classId: idSchema }))
  .mutation(async ({ ctx, input: { name, timeZone, python } }) => {
    requireTimeZone(timeZone);
    await updateClass(ctx.db, ctx.class.id, { name, timeZone, python });
  });

/** A code that got about is replaced; who joined by it stays. */
export const newCode = classInstructorProcedure.mutation(async ({ ctx }): Promise<{ code: string }> => {
  for (;;) {
    const code = randomClassCode();
    if (!(await updateClass(ctx.db, ctx.class.id, { code }))) continue;
    await audit(ctx, "class-code-replaced");
    return { code };
  }
});

export const archive = classInstructorProcedure
  .input(z.object({ isArchived: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    await updateClass(ctx.db, ctx.class.id, { archivedAt: input.isArchived ? new Date(ctx.now()) : null });
    await audit(ctx, input.isArchived ? "class-archived" : "class-restored");
  });

type ClassContext = Parameters<Parameters<typeof classInstructorProcedure.mutation>[0]>[0]["ctx"];

function audit(
  ctx: Pick<ClassContext, "db" | "user"> & { readonly class: ClassRow },
  action: string,
): Promise<void> {
  return insertAuditEvent(ctx.db, { actorId: ctx.user.id, action, subject: `class:${ctx.class.id}` });
}

function requireTimeZone(name: string): void {
  if (!isTimeZone(name)) throw refusal("time-zone-unknown");
}

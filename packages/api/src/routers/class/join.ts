import { emailSchema, passwordSchema, personNameSchema, typedClassCodeSchema } from "@pyrena/contracts";
import { insertEnrolment } from "@pyrena/db";
import { z } from "zod";
import { classByCode } from "../../classes.ts";
import { refusal } from "../../errors.ts";
import { registerStudent } from "../../registration.ts";
import { publicProcedure, signedInProcedure } from "../../trpc.ts";

const codeSchema = z.strictObject({ code: typedClassCodeSchema });

/** What the page behind a class link shows before anybody signs in. */
export const lookup = publicProcedure
  .input(codeSchema)
  .query(async ({ ctx, input }): Promise<{ name: string }> => {
    const { name } = await classByCode(ctx, input.code);
    return { name };
  });

/** Joins with the account one has. Who is in the class already keeps their role. */
export const join = signedInProcedure
  .input(codeSchema)
  .mutation(async ({ ctx, input }): Promise<{ classId: string }> => {
    const { id: classId } = await classByCode(ctx, input.code);
    await insertEnrolment(ctx.db, { classId, userId: ctx.user.id, role: "student" });
    return { classId };
  });

/** Makes a student's account and joins; the page signs in afterwards. */
export const register = publicProcedure
  .input(
    z.strictObject({
      code: typedClassCodeSchema,
      name: personNameSchema,
      email: emailSchema,
      password: passwordSchema,
    }),
  )
  .mutation(async ({ ctx, input }): Promise<{ classId: string; userId: string }> => {
    const { code, ...person } = input;
    const { id: classId } = await classByCode(ctx, code);
    const registered = await registerStudent(ctx, classId, person);
    if (!registered.ok) throw refusal(registered.code);
    return { classId, userId: registered.value };
  });

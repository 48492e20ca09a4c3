import {
  descriptionSchema,
  emailSchema,
  passwordSchema,
  personNameSchema,
  tokenSchema,
} from "@pyrena/contracts";
import { insertAuditEvent, insertInvitation, newToken, selectInvitationIsOpen } from "@pyrena/db";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { registerInstructor } from "../../registration.ts";
import { instructorProcedure, publicProcedure } from "../../trpc.ts";

/** Makes an instructor's account; the page signs in afterwards. The first one needs no invitation, every later one does. */
export const register = publicProcedure
  .input(
    z.strictObject({
      name: personNameSchema,
      email: emailSchema,
      password: passwordSchema,
      invitation: tokenSchema.optional(),
    }),
  )
  .mutation(async ({ ctx, input }): Promise<{ userId: string }> => {
    const registered = await registerInstructor(ctx, input);
    if (!registered.ok) throw refusal(registered.code);
    return { userId: registered.value };
  });

const INVITATION_DAYS = 14;

/** A link for one colleague. The token is in this answer only. */
export const invite = instructorProcedure
  .input(z.strictObject({ note: descriptionSchema.max(200).default("") }))
  .mutation(async ({ ctx, input }): Promise<{ token: string; expiresAt: Date }> => {
    const token = newToken();
    const expiresAt = new Date(Date.now() + INVITATION_DAYS * 24 * 3600 * 1000);
    const id = await insertInvitation(ctx.db, { token, createdBy: ctx.user.id, note: input.note, expiresAt });
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "instructor-invited",
      subject: `invitation:${id}`,
    });
    return { token, expiresAt };
  });

/** Whether this link still admits somebody, for the page it leads to. */
export const invitation = publicProcedure
  .input(z.strictObject({ token: tokenSchema }))
  .query(async ({ ctx, input }) => ({ isOpen: await selectInvitationIsOpen(ctx.db, input.token) }));

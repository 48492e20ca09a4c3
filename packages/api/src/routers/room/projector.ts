import { idSchema, type NewProjectorLink, type ProjectorLink } from "@pyrena/contracts";
import {
  insertAuditEvent,
  insertProjectorLink,
  newToken,
  revokeProjectorLink,
  selectProjectorLinks,
} from "@pyrena/db";
import { z } from "zod";
import { roomHostProcedure } from "../../trpc.ts";

export const projectorLinks = roomHostProcedure.query(
  ({ ctx }): Promise<ProjectorLink[]> => selectProjectorLinks(ctx.db, ctx.room.id),
);

/** Grants the projector's view of this room and nothing else. The token is in this answer only. */
export const createProjectorLink = roomHostProcedure.mutation(async ({ ctx }): Promise<NewProjectorLink> => {
  const token = newToken();
  const link = await insertProjectorLink(ctx.db, ctx.room.id, token);
  const subject = `room:${ctx.room.id}`;
  const detail = { linkId: link.id };
  await insertAuditEvent(ctx.db, { actorId: ctx.user.id, action: "projector-link-created", subject, detail });
  return { ...link, token };
});

/** Also ends the connections that came by it. */
export const revokeProjector = roomHostProcedure
  .input(z.object({ linkId: idSchema }))
  .mutation(async ({ ctx, input }): Promise<void> => {
    await revokeProjectorLink(ctx.db, ctx.room.id, input.linkId);
    await ctx.live.projectorLinkRevoked(ctx.room.id, input.linkId);
    const subject = `room:${ctx.room.id}`;
    const detail = { linkId: input.linkId };
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "projector-link-revoked",
      subject,
      detail,
    });
  });

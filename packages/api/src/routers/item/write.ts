import { idSchema, itemDraftSchema, type Problem } from "@pyrena/contracts";
import { archiveItem, insertAuditEvent, insertItem, insertItemVersion } from "@pyrena/db";
import { z } from "zod";
import { problemsOf } from "../../items.ts";
import { type InstructorContext, ownItem } from "../../ownership.ts";
import { stockUp } from "../../spares.ts";
import { instructorProcedure } from "../../trpc.ts";

/** What saving answers: the item is stored in any case, with the problems that keep it from being asked, if there are some. */
export interface Saved {
  readonly itemId: string;
  readonly problems: readonly Problem[];
}

export const create = instructorProcedure
  .input(z.strictObject({ draft: itemDraftSchema }))
  .mutation(async ({ ctx, input }): Promise<Saved> => {
    const { draft } = input;
    const problems = await problemsOf(ctx, draft, ctx.user.id);
    const itemId = await insertItem(ctx.db, { ownerId: ctx.user.id, origin: "own", draft, problems });
    await stockItem(ctx, itemId);
    return { itemId, problems };
  });

/** Never edits: the new wording is a new version, so answers to the old one keep meaning what they meant. */
export const update = instructorProcedure
  .input(z.strictObject({ itemId: idSchema, draft: itemDraftSchema }))
  .mutation(async ({ ctx, input }): Promise<Saved> => {
    const { id } = await ownItem(ctx, input.itemId);
    const problems = await problemsOf(ctx, input.draft, ctx.user.id);
    await insertItemVersion(ctx.db, id, { draft: input.draft, problems });
    await stockItem(ctx, id);
    return { itemId: id, problems };
  });

export const duplicate = instructorProcedure
  .input(z.strictObject({ itemId: idSchema, title: z.string().trim().min(1).max(120).optional() }))
  .mutation(async ({ ctx, input }): Promise<Saved> => {
    const { draft, problems } = await ownItem(ctx, input.itemId);
    const copy = { ...draft, title: input.title ?? draft.title };
    const itemId = await insertItem(ctx.db, { ownerId: ctx.user.id, origin: "own", draft: copy, problems });
    return { itemId, problems };
  });

export const remove = instructorProcedure
  .input(z.strictObject({ itemId: idSchema }))
  .mutation(async ({ ctx, input }): Promise<void> => {
    const { id, title } = await ownItem(ctx, input.itemId);
    await archiveItem(ctx.db, id);
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "item-removed",
      subject: `item:${id}`,
      detail: { title },
    });
  });

/** The item may be pushed to a room the moment it is saved. */
async function stockItem(ctx: InstructorContext, itemId: string): Promise<void> {
  const item = await ownItem(ctx, itemId);
  if (item.isReady) stockUp(ctx, [item]);
}

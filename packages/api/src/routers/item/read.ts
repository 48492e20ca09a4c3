import { type ItemDetail, type ItemSummary, idSchema, itemFilterSchema } from "@pyrena/contracts";
import { type ItemRow, selectDecksOfItem, selectItems } from "@pyrena/db";
import { z } from "zod";
import { ownItem } from "../../ownership.ts";
import { instructorProcedure } from "../../trpc.ts";

export const list = instructorProcedure
  .input(itemFilterSchema.prefault({}))
  .query(async ({ ctx, input }): Promise<ItemSummary[]> => {
    const rows = await selectItems(ctx.db, ctx.user.id, input);
    return rows.map(summaryOf);
  });

/** The topics in use, for the list's filter and the editor's suggestions. */
export const topics = instructorProcedure.query(async ({ ctx }): Promise<string[]> => {
  const rows = await selectItems(ctx.db, ctx.user.id, itemFilterSchema.parse({}));
  return [...new Set(rows.map((row) => row.topic))].sort((a, b) => a.localeCompare(b, "en"));
});

export const get = instructorProcedure
  .input(z.strictObject({ itemId: idSchema }))
  .query(async ({ ctx, input }): Promise<ItemDetail> => {
    const row = await ownItem(ctx, input.itemId);
    const decks = await selectDecksOfItem(ctx.db, row.id);
    return { ...summaryOf(row), draft: row.draft, problems: row.problems, decks };
  });

/** The list's line of a row: what the row holds beyond it stays on the server. */
export function summaryOf(row: ItemRow): ItemSummary {
  const { id, title, kind, topic, origin, python, version, isReady, updatedAt } = row;
  return { id, title, kind, topic, origin, python, version, isReady, updatedAt };
}

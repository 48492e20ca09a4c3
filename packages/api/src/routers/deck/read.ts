import { type DeckDetail, type DeckFile, type DeckSummary, idSchema } from "@pyrena/contracts";
import { type DeckRow, selectDeckEntries, selectDecks } from "@pyrena/db";
import { z } from "zod";
import { toDeckFile } from "../../deck-file.ts";
import { ownDeck } from "../../ownership.ts";
import { instructorProcedure } from "../../trpc.ts";
import { summaryOf as itemSummaryOf } from "../item/read.ts";

export const list = instructorProcedure.query(async ({ ctx }): Promise<DeckSummary[]> => {
  const rows = await selectDecks(ctx.db, ctx.user.id);
  return rows.map(summaryOf);
});

export const get = instructorProcedure
  .input(z.strictObject({ deckId: idSchema }))
  .query(async ({ ctx, input }): Promise<DeckDetail> => {
    const deck = await ownDeck(ctx, input.deckId);
    const entries = await selectDeckEntries(ctx.db, deck.id);
    return {
      ...summaryOf(deck),
      entries: entries.map(({ id, item }) => ({ id, item: itemSummaryOf(item) })),
    };
  });

export const exportJson = instructorProcedure
  .input(z.strictObject({ deckId: idSchema }))
  .query(async ({ ctx, input }): Promise<DeckFile> => {
    const { id, title, description } = await ownDeck(ctx, input.deckId);
    const entries = await selectDeckEntries(ctx.db, id);
    return toDeckFile(
      title,
      description,
      entries.map(({ item }) => item.draft),
    );
  });

function summaryOf({ id, title, description, origin, items, updatedAt }: DeckRow): DeckSummary {
  return { id, title, description, origin, items, updatedAt };
}

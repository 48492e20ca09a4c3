import { DECK_MAX_ITEMS, idSchema } from "@pyrena/contracts";
import { deleteDeckItem, insertDeckItems, reorderDeckItems } from "@pyrena/db";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { ownDeck, ownItem } from "../../ownership.ts";
import { instructorProcedure } from "../../trpc.ts";

export const addItem = instructorProcedure
  .input(z.strictObject({ deckId: idSchema, itemId: idSchema }))
  .mutation(async ({ ctx, input }): Promise<void> => {
    const deck = await ownDeck(ctx, input.deckId);
    const item = await ownItem(ctx, input.itemId);
    if (deck.items >= DECK_MAX_ITEMS) throw refusal("deck-too-long");
    await insertDeckItems(ctx.db, deck.id, [item.id]);
  });

/** Takes one entry out; the item itself stays. */
export const removeItem = instructorProcedure
  .input(z.strictObject({ deckId: idSchema, entryId: idSchema }))
  .mutation(async ({ ctx, input }): Promise<void> => {
    const { id } = await ownDeck(ctx, input.deckId);
    await deleteDeckItem(ctx.db, id, input.entryId);
  });

export const reorder = instructorProcedure
  .input(z.strictObject({ deckId: idSchema, entryIds: z.array(idSchema).max(DECK_MAX_ITEMS) }))
  .mutation(async ({ ctx, input }): Promise<void> => {
    const { id } = await ownDeck(ctx, input.deckId);
    await reorderDeckItems(ctx.db, id, input.entryIds);
  });

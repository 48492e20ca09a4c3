import {
  DECK_MAX_ITEMS,
  descriptionSchema,
  type ImportReport,
  idSchema,
  titleSchema,
} from "@pyrena/contracts";
import { archiveDeck, insertAuditEvent, insertDeck, selectDeckEntries, updateDeck } from "@pyrena/db";
import { z } from "zod";
import { DECK_FILE_MAX_LENGTH, importItems, readDeckFile } from "../../deck-file.ts";
import { ownDeck, ownItem, requireOwnClass } from "../../ownership.ts";
import { instructorProcedure } from "../../trpc.ts";

export const create = instructorProcedure
  .input(
    z.strictObject({
      title: titleSchema,
      description: descriptionSchema.default(""),
      itemIds: z.array(idSchema).max(DECK_MAX_ITEMS).default([]),
      classId: idSchema.optional(),
    }),
  )
  .mutation(async ({ ctx, input }): Promise<{ deckId: string }> => {
    const { classId, ...deck } = input;
    if (classId !== undefined) await requireOwnClass(ctx, classId);
    for (const itemId of new Set(input.itemIds)) await ownItem(ctx, itemId);
    const values = { ...deck, ownerId: ctx.user.id };
    return { deckId: await insertDeck(ctx.db, classId === undefined ? values : { ...values, classId }) };
  });

export const rename = instructorProcedure
  .input(z.strictObject({ deckId: idSchema, title: titleSchema, description: descriptionSchema.optional() }))
  .mutation(async ({ ctx, input }): Promise<void> => {
    const { id } = await ownDeck(ctx, input.deckId);
    const { title, description } = input;
    await updateDeck(ctx.db, id, description === undefined ? { title } : { title, description });
  });

/** The copy holds the same items: a change to one of them shows in both decks. */
export const duplicate = instructorProcedure
  .input(z.strictObject({ deckId: idSchema, title: titleSchema.optional() }))
  .mutation(async ({ ctx, input }): Promise<{ deckId: string }> => {
    const { id, title, description } = await ownDeck(ctx, input.deckId);
    const entries = await selectDeckEntries(ctx.db, id);
    const deckId = await insertDeck(ctx.db, {
      ownerId: ctx.user.id,
      title: input.title ?? title,
      description,
      itemIds: entries.map(({ item }) => item.id),
    });
    return { deckId };
  });

export const remove = instructorProcedure
  .input(z.strictObject({ deckId: idSchema }))
  .mutation(async ({ ctx, input }): Promise<void> => {
    const { id, title } = await ownDeck(ctx, input.deckId);
    await archiveDeck(ctx.db, id);
    const subject = `deck:${id}`;
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "deck-removed",
      subject,
      detail: { title },
    });
  });

export const importJson = instructorProcedure
  .input(z.strictObject({ file: z.string().max(DECK_FILE_MAX_LENGTH) }))
  .mutation(async ({ ctx, input }): Promise<ImportReport> => {
    const { title, description, items: candidates } = readDeckFile(input.file);
    const items = await importItems(ctx, candidates);
    const itemIds = items.flatMap((item) => (item.outcome === "refused" ? [] : [item.itemId]));
    const deckId = await insertDeck(ctx.db, {
      ownerId: ctx.user.id,
      origin: "import",
      title,
      description,
      itemIds,
    });
    return { deckId, imported: itemIds.length, refused: items.length - itemIds.length, items };
  });

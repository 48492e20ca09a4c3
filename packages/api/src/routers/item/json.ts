import { type DeckFile, type ImportReport, idSchema } from "@pyrena/contracts";
import { z } from "zod";
import { DECK_FILE_MAX_LENGTH, importItems, readDeckFile, toDeckFile } from "../../deck-file.ts";
import { ownItem } from "../../ownership.ts";
import { instructorProcedure } from "../../trpc.ts";

/** One item travels as a deck of one, so that there is one format to read. */
export const exportJson = instructorProcedure
  .input(z.strictObject({ itemId: idSchema }))
  .query(async ({ ctx, input }): Promise<DeckFile> => {
    const { title, draft } = await ownItem(ctx, input.itemId);
    return toDeckFile(title, "", [draft]);
  });

/** Takes the items of a file without making a deck of them. */
export const importJson = instructorProcedure
  .input(z.strictObject({ file: z.string().max(DECK_FILE_MAX_LENGTH) }))
  .mutation(async ({ ctx, input }): Promise<ImportReport> => {
    const items = await importItems(ctx, readDeckFile(input.file).items);
    const refused = items.filter(({ outcome }) => outcome === "refused").length;
    return { deckId: null, imported: items.length - refused, refused, items };
  });

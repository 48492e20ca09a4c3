import {
  type DeckFile,
  deckFileSchema,
  type ImportedItem,
  type ItemDraft,
  itemDraftSchema,
  titleSchema,
} from "@pyrena/contracts";
import { insertItem } from "@pyrena/db";
import { z } from "zod";
import { refusal } from "./errors.ts";
import { problemsOf } from "./items.ts";
import type { InstructorContext } from "./ownership.ts";

/** Longest file that is read; quoted once more in its request, it still fits what the front door lets in. */
export const DECK_FILE_MAX_LENGTH = 3_000_000;

export function toDeckFile(title: string, description: string, items: readonly ItemDraft[]): DeckFile {
  return { format: "pyrena-deck", version: 1, title, description, items };
}

/** The envelope of an uploaded file; its items are still unread. Refused with the place of each fault. */
export function readDeckFile(text: string): z.infer<typeof deckFileSchema> {
  const parsed = deckFileSchema.safeParse(parseJson(text));
  if (!parsed.success) throw refusal("import-malformed", { issues: issuesOf(parsed.error) });
  return parsed.data;
}

/** Imports each item by itself: what is wrong with one does not lose the others, and every one is reported. */
export async function importItems(
  ctx: InstructorContext,
  items: readonly unknown[],
): Promise<ImportedItem[]> {
  const report: ImportedItem[] = [];
  for (const [index, candidate] of items.entries()) report.push(await importItem(ctx, candidate, index + 1));
  return report;
}

async function importItem(ctx: InstructorContext, candidate: unknown, number: number): Promise<ImportedItem> {
  const parsed = itemDraftSchema.safeParse(candidate);
  if (!parsed.success) {
    return { outcome: "refused", number, title: titleIn(candidate), issues: issuesOf(parsed.error) };
  }
  const draft = parsed.data;
  const problems = await problemsOf(ctx, draft, ctx.user.id);
  const itemId = await insertItem(ctx.db, { ownerId: ctx.user.id, origin: "import", draft, problems });
  return problems.length === 0
    ? { outcome: "ready", itemId, title: draft.title }
    : { outcome: "with-problems", itemId, title: draft.title, problems };
}

function parseJson(text: string): unknown {
  try {
    // Editors on Windows put a mark before the first character.
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message : "not JSON";
    throw refusal("import-malformed", { issues: [{ path: "", message }] });
  }
}

function issuesOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.map(String).join("."), message }));
}

const titled = z.object({ title: titleSchema });

function titleIn(candidate: unknown): string | null {
  const parsed = titled.safeParse(candidate);
  return parsed.success ? parsed.data.title : null;
}

import type { Problem } from "@pyrena/contracts";
import { type Database, type ItemRow, takeSpares } from "@pyrena/db";
import type { DeckEntry } from "@pyrena/live";
import { ENGINE_VERSION } from "@pyrena/puzzles/grading";
import { nanoid } from "nanoid";
import { makeVariant, type ReadyVariant, storeVariant } from "../../items.ts";
import type { InstructorContext } from "../../ownership.ts";
import { varies } from "../../spares.ts";

/** An item the engine cannot ask; the room goes without it. */
export interface SkippedItem {
  readonly itemId: string;
  readonly title: string;
  readonly problems: readonly Problem[];
}

/** An item with what a room asks of it: spares, which are stored, or a variant made now, which is not yet. */
export interface PreparedEntry {
  readonly item: ItemRow;
  readonly asked: { readonly spare: string } | { readonly made: ReadyVariant };
  /** For the revote; null where there is nothing to vary, or nothing was ready. */
  readonly twin: string | null;
}

export type Prepared =
  | { readonly ok: true; readonly entry: PreparedEntry }
  | { readonly ok: false; readonly skipped: SkippedItem };

/** So many at a time that one instructor's room does not fill the engine's queue. */
const PREPARED_AT_ONCE = 4;

export async function prepareAll(ctx: InstructorContext, items: readonly ItemRow[]): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (let start = 0; start < items.length; start += PREPARED_AT_ONCE) {
    const batch = items.slice(start, start + PREPARED_AT_ONCE);
    prepared.push(...(await Promise.all(batch.map((item) => prepare(ctx, item)))));
  }
  return prepared;
}

/** Takes the item's spares; without any the engine runs now, but not for a twin: the revote then asks the same question. */
export async function prepare(ctx: InstructorContext, item: ItemRow): Promise<Prepared> {
  const spares = { itemVersionId: item.versionId, engineVersion: ENGINE_VERSION };
  const [spare, twin = null] = await takeSpares(ctx.db, spares, varies(item.draft) ? 2 : 1);
  if (spare !== undefined) return { ok: true, entry: { item, asked: { spare }, twin } };
  const made = await makeVariant(ctx, item, ctx.user.id);
  if (made.ok) return { ok: true, entry: { item, asked: { made: made.variant }, twin: null } };
  return { ok: false, skipped: { itemId: item.id, title: item.title, problems: made.problems } };
}

export async function storeEntry(db: Database, { item, asked, twin }: PreparedEntry): Promise<DeckEntry> {
  const { versionId: itemVersionId, title, kind } = item;
  const variantId = "spare" in asked ? asked.spare : await storeVariant(db, asked.made);
  return { entryId: nanoid(), itemVersionId, title, kind, variantId, twinVariantId: twin };
}

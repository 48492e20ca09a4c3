import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { spareVariant } from "../schema/index.ts";
import { insertVariant, type NewVariant } from "./variant.ts";

/** Puts a variant aside for the next room that asks this item. */
export async function insertSpare(db: Database, values: NewVariant): Promise<void> {
  const { itemVersionId, engineVersion } = values;
  await db.transaction(async (tx) => {
    const variantId = await insertVariant(tx, values);
    await tx.insert(spareVariant).values({ variantId, itemVersionId, engineVersion });
  });
}

/** Takes up to `limit` spares of an item version; nobody else gets them, unless the transaction is undone. */
export async function takeSpares(
  db: Database,
  { itemVersionId, engineVersion }: { readonly itemVersionId: string; readonly engineVersion: string },
  limit: number,
): Promise<string[]> {
  const chosen = db
    .select({ id: spareVariant.variantId })
    .from(spareVariant)
    .where(and(eq(spareVariant.itemVersionId, itemVersionId), eq(spareVariant.engineVersion, engineVersion)))
    .limit(limit)
    // Two rooms that open at once each take what the other has not.
    .for("update", { skipLocked: true });
  const rows = await db
    .delete(spareVariant)
    .where(inArray(spareVariant.variantId, sql`(${chosen})`))
    .returning({ id: spareVariant.variantId });
  return rows.map(({ id }) => id);
}

/** How many spares there are of each item version; versions without any are missing. */
export async function selectSpareCounts(
  db: Database,
  itemVersionIds: readonly string[],
  engineVersion: string,
): Promise<ReadonlyMap<string, number>> {
  if (itemVersionIds.length === 0) return new Map();
  const rows = await db
    .select({ id: spareVariant.itemVersionId, total: count() })
    .from(spareVariant)
    .where(
      and(
        inArray(spareVariant.itemVersionId, [...itemVersionIds]),
        eq(spareVariant.engineVersion, engineVersion),
      ),
    )
    .groupBy(spareVariant.itemVersionId);
  return new Map(rows.map(({ id, total }) => [id, total]));
}

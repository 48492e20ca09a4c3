import { type Question, questionSchema } from "@pyrena/contracts";
import { desc, eq, inArray } from "drizzle-orm";
import type { Database } from "../client.ts";
import { variant, variantKey } from "../schema/index.ts";

export interface NewVariant {
  readonly itemVersionId: string;
  readonly seed: string;
  readonly params: unknown;
  readonly question: Question;
  readonly engineVersion: string;
  /** A Key of puzzles, which alone can read it. */
  readonly key: unknown;
}

export interface VariantRow {
  readonly id: string;
  readonly itemVersionId: string;
  readonly params: unknown;
  readonly question: Question;
  /** The newest key: parse it with puzzles' keySchema. */
  readonly key: unknown;
  readonly keyId: number;
}

/** A variant and the first version of its key. */
export async function insertVariant(db: Database, values: NewVariant): Promise<string> {
  const { engineVersion, key, ...own } = values;
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(variant).values(own).returning({ id: variant.id });
    if (row === undefined) throw new Error("insert returned no row");
    await tx
      .insert(variantKey)
      .values({ variantId: row.id, version: 1, engineVersion, key, cause: "computed" });
    return row.id;
  });
}

export async function selectOptionalVariant(db: Database, variantId: string): Promise<VariantRow | null> {
  const [row] = await selectVariants(db, [variantId]);
  return row ?? null;
}

/** Each with its newest key. */
export async function selectVariants(db: Database, variantIds: readonly string[]): Promise<VariantRow[]> {
  if (variantIds.length === 0) return [];
  const newestKey = db
    .selectDistinctOn([variantKey.variantId])
    .from(variantKey)
    .where(inArray(variantKey.variantId, [...variantIds]))
    .orderBy(variantKey.variantId, desc(variantKey.version))
    .as("newest_key");
  const rows = await db
    .select({ variant, key: newestKey.key, keyId: newestKey.id })
    .from(variant)
    .innerJoin(newestKey, eq(newestKey.variantId, variant.id))
    .where(inArray(variant.id, [...variantIds]));
  return rows.map(({ variant: own, key, keyId }) => ({
    id: own.id,
    itemVersionId: own.itemVersionId,
    params: own.params,
    question: questionSchema.parse(own.question),
    key,
    keyId,
  }));
}

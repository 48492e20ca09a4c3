import type { ItemDraft } from "@pyrena/contracts";
import { insertSpare, selectSpareCounts } from "@pyrena/db";
import { ENGINE_VERSION } from "@pyrena/puzzles/grading";
import type { Services } from "./context.ts";
import { makeVariant } from "./items.ts";

/** Not an instructor's account: making spares must not keep anybody's own check waiting. */
const ACCOUNT = "spares";

export interface Stocked {
  readonly versionId: string;
  readonly draft: ItemDraft;
}

export function varies(draft: ItemDraft): boolean {
  return Object.keys(draft.params).length > 0;
}

/**
 * Sees to it, after the answer has gone out, that the next room with these items opens without the engine: it takes one
 * variant to ask and, where there is something to vary, one for a revote.
 */
export function stockUp(
  services: Pick<Services, "db" | "engine" | "background">,
  items: readonly Stocked[],
): void {
  // One of each first: with that a room opens at once; the twins can follow.
  for (const wanted of [1, 2]) {
    for (const item of items.filter(({ draft }) => wanted === 1 || varies(draft))) {
      services.background.run(() => stockItem(services, item, wanted));
    }
  }
}

async function stockItem(
  { db, engine }: Pick<Services, "db" | "engine">,
  item: Stocked,
  wanted: number,
): Promise<void> {
  const counts = await selectSpareCounts(db, [item.versionId], ENGINE_VERSION);
  for (let have = counts.get(item.versionId) ?? 0; have < wanted; have += 1) {
    const made = await makeVariant({ engine }, item, ACCOUNT);
    if (!made.ok) return;
    await insertSpare(db, { ...made.variant, engineVersion: made.variant.key.engineVersion });
  }
}

import { type AssignmentItemRow, selectOptionalAttemptVariant, takeSpares } from "@pyrena/db";
import { ENGINE_VERSION } from "@pyrena/puzzles/grading";
import type { Context } from "./context.ts";
import { refusal } from "./errors.ts";
import { makeVariant, storeVariant } from "./items.ts";
import { stockUp, varies } from "./spares.ts";

/**
 * A variant for one attempt. Where there is something to vary every attempt gets a fresh one: a spare, or one made now. Where
 * there is nothing, everybody shares the first.
 */
export async function variantFor(
  ctx: Pick<Context, "db" | "engine" | "background"> & { readonly user: { readonly id: string } },
  item: AssignmentItemRow,
): Promise<string> {
  if (!varies(item.draft)) {
    const shared = await selectOptionalAttemptVariant(ctx.db, item.id);
    if (shared !== null) return shared;
  }
  const version = { versionId: item.itemVersionId, draft: item.draft };
  const [spare] = await takeSpares(
    ctx.db,
    { itemVersionId: item.itemVersionId, engineVersion: ENGINE_VERSION },
    1,
  );
  if (varies(item.draft)) stockUp(ctx, [version]);
  if (spare !== undefined) return spare;
  const made = await makeVariant(ctx, version, ctx.user.id);
  if (!made.ok) throw refusal("item-has-problems");
  return storeVariant(ctx.db, made.variant);
}

import { randomBytes } from "node:crypto";
import type { ItemDraft, Problem, Question } from "@pyrena/contracts";
import { type Database, insertVariant } from "@pyrena/db";
import type { Key } from "@pyrena/puzzles/grading";
import type { Context } from "./context.ts";
import { unwrap } from "./ownership.ts";

/** Fixed, so that a check of unchanged text shows the same numbers twice. */
export const CHECK_SEED = "check";

/** A seed nobody can foresee: what a class will be asked must not be known before. */
export function freshSeed(): string {
  return randomBytes(12).toString("base64url");
}

/** What keeps the draft from being asked; an empty list when nothing does. */
export async function problemsOf(
  ctx: Pick<Context, "engine">,
  draft: ItemDraft,
  account: string,
): Promise<readonly Problem[]> {
  const result = unwrap(await ctx.engine.materialise(draft, CHECK_SEED, account));
  return result.ok ? [] : result.problems;
}

export interface ReadyVariant {
  readonly itemVersionId: string;
  readonly seed: string;
  readonly question: Question;
  readonly key: Key;
  readonly params: Readonly<Record<string, string>>;
}

export async function makeVariant(
  ctx: Pick<Context, "engine">,
  item: { readonly versionId: string; readonly draft: ItemDraft },
  account: string,
): Promise<
  | { readonly ok: true; readonly variant: ReadyVariant }
  | { readonly ok: false; readonly problems: readonly Problem[] }
> {
  const seed = freshSeed();
  const result = unwrap(await ctx.engine.materialise(item.draft, seed, account));
  if (!result.ok) return result;
  return { ok: true, variant: { itemVersionId: item.versionId, seed, ...result.variant } };
}

export function storeVariant(db: Database, variant: ReadyVariant): Promise<string> {
  return insertVariant(db, { ...variant, engineVersion: variant.key.engineVersion });
}

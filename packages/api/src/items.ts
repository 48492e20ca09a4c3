import { randomBytes } from "node:crypto";
import type { ItemDraft, Problem, Question } from "@pyrena/contracts";
import { type Database, insertVariant } from "@pyrena/db";
import type { Key } from "@pyrena/puzzles/grading";
import type { Context, Materialised } from "./context.ts";
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
  const result = await materialise(ctx, draft, CHECK_SEED, account);
  return result.ok ? [] : result.problems;
}

const ATTEMPTS = 3;

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
  let problems: readonly Problem[] = [];
  // Values that chance has picked may make a question that cannot be asked; the item was saved because others do not.
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const seed = freshSeed();
    const result = await materialise(ctx, item.draft, seed, account);
    if (result.ok) return { ok: true, variant: { itemVersionId: item.versionId, seed, ...result.variant } };
    problems = result.problems;
    if (Object.keys(item.draft.params).length === 0) break;
  }
  return { ok: false, problems };
}

export function storeVariant(db: Database, variant: ReadyVariant): Promise<string> {
  return insertVariant(db, { ...variant, engineVersion: variant.key.engineVersion });
}

const TOO_SLOW: Problem = {
  code: "endless",
  line: null,
  column: null,
  message: "the engine gave up: the program takes too long",
  values: {},
};

/** A program the engine's clock had to stop is a problem of that item, so that saving it or opening its deck goes on. */
async function materialise(
  ctx: Pick<Context, "engine">,
  draft: ItemDraft,
  seed: string,
  account: string,
): Promise<Materialised> {
  const result = await ctx.engine.materialise(draft, seed, account);
  if (!result.ok && result.code === "engine-timeout") return { ok: false, problems: [TOO_SLOW] };
  return unwrap(result);
}

/** Prints every variant of every shipped item as JSON, one per line, for record-bank.py to run under real CPythons. */
import { fill } from "../fill.ts";
import { bank } from "./index.ts";

/** As many seeds as the tests use, so that every variant they meet is recorded. */
const SEEDS = 200;

declare const console: { log(text: string): void };

for (const { slug, draft } of bank) {
  const seen = new Set<string>();
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const filled = fill(draft, String(seed));
    if (!filled.ok) throw new Error(`${slug}: ${filled.problems[0]?.message}`);
    const variant = JSON.stringify({
      slug,
      params: filled.params,
      kind: draft.kind,
      source: filled.draft.source,
      mode: draft.mode,
      python: draft.python,
      ask: filled.draft.ask,
    });
    if (seen.has(variant)) continue;
    seen.add(variant);
    console.log(variant);
  }
}

/** From an item to a variant: the seed picks one choice for each parameter, and `{{name}}` is replaced by it. */
import { type ItemDraft, itemDraftSchema, type Problem } from "@pyrena/contracts";
import { problem } from "./problem.ts";
import { pick, randomFrom } from "./seed.ts";

const PLACEHOLDER = /\{\{([a-z][a-z0-9_]*)\}\}/g;
/** A choice may hold placeholders itself; a cycle among them would never end. */
const MAX_DEPTH = 4;

export type FilledParams = Readonly<Record<string, string>>;

export type Filled =
  | { readonly ok: true; readonly draft: ItemDraft; readonly params: FilledParams }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function fill(draft: ItemDraft, seed: string): Filled {
  const random = randomFrom(seed);
  const params: Record<string, string> = {};
  for (const name of Object.keys(draft.params).sort()) params[name] = pick(draft.params[name] ?? [], random);
  const unknown = firstUnknown(draft, params);
  if (unknown !== null) return { ok: false, problems: [unknown] };
  // The ask and the title may hold placeholders too; a filled draft has none left and no parameters.
  const filled = mapTexts({ ...draft, params: {} }, (text) => fillText(text, params, 0));
  return { ok: true, draft: itemDraftSchema.parse(filled), params };
}

function fillText(text: string, params: FilledParams, depth: number): string {
  if (depth > MAX_DEPTH) return text;
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : fillText(value, params, depth + 1);
  });
}

/**
 * A placeholder nobody fills is most likely a typing error; it is reported at its line. A draft without any parameter
 * has no placeholders: its doubled braces are Python's own, as in an f-string.
 */
function firstUnknown(draft: ItemDraft, params: FilledParams): Problem | null {
  if (Object.keys(params).length === 0) return null;
  const lines = draft.source.split("\n");
  for (const [index, line] of lines.entries()) {
    for (const match of line.matchAll(PLACEHOLDER)) {
      const name = match[1] ?? "";
      if (name in params) continue;
      const message = `no parameter is called ${name}`;
      return problem("unknown-parameter", message, {
        line: index + 1,
        column: match.index,
        values: { name },
      });
    }
  }
  return null;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}

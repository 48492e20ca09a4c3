/** Holds a computed key against what a real CPython printed. For tests. */
import type { ItemDraft, LineRun } from "@pyrena/contracts";
import type { Variant } from "../materialise.ts";
import { normaliseLines, responseText } from "../response-text.ts";
import type { Recorded } from "./recording.ts";

/** The answer in the variant's words, and the same as the recording has it; equal when the key is right. */
export interface Compared {
  readonly computed: string;
  readonly recorded: string;
}

export function compare(draft: ItemDraft, variant: Variant, result: Recorded): Compared {
  const computed = responseText(variant.key.answer, variant.question);
  switch (draft.kind) {
    case "refcount":
      return draft.ask.form === "counted"
        ? { computed, recorded: result.counted?.[0] ?? "" }
        : { computed, recorded: result.stdout.trim() };
    case "output":
      return { computed, recorded: printed(draft, result.stdout) };
    case "identity":
      return { computed, recorded: rowsPrinted(variant, draft.ask.rows, result.stdout) };
    case "leak":
      return draft.ask.form === "alive"
        ? { computed: sorted(computed), recorded: sorted(aliveLabels(result.alive ?? [])) }
        : keeperCompared(variant, result, computed);
  }
}

/** The whole output, or its last line: shipped items that ask one line ask the last that prints. */
function printed(draft: Extract<ItemDraft, { kind: "output" }>, stdout: string): string {
  const lines = normaliseLines(stdout.split("\n"));
  return draft.ask.at === null ? lines.join("\n") : (lines.at(-1) ?? "");
}

/** Shipped identity items print once per printing line, from top to bottom. */
function rowsPrinted({ question }: Variant, rows: readonly LineRun[], stdout: string): string {
  const asked = new Set(rows.map((row) => row.line));
  const printing = question.program.source
    .split("\n")
    .flatMap((line, index) => (line.startsWith("print(") || asked.has(index + 1) ? [index + 1] : []));
  const lines = stdout.split("\n");
  return rows.map((row) => lines[printing.indexOf(row.line)]).join(", ");
}

function sorted(labels: string): string {
  return labels.split(", ").sort().join(", ");
}

/** The probe prints `[('Guest', 'ann')]`; the question says `Guest 'ann'`. */
function aliveLabels(alive: readonly string[]): string {
  const labels = [...(alive[0] ?? "").matchAll(/\('(\w+)', ('[^']*')\)/g)].map(
    (one) => `${one[1]} ${one[2]}`,
  );
  return labels.length === 0 ? "–" : labels.join(", ");
}

/** The keeping line is right when the objects are alive with it and dead without it. */
function keeperCompared(variant: Variant, { alive, without }: Recorded, computed: string): Compared {
  const { answer } = variant.key;
  const line = answer.widget === "line" ? answer.line : 0;
  const kept = alive?.[0]?.includes("'Dialog'") === true;
  const gone = without?.[String(line)]?.[0]?.includes("'Dialog'") === false;
  return { computed, recorded: kept && gone ? String(line) : `not line ${line}` };
}

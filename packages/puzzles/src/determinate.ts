/**
 * An answer that changes with what CPython does not promise is no answer. It is found by running the program again under
 * other seeds for everything unpromised: addresses, the hash seed, the counts of shared objects, the clock.
 */
import type { Problem } from "@pyrena/contracts";
import { examine, type Subject } from "./examine.ts";
import type { Asked, Kind, Reading } from "./kinds/kind.ts";
import { problem } from "./problem.ts";
import { canonical } from "./response-text.ts";
import { printings } from "./trace-events.ts";

const NUISANCES = [1, 2, 3];

/** The line that moves, from what to what, and why; null when the answer holds under every seed. */
export function whatMoves<A>(kind: Kind<A>, subject: Subject, ask: A, asked: Asked): Problem | null {
  const one = canonical(asked.answer);
  for (const nuisance of NUISANCES) {
    const examined = examine(subject, nuisance);
    const reading: Reading = examined.ok ? kind.read(examined.subject, ask) : examined;
    const other = reading.ok ? canonical(reading.asked.answer) : "";
    if (reading.ok && other === one && sameInput(reading.asked, asked)) continue;
    const line = (examined.ok ? movingLine(subject, examined.subject) : null) ?? asked.place?.line ?? null;
    const why = reasonFor(one, line === null ? "" : (subject.lines[line - 1] ?? ""));
    return problem("indeterminate", why, { line, values: { line: line ?? 0, one, other } });
  }
  return null;
}

function sameInput(one: Asked, other: Asked): boolean {
  return JSON.stringify(one.input) === JSON.stringify(other.input);
}

/** The first line that prints something else in the other run. */
function movingLine(one: Subject, other: Subject): number | null {
  const others = printings(other.recorded);
  return printings(one.recorded).find((print, index) => print.text !== others[index]?.text)?.line ?? null;
}

/** What moves a line is told by what stands in it or what it prints. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/0x[0-9a-f]{4,}|\bid\(/, "an address differs from run to run"],
  [/\bgetrefcount\(/, "the interpreter itself holds that object, as often as it likes"],
  [/\b(time|random|monotonic|perf_counter)\b/, "the clock and random numbers differ from run to run"],
  [/\b(get_count|get_stats|get_objects)\(/, "it depends on what the interpreter did before"],
  [
    /\bhash\(|\bset\b|\{[^:{}]*\}/,
    "the hash of a string, and with it the order of a set, differs from run to run",
  ],
];

function reasonFor(answer: string, line: string): string {
  const found = REASONS.find(([sign]) => sign.test(line) || sign.test(answer));
  return found?.[1] ?? "it depends on addresses, hashes or what ran before";
}

/**
 * An answer that changes with what CPython does not promise is no answer. The engine finds it by running the program again
 * under other seeds for everything unpromised; here the question of an item is what it asks of each run.
 */
import type { Problem } from "@pyrena/contracts";
import { determinate, type Run } from "@pyrena/engine";
import { examineRun, optionsOf, type Subject } from "./examine.ts";
import type { Asked, Kind, Reading } from "./kinds/kind.ts";
import { problem } from "./problem.ts";
import { canonical } from "./response-text.ts";

/** The line that moves, from what to what, and why; null when the answer holds under every seed. */
export function whatMoves<A>(kind: Kind<A>, subject: Subject, ask: A, asked: Asked): Problem | null {
  const read = (run: Run): { answer: string; input: Asked["input"] } | null => {
    const examined = examineRun(subject, run);
    const reading: Reading = examined.ok ? kind.read(examined.subject, ask) : examined;
    return reading.ok ? { answer: canonical(reading.asked.answer), input: reading.asked.input } : null;
  };
  const result = determinate(subject.source, optionsOf(subject), read);
  if ("key" in result) return null;
  const { one, other, why } = result.indeterminate;
  const line = result.indeterminate.line ?? asked.place?.line ?? null;
  const values = { line: line ?? 0, one: one?.answer ?? "", other: other?.answer ?? "" };
  return problem("indeterminate", why, { line, values });
}

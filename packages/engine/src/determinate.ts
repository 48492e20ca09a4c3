/**
 * Whether an answer is a fact, found by variation and not by bookkeeping: the same program runs under several seeds for all
 * that CPython does not promise, and the same question is asked of each run.
 */
import { run } from "./engine.ts";
import { type NuisanceKind, nuisanceKinds } from "./nuisance.ts";
import type { Run, RunOptions } from "./run-types.ts";
import type { Recorded } from "./trace/recorded.ts";

export interface Indeterminate<T> {
  /** The line that prints something else; null when none does. */
  readonly line: number | null;
  /** What the recorded interpreter answers, and what another one. */
  readonly one: T;
  readonly other: T;
  /** What the answer depends on: each of these alone moves it. */
  readonly causes: readonly NuisanceKind[];
  readonly why: string;
}

export type Determined<T> = { readonly key: T } | { readonly indeterminate: Indeterminate<T> };

const reasons: Readonly<Record<NuisanceKind, string>> = {
  hashes: "the hash of a string, and with it the order of a set, differs from run to run",
  addresses: "an address differs from run to run",
  counts: "the interpreter itself holds that object, as often as it likes",
  history: "it depends on what the interpreter did before",
  clock: "the clock and random numbers differ from run to run",
};

/** Draws enough for a count or a counter to cross any threshold a short program has. */
const seeds = [1, 2, 3] as const;

/**
 * The answer of `ask`, if it is the same whatever CPython does not promise. Answers are compared as JSON. `options.nuisance`
 * is ignored: it is what varies.
 */
export function determinate<T>(
  source: string,
  options: Omit<RunOptions, "nuisance">,
  ask: (run: Run) => T,
): Determined<T> {
  const one = ask(run(source, { ...options, nuisance: 0 }));
  for (const seed of seeds) {
    const other = ask(run(source, { ...options, nuisance: seed }));
    if (isSame(one, other)) continue;
    const causes = nuisanceKinds.filter(
      (kind) => !isSame(one, ask(run(source, { ...options, nuisance: { [kind]: seed } }))),
    );
    const why = causes.map((cause) => reasons[cause]).join("; ") || "several of these together move it";
    return { indeterminate: { line: movingLine(source, options, seed), one, other, causes, why } };
  }
  return { key: one };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The first line that writes something else in the other run, or where only one of them raises. */
function movingLine(source: string, options: Omit<RunOptions, "nuisance">, seed: number): number | null {
  const first = run(source, { ...options, trace: "lines", nuisance: 0 });
  const second = run(source, { ...options, trace: "lines", nuisance: seed });
  const others = printings(second.recorded);
  const moved = printings(first.recorded).find(({ text }, i) => text !== others[i]?.text);
  return moved?.line ?? first.exception?.line ?? second.exception?.line ?? null;
}

/** Every text that was written, with the line of the innermost step it belongs to. */
function printings(recorded: Recorded | null): { text: string; line: number }[] {
  if (recorded === null) return [];
  const { events, steps } = recorded.trace;
  return events.flatMap((event, at) => {
    if (event.type !== "print") return [];
    const step = steps.findLast(({ begin, end }) => begin <= at && at < end);
    return step === undefined ? [] : [{ text: event.text, line: step.range.lineno }];
  });
}

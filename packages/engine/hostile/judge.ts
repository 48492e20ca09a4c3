/**
 * What one hostile run must come to. A bomb's first line says it:
 *
 *     # must: answer            what CPython printed and raised (answers.json)
 *     # must: answer or limit   the same, unless one of the engine's limits comes first
 *     # must: limit             CPython has no answer in time and memory; a limit of the engine ends it
 *     # must: end               anything but a crash or a hang: what the engine does not know yet, or does sooner than CPython
 */
import type { run } from "../src/engine.ts";
import type { PythonVersion } from "../src/python-version.ts";
import type { Limits, Run } from "../src/run-types.ts";

/** What a real interpreter printed and raised; null where it had no answer. */
export type Answer = { readonly stdout: string; readonly error: string | null } | null;

/** A run, or the JavaScript exception that escaped from it. */
export type Outcome = { readonly run: Run; readonly crash: null } | { readonly crash: string };

/** So that no hostile program works longer than two seconds. */
export const smallLimits: Limits = {
  steps: 500_000,
  bytes: 32 * 1024 * 1024,
  objects: 100_000,
  output: 200_000,
};

export function attempt(
  engine: typeof run,
  source: string,
  python: PythonVersion,
  filename: string,
): Outcome {
  try {
    return { run: engine(source, { python, filename, limits: smallLimits }), crash: null };
  } catch (error) {
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What is wrong with a bomb's outcome; null: nothing. */
export function judge(source: string, outcome: Outcome, answer: Answer | undefined): string | null {
  if (outcome.crash !== null) return outcome.crash;
  const must = /^# must: ([a-z ]+)$/m.exec(source)?.[1];
  if (must === "end" || answer === undefined) return null;
  const { limit, exception, stdout, unsupported } = outcome.run;
  if (must === "limit") return limit !== null ? null : "no limit ended it";
  if (answer === null) return null;
  if (limit !== null && must === "answer or limit") return null;
  const error = exception?.summary ?? null;
  if (limit === null && unsupported === null && stdout === answer.stdout && error === answer.error)
    return null;
  const got = limit !== null ? `the limit of ${limit.kind}` : (unsupported?.what ?? error);
  return `wants ${JSON.stringify(answer)}, got ${JSON.stringify(stdout.slice(0, 500))} and ${got}`;
}

/** One program under one version on both sides. */
import type { PythonVersion } from "../../src/python-version.ts";
import type { EnginePool } from "./engine-pool.ts";
import type { Oracle, Outcome } from "./oracle.ts";

export interface Difference {
  readonly seed: number;
  readonly version: PythonVersion;
  readonly source: string;
  readonly want: Outcome;
  readonly got: Outcome;
}

/** Addresses are nobody's promise. */
export function normalised({ stdout, error }: Outcome): Outcome {
  const withoutAddresses = (text: string) => text.replace(/0x[0-9a-f]{6,}/g, "0x…");
  return { stdout: withoutAddresses(stdout), error: error === null ? null : withoutAddresses(error) };
}

export function isSame(a: Outcome, b: Outcome): boolean {
  const [x, y] = [normalised(a), normalised(b)];
  return x.stdout === y.stdout && x.error === y.error;
}

/** What sort of difference it is; shrinking must not turn one into another. */
export function sortOf(got: Outcome): string {
  return /^(refused|limit|crash|hang)/.test(got.error ?? "") ? (got.error ?? "") : "output";
}

/** The first line that differs, for telling differences apart before they are shrunk. */
export function signatureOf({ want, got }: Difference): string {
  const sort = sortOf(got);
  if (sort !== "output") return sort;
  const [a, b] = [normalised(want), normalised(got)].map((o) => [
    ...o.stdout.split("\n"),
    String(o.error),
  ]) as [string[], string[]];
  const at = a.findIndex((line, i) => line !== b[i]);
  const words = [a, b].map((lines) => (lines[at] ?? "").replace(/\d+/g, "#").slice(0, 60));
  return words.join(" / ");
}

/** The first differing line on both sides, and the line of source that printed it where its label tells. */
export function firstDifference({ source, want, got }: Difference): string {
  const [a, b] = [normalised(want), normalised(got)].map((o) => [
    ...o.stdout.split("\n"),
    String(o.error),
  ]) as [string[], string[]];
  const at = a.findIndex((line, i) => line !== b[i]);
  const label = /^p\d+(?= |$)/.exec(a[at] ?? "")?.[0];
  const from = source.split("\n").find((line) => label !== undefined && line.includes(`"${label}"`));
  return `want ${a[at]}\n      got  ${b[at] ?? String(got.error)}${from === undefined ? "" : `\n      from ${from.trim()}`}`;
}

export class Comparison {
  readonly #engines: EnginePool;

  constructor(engines: EnginePool) {
    this.#engines = engines;
  }

  /** null when both sides agree, or when CPython does not agree with itself. */
  async difference(seed: number, source: string, oracle: Oracle): Promise<Difference | "killed" | null> {
    const { version } = oracle;
    const [want, got] = await Promise.all([oracle.run(source), this.#engines.run({ source, version })]);
    if (want.error === "killed") return "killed";
    if (isSame(want, got)) return null;
    const fresh = await oracle.runFresh(source);
    if (fresh.error === "killed" || isSame(fresh, got) || !isSame(fresh, await oracle.runFresh(source)))
      return null;
    return { seed, version, source, want: fresh, got };
  }

  /** Whether a smaller program still differs in the same way; asks the forking interpreter only. */
  async stillDiffers(source: string, oracle: Oracle, sort: string, want0: Outcome): Promise<boolean> {
    const [want, got] = await Promise.all([
      oracle.run(source),
      this.#engines.run({ source, version: oracle.version }),
    ]);
    if (sortOf(got) !== sort || isSame(want, got) || want.error === "killed") return false;
    // A program that prints more, or recurses without end, is another one; so is one whose names are gone.
    if (
      want.stdout.length > want0.stdout.length + 200 ||
      /RecursionError/.test(want.stdout) !== /RecursionError/.test(want0.stdout)
    )
      return false;
    return (
      want.error === want0.error ||
      !/^(NameError|UnboundLocalError|SyntaxError|IndentationError)/.test(want.error ?? "")
    );
  }
}

/** A run depends on its program alone: the corpus forwards and backwards, in one process, comes out the same. */
import { expect, test } from "@jest/globals";
import { run } from "../src/engine.ts";
import type { PythonVersion } from "../src/python-version.ts";
import { corpus } from "./corpus.ts";

const programs = corpus();

test.each<PythonVersion>(["3.13"])("every program of %s, in two orders", (python) => {
  const cases = programs.filter(({ version }) => version === python);
  const results = new Map<string, string>();
  for (const { name, mode, source } of cases) {
    const { stdout, stderr, exitCode } = run(source, { python, mode });
    results.set(`${name} ${mode}`, JSON.stringify({ stdout, stderr, exitCode }));
  }
  const changed: string[] = [];
  for (const { name, mode, source } of cases.toReversed()) {
    const { stdout, stderr, exitCode } = run(source, { python, mode });
    const now = JSON.stringify({ stdout, stderr, exitCode });
    if (now !== results.get(`${name} ${mode}`)) changed.push(`${name} ${mode}`);
  }
  expect(cases.length).toBeGreaterThan(500);
  expect(changed).toEqual([]);
});

/**
 * The engine prints what each recorded CPython printed. A program listed in gaps.txt has to fail, so that the list
 * shrinks with the gaps.
 */
import { describe, expect, test } from "@jest/globals";
import { run } from "../src/engine.ts";
import { pythonVersions } from "../src/python-version.ts";
import { type Case, corpus, gaps, keyOf, modes } from "./corpus.ts";

const cases = corpus();
const known = gaps();

test("every gap names a recorded result", () => {
  const recorded = new Set(cases.map(keyOf));
  expect([...known.keys()].filter((key) => !recorded.has(key))).toEqual([]);
});

for (const version of pythonVersions)
  for (const mode of modes)
    describe(`CPython ${version}, ${mode}`, () => {
      const programs = cases.filter((c) => c.version === version && c.mode === mode);
      test.each(programs.map((c) => [c.name, c] as const))("%s", (_name, c) => {
        if (known.has(keyOf(c))) expect(outcome(c)).not.toEqual(c.expected);
        else expect(outcome(c)).toEqual(c.expected);
      });
    });

function outcome(c: Case): { stdout: string; error: string | null } {
  const result = run(c.source, { python: c.version, mode: c.mode, filename: `${c.name}.py` });
  return { stdout: result.stdout, error: result.exception === null ? null : result.exception.summary };
}

/**
 * Every count equals the references found by walking, while the recorded programs run and after them.
 *
 * Each program runs under two versions, which rotate with its place in the corpus; `npm run check-heap` runs all of them
 * under all versions, at every step.
 */
import { describe, expect, test } from "@jest/globals";
import { pythonVersions } from "../src/python-version.ts";
import { checkProgram } from "../src/testing/check-program.ts";
import type { Finding } from "../src/testing/watcher.ts";
import { corpus } from "./corpus.ts";

const budget = { checks: 30, perPlace: 1 };

function describeFinding({ line, object, refcnt, found, holders, native }: Finding): string {
  const inside = native === "" ? "" : ` in ${native}`;
  return `line ${line}: ${object} counts ${refcnt}, held ${found} (${holders.join("; ")})${inside}`;
}

const names = [...new Set(corpus().map(({ name }) => name))];
const cases = corpus().filter(({ name, version, mode }) => {
  const at = (names.indexOf(name) + pythonVersions.indexOf(version)) % 4;
  return at === 0 && mode === "script";
});

describe("each recorded program", () => {
  test.each(cases.map((c) => [c.name, c.version, c] as const))(
    "%s on %s",
    (_name, python, { source, mode }) => {
      expect(checkProgram(source, { python, mode, ...budget }).findings.map(describeFinding)).toEqual([]);
    },
  );
});

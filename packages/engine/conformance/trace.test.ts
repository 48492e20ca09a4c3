/**
 * Traces tell the truth: the heap rebuilt from a trace's events is the heap as it was, and every count that a program
 * prints is explained by holders with a name.
 *
 * Each recorded program runs under one version, which rotates with its place in the corpus; a few of its steps are compared.
 */
import { describe, expect, test } from "@jest/globals";
import { pythonVersions } from "../src/python-version.ts";
import { checkTrace } from "../src/testing/check-trace.ts";
import { unexplained } from "../src/testing/explained.ts";
import { corpus } from "./corpus.ts";

const names = [...new Set(corpus().map(({ name }) => name))];
const cases = corpus().filter(
  ({ name, version, mode }) =>
    mode === "script" && names.indexOf(name) % pythonVersions.length === pythonVersions.indexOf(version),
);

/** An early step, and ever fewer later ones. */
const compared: ReadonlySet<number> = new Set([3, 21, 144]);

describe("each recorded program", () => {
  test.each(cases.map((c) => [c.name, c.version, c] as const))("%s on %s", (_name, python, { source }) => {
    const { trace, findings } = checkTrace(source, { python, isWanted: (step) => compared.has(step) });
    expect(findings).toEqual([]);
    expect(trace === null ? [] : unexplained(trace)).toEqual([]);
  });
});

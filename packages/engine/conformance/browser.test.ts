/** The build for a browser, whose names are shortened, does what its sources do and speaks to its caller in the same words. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "@jest/globals";
import * as sources from "../src/index.ts";
import { type Case, corpus } from "./corpus.ts";

const engine = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(tmpdir(), "pyrena-browser-"));
const file = join(folder, "browser.mjs");
execFileSync(process.execPath, [join(engine, "browser.mjs"), file]);
const built: typeof sources = await import(file);
afterAll(() => rmSync(folder, { recursive: true }));

const cases = corpus().filter(({ version }) => version === "3.13");
const [some, few] = [8, 100].map((step) => cases.filter((_case, i) => i % step === 0));

test("programs print the same", () => {
  expect(some?.filter((each) => !isSame(each, {})).map(({ name }) => name)).toEqual([]);
});

test("wrong rules have the same effect", () => {
  const differing = sources.ruleIds.filter((rule) => !few?.every((each) => isSame(each, { rules: [rule] })));
  expect(differing).toEqual([]);
});

test.each(few?.map((each) => [each.name, each] as const) ?? [])(
  "the trace of %s and what it explains",
  (_name, each) => {
    expect(told(built, each) === told(sources, each)).toBe(true);
  },
);

function isSame(each: Case, options: Partial<sources.RunOptions>): boolean {
  const [one, other] = [built, sources].map(({ run }) =>
    run(each.source, { python: "3.13", mode: each.mode, ...options }),
  );
  return JSON.stringify(one) === JSON.stringify(other);
}

function told(module: typeof sources, { source, mode }: Case): string {
  const { recorded } = module.run(source, { python: "3.13", mode, trace: "full" });
  if (recorded === null) throw new Error("no trace");
  const last = recorded.trace.steps.length - 1;
  const { objects, ...snapshot } = recorded.snapshot(last, "after");
  const explanations = [...objects.keys()].map((id) => recorded.explain(id, last, "after"));
  // A place has a field of the compiler's own besides.
  const steps = recorded.trace.steps.map(
    ({ range: { lineno, colOffset, endLineno, endColOffset }, ...step }) => {
      return { ...step, range: [lineno, colOffset, endLineno, endColOffset] };
    },
  );
  return JSON.stringify([{ ...recorded.trace, steps }, snapshot, [...objects.values()], explanations]);
}

/**
 * What real interpreters print differently when they are started in another way is found indeterminate, and nothing they
 * agree on is. determinacy.json holds what they did; `npm run determinate` walks all versions of all programs.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { determinate } from "../src/determinate.ts";
import { type PythonVersion, pythonVersions } from "../src/python-version.ts";

const here = dirname(fileURLToPath(import.meta.url));
const recorded: { tried: string[]; varying: Record<string, PythonVersion[]> } = JSON.parse(
  readFileSync(join(here, "determinacy.json"), "utf8"),
);
/** Programs that agree everywhere are walked on these only. */
const sample: readonly PythonVersion[] = ["3.10", "3.13", "3.15"];

function sourceOf(name: string): string {
  const path = ["varying", "cases"].map((folder) => join(here, folder, `${name}.py`)).find(existsSync);
  if (path === undefined) throw new Error(`determinacy.json names ${name}, which is no program`);
  return readFileSync(path, "utf8");
}

function isIndeterminate(name: string, python: PythonVersion): boolean {
  const asked = determinate(sourceOf(name), { python, filename: `${name}.py` }, ({ stdout, exception }) => [
    stdout,
    exception?.summary ?? null,
  ]);
  return "indeterminate" in asked;
}

/**
 * Varying programs that are not found yet. Like gaps.txt, a program listed here has to be missed. What start-up leaves in the
 * pools and free lists is drawn as a shift of the next block and not as holes.
 */
const missed: ReadonlySet<string> = new Set([
  "immortal_none_change",
  "pymalloc_adjacent_blocks",
  "pymalloc_adjacent_objects",
  "pymalloc_block_deltas",
  "tracemalloc_object_sizes",
]);

describe("programs whose output varies", () => {
  test.each(Object.keys(recorded.varying))("%s", (name) => {
    const found = pythonVersions.filter((python) => isIndeterminate(name, python));
    expect(found).toEqual(missed.has(name) ? [] : recorded.varying[name]);
  });
});

describe("programs all interpreters agree on", () => {
  const agreed = recorded.tried.filter((name) => recorded.varying[name] === undefined);
  test.each(agreed)("%s", (name) => {
    expect(sample.filter((python) => isIndeterminate(name, python))).toEqual([]);
  });
});

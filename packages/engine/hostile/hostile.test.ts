/**
 * A fixed part of the hostile programs (`npm run hostile` runs all of them): each bomb on one of the versions it was
 * recorded on, and the first mutants of one seed. None may bring down the host or reach an object of it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { run } from "../src/engine.ts";
import { pythonVersions } from "../src/python-version.ts";
import { type Answer, attempt, judge } from "./judge.ts";
import { mutant } from "./mutate.ts";

const here = dirname(fileURLToPath(import.meta.url));
const answers = JSON.parse(readFileSync(join(here, "answers.json"), "utf8")) as Record<
  string,
  Record<string, Answer>
>;
const bombs = readdirSync(join(here, "bombs"))
  .filter((file) => file.endsWith(".py"))
  .sort();
const mutants = 3000;
const batch = 250;

describe("bombs", () => {
  test.each(bombs.map((file, i) => [file, i] as const))("%s", (file, i) => {
    const source = readFileSync(join(here, "bombs", file), "utf8");
    const recorded = answers[file.slice(0, -3)] ?? {};
    const versions = pythonVersions.filter((version) => version in recorded);
    const version = versions[i % versions.length];
    if (version === undefined) throw new Error(`${file} is not recorded`);
    expect(judge(source, attempt(run, source, version, file), recorded[version])).toBeNull();
  });

  test("each says what must come of it", () => {
    const silent = bombs.filter(
      (file) =>
        !/^# must: (answer|answer or limit|limit|end)\n/.test(
          readFileSync(join(here, "bombs", file), "utf8"),
        ),
    );
    expect(silent).toEqual([]);
  });
});

describe("mutants", () => {
  const texts = ["../conformance/cases", "bombs"].flatMap((folder) =>
    readdirSync(join(here, folder))
      .filter((file) => file.endsWith(".py"))
      .sort()
      .map((file) => readFileSync(join(here, folder, file), "utf8")),
  );
  const inherited = Object.getOwnPropertyNames(Object.prototype);

  test.each(Array.from({ length: mutants / batch }, (_, i) => i * batch))("%i and following", (first) => {
    for (let n = first; n < first + batch; n += 1) {
      const version = pythonVersions[n % pythonVersions.length] ?? "3.13";
      expect({ n, crash: attempt(run, mutant(texts, 7, n), version, "mutant.py").crash }).toEqual({
        n,
        crash: null,
      });
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(inherited);
  });
});

import { describe, expect, it } from "@jest/globals";
import { parseModule } from "../../src/parser/parser.ts";
import { pythonVersions } from "../../src/python-version.ts";
import { generate } from "./generate.ts";
import { piecesOf } from "./template.ts";
import { expressions, statements, unions } from "./templates/index.ts";

describe("the generator of random programs", () => {
  it("makes the same program of the same seed", () => {
    for (let seed = 0; seed < 20; seed++) expect(generate(seed, "3.13")).toBe(generate(seed, "3.13"));
    expect(generate(1, "3.13")).not.toBe(generate(2, "3.13"));
  });

  it.each(pythonVersions)("makes programs that parse as %s", (version) => {
    for (let seed = 0; seed < 60; seed++) {
      const source = generate(seed, version);
      const parsed = parseModule(source, version);
      // A refusal of valid Python is the engine's business, not the generator's.
      if (!parsed.ok && parsed.diagnostic.code !== "unsupported")
        throw new Error(`seed ${seed}: ${parsed.diagnostic.message}\n${source}`);
    }
  });

  it("has an expression for every hole", () => {
    const made = new Set([...expressions.map((t) => t.kind), ...Object.keys(unions)]);
    const directives = new Set(["block", "probe", "del", "rebind"]);
    for (const { text } of [...expressions, ...statements])
      for (const { type, value } of piecesOf(text))
        if (type === "expression" && !directives.has(value)) expect([...made]).toContain(value);
  });
});

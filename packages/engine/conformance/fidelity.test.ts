/** docs/fidelity.md is what the engine, its recordings and its gaps say today. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { fidelityPage } from "./fidelity.ts";

const engine = join(dirname(fileURLToPath(import.meta.url)), "..");

test("docs/fidelity.md is up to date; `npm run fidelity -w @pyrena/engine` writes it", () => {
  const written = readFileSync(join(engine, "..", "..", "docs", "fidelity.md"), "utf8");
  expect(written).toBe(fidelityPage(engine));
});

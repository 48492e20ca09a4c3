import { accept } from "@pyrena/contracts";
import { candidates, materialise } from "@pyrena/puzzles";
import type { Engine } from "../context.ts";

/** The engine in the test's own process; the server's runs in workers. */
export function createTestEngine(): Engine {
  return {
    materialise: async (draft, seed) => accept(materialise(draft, seed)),
    candidates: async ({ source, python, mode }) => accept(candidates(source, python, mode)),
  };
}

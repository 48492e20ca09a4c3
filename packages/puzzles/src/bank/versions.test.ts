import { describe, expect, it } from "@jest/globals";
import { pythonVersionSchema } from "@pyrena/contracts";
import { run } from "@pyrena/engine";
import { bank } from "./index.ts";
import { readRecording } from "./recording.ts";

/** So many variants of each item, spread over those recorded. */
const PER_ITEM = 4;

describe("shipped programs", () => {
  it.each(bank.map(({ slug, draft }) => [slug, draft.mode] as const))(
    "%s prints on every version what it printed there",
    (slug, mode) => {
      const { variants } = readRecording(slug);
      const stride = Math.max(1, Math.floor(variants.length / PER_ITEM));
      for (const { source, params, results } of variants.filter((_, index) => index % stride === 0)) {
        for (const { versions, stdout } of results) {
          for (const version of versions) {
            const python = pythonVersionSchema.parse(version);
            const printed = run(source, { python, mode }).stdout;
            expect({ params, version, stdout: printed }).toEqual({ params, version, stdout });
          }
        }
      }
    },
  );
});

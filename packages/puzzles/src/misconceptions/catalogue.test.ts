import { describe, expect, it } from "@jest/globals";
import { misconception, misconceptions } from "./catalogue.ts";

describe("the catalogue", () => {
  it("holds M01 to M85, each once", () => {
    const expected = Array.from({ length: 85 }, (_, index) => `M${String(index + 1).padStart(2, "0")}`);
    expect(misconceptions.map((one) => one.id)).toEqual(expected);
  });

  it("says each in one short line and refutes it in a few", () => {
    for (const { title, refutation } of misconceptions) {
      expect(title.length).toBeLessThanOrEqual(60);
      expect(refutation.length).toBeGreaterThan(20);
      expect(refutation.length).toBeLessThanOrEqual(240);
    }
  });

  it("refuses an id it does not have", () => {
    expect(() => misconception("M99")).toThrow("M99");
  });
});

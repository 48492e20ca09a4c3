import { describe, expect, it } from "@jest/globals";

import { fixedText, floatRepr, floatText } from "./float-text.ts";

/** Recorded from CPython 3.13.18. */
describe("floats as text", () => {
  it("shows the shortest digits that read back", () => {
    const shown = [
      0.1,
      1,
      -0,
      1e16,
      1e15,
      123456789012345680,
      1e-4,
      1e-5,
      1 / 3,
      5e-324,
      1.7976931348623157e308,
    ];
    expect(shown.map(floatRepr)).toEqual([
      "0.1",
      "1.0",
      "-0.0",
      "1e+16",
      "1000000000000000.0",
      "1.2345678901234568e+17",
      "0.0001",
      "1e-05",
      "0.3333333333333333",
      "5e-324",
      "1.7976931348623157e+308",
    ]);
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(floatRepr)).toEqual([
      "nan",
      "inf",
      "-inf",
    ]);
  });

  it("rounds ties to even and everything else by the exact value", () => {
    expect(
      [0.5, 1.5, 2.5, 0.125, 2.675, 1e22].map((x) => fixedText(x, x === 0.125 || x === 2.675 ? 2 : 0)),
    ).toEqual(["0", "2", "2", "0.12", "2.67", "10000000000000000000000"]);
  });

  it("chooses between the notations as %g does", () => {
    const g = (value: number, precision = 6, isAlternate = false): string =>
      floatText(value, { code: "g", precision, isAlternate, addsZero: false });
    expect([g(0.0001), g(0.00001), g(123456), g(1234567), g(100, 6, true), g(1e100), g(0.5, 0)]).toEqual([
      "0.0001",
      "1e-05",
      "123456",
      "1.23457e+06",
      "100.000",
      "1e+100",
      "0.5",
    ]);
  });
});

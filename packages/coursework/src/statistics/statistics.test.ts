import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { correlation, wilson } from "./interval.ts";
import { alpha, analyseItems } from "./items.ts";
import { mastery, type Observation } from "./mastery.ts";

describe("Wilson's interval", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is the published one", (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test("holds its share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const { value, low, high } = wilson(share * n, n) ?? { value: -1, low: 0, high: 0 };
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(value).toBeGreaterThanOrEqual(low - 1e-12);
          expect(value).toBeLessThanOrEqual(high + 1e-12);
        },
      ),
    );
  });
});

describe("item analysis", () => {
  // Anscombe, The American Statistician 27 (1973): the first of four sets, r = 0.816.
  test("the correlation is Pearson's", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(correlation(x, y)).toBeCloseTo(0.816, 3);
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
  });

  // Four items, five students, worked by hand: p = .8 .6 .4 .2, Σpq = .80, variance of the totals 2.00.
  const guttman = [
    [1, 1, 1, 1],
    [1, 1, 1, 0],
    [1, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 0],
  ];

  test("alpha is KR-20 where items are right or wrong", () => {
    expect(alpha(guttman)).toEqual({ value: expect.closeTo((4 / 3) * (1 - 0.8 / 2), 10), n: 5 });
  });

  test("alpha does not say what it cannot: one item, nobody, no spread", () => {
    expect(alpha([[1], [0]])).toBeNull();
    expect(alpha([])).toBeNull();
    expect(
      alpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      alpha([
        [1, null],
        [0, 1],
        [1, 1],
      ]),
    ).toMatchObject({ n: 2 });
  });

  test("an item that the good ones miss discriminates backwards", () => {
    const scores = guttman.map((row, n) => [...row, n < 2 ? 0 : 1]);
    const [easy, , , , odd] = analyseItems(scores);
    expect(easy?.difficulty?.value).toBeCloseTo(0.8);
    expect(easy?.discrimination).toBeGreaterThan(0);
    expect(odd?.discrimination).toBeLessThan(0);
  });

  test("few answers have no discrimination", () => {
    expect(analyseItems(guttman.slice(0, 3))[0]?.discrimination).toBeNull();
  });
});

describe("mastery", () => {
  /** Students whose shares are known, answering so many questions each. */
  function simulate(random: () => number, students: number, answers: number) {
    const truth = new Map<string, number>();
    const observations: Observation[] = [];
    for (let n = 0; n < students; n += 1) {
      // Between hopeless and sure, most in the middle.
      const ability = (random() + random() + random()) / 3;
      truth.set(`s${n}`, ability);
      for (let k = 0; k < answers; k += 1) {
        observations.push({ studentId: `s${n}`, concept: "names", score: random() < ability ? 1 : 0 });
      }
    }
    return { truth, observations };
  }

  test.each([2, 5, 15])(
    "finds known students after %i answers: no bias, 95 %% in the interval or more",
    (answers) => {
      const random = generator(answers);
      let [inside, bias, n, estimated, raw] = [0, 0, 0, 0, 0];
      for (let repetition = 0; repetition < 40; repetition += 1) {
        const { truth, observations } = simulate(random, 100, answers);
        for (const [studentId, estimate] of mastery(observations)[0]?.students ?? []) {
          const known = truth.get(studentId) ?? 0;
          const own = observations.filter((one) => one.studentId === studentId);
          const share = own.reduce((sum, { score }) => sum + score, 0) / own.length;
          n += 1;
          bias += estimate.value - known;
          estimated += (estimate.value - known) ** 2;
          raw += (share - known) ** 2;
          if (estimate.low <= known && known <= estimate.high) inside += 1;
        }
      }
      expect(n).toBe(4000);
      expect(Math.abs(bias / n)).toBeLessThan(0.01);
      expect(inside / n).toBeGreaterThan(0.93);
      // What the class lends is worth it: nearer to the truth than the bare share.
      expect(estimated).toBeLessThan(raw);
    },
  );

  test("one answer alone moves nobody to 0 or 1", () => {
    const observations = [
      { studentId: "a", concept: "names", score: 1 },
      { studentId: "b", concept: "names", score: 0 },
      { studentId: "c", concept: "names", score: 1 },
    ];
    const [names] = mastery(observations);
    expect(names?.students.get("a")?.value).toBeLessThan(0.9);
    expect(names?.students.get("b")?.value).toBeGreaterThan(0.1);
    expect(names?.students.get("a")).toMatchObject({ n: 1 });
  });
});

/** Numbers in [0, 1) that a seed decides, so that a failure comes back (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import { describe, expect, test } from "@jest/globals";
import { type AttemptsPolicy, attemptsPolicySchema } from "@pyrena/contracts";
import fc from "fast-check";
import { type Category, type Cell, type Column, courseResult } from "./gradebook.ts";
import { type Graded, REGRADE_POLICIES, regrade } from "./regrade.ts";
import {
  firstWrong,
  GAPS_DAYS,
  overdueDays,
  type ReviewCard,
  reviewed,
  SITTING_MS,
  todaysReview,
} from "./review.ts";
import { assignmentScore, itemScore } from "./score.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const scored = fc.record({ correctness: share, credit: share });
const policy: fc.Arbitrary<AttemptsPolicy> = fc.oneof(
  fc.record({ counts: fc.constantFrom("best", "last", "average"), max: fc.constant(null) }),
  fc
    .array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 5 })
    .map((points) => ({ counts: "points" as const, points: points.sort((a, b) => b - a) })),
);

describe("the score of an item", () => {
  const right = { correctness: 1, credit: 1 };
  const wrong = { correctness: 0, credit: 1 };

  test("each policy, by hand", () => {
    expect(itemScore({ counts: "best", max: 3 }, [wrong, right, wrong])).toBe(1);
    expect(itemScore({ counts: "last", max: 3 }, [wrong, right, wrong])).toBe(0);
    expect(itemScore({ counts: "average", max: 4 }, [wrong, right, wrong, wrong])).toBe(0.25);
    expect(itemScore({ counts: "points", points: [10, 7, 5] }, [wrong, right])).toBe(0.7);
    expect(itemScore({ counts: "best", max: null }, [])).toBeNull();
  });

  test("stays within 0 and 1, and where the best counts another attempt never costs", () => {
    fc.assert(
      fc.property(
        policy,
        fc.array(scored, { minLength: 1, maxLength: 8 }),
        scored,
        (counted, earlier, next) => {
          const before = itemScore(counted, earlier) ?? -1;
          expect(before).toBeGreaterThanOrEqual(0);
          expect(before).toBeLessThanOrEqual(1);
          if (counted.counts !== "best" && counted.counts !== "points") return;
          expect(itemScore(counted, [...earlier, next])).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  test("points that rise are refused", () => {
    expect(attemptsPolicySchema.safeParse({ counts: "points", points: [5, 7] }).success).toBe(false);
  });

  test("an assignment is the weighted mean of its items, what is missing earning nothing", () => {
    const items = [
      { weight: 2, score: 1 },
      { weight: 1, score: null },
      { weight: 1, score: 0.5 },
    ];
    expect(assignmentScore(items)).toBe(0.625);
    expect(assignmentScore([{ weight: 1, score: null }])).toBeNull();
  });
});

describe("the course result", () => {
  const columns: Column[] = [
    { id: "hw1", categoryId: "homework", weight: 1, isDue: true },
    { id: "hw2", categoryId: "homework", weight: 1, isDue: true },
    { id: "hw3", categoryId: "homework", weight: 1, isDue: false },
    { id: "exam", categoryId: "exam", weight: 1, isDue: true },
  ];
  const categories: Category[] = [
    { id: "homework", weight: 40, dropsLowest: 0 },
    { id: "exam", weight: 60, dropsLowest: 0 },
  ];
  const cells = (values: Record<string, Cell>) => new Map(Object.entries(values));

  test("missing is zero once it is due, and nothing before; excused never counts", () => {
    const scores = cells({ hw1: { state: "scored", score: 1 }, exam: { state: "scored", score: 0.5 } });
    expect(courseResult(columns, categories, scores).byCategory.get("homework")).toBe(0.5);
    expect(courseResult(columns, categories, scores).total).toBeCloseTo(0.5 * 0.4 + 0.5 * 0.6);
    const excused = new Map([...scores, ["hw2", { state: "excused" } as const]]);
    expect(courseResult(columns, categories, excused).byCategory.get("homework")).toBe(1);
  });

  test("drops the lowest, which never lowers a result, and never drops all", () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.record({ state: fc.constant("scored" as const), score: share }),
      fc.constant({ state: "missing" as const }),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 10 }), fc.nat(12), (values, dropsLowest) => {
        const own = values.map((_, n) => ({ id: `c${n}`, categoryId: "a", weight: 1, isDue: true }));
        const scores = new Map(values.map((value, n) => [`c${n}`, value]));
        const all = courseResult(own, [{ id: "a", weight: 1, dropsLowest: 0 }], scores);
        const best = courseResult(own, [{ id: "a", weight: 1, dropsLowest }], scores);
        expect(best.total ?? -1).toBeGreaterThanOrEqual((all.total ?? 0) - 1e-12);
        expect(best.dropped.size).toBe(Math.min(dropsLowest, values.length - 1));
      }),
    );
  });

  test("categories that nothing counts in yet leave their share to the others", () => {
    const early = cells({
      hw1: { state: "scored", score: 0.8 },
      hw2: { state: "excused" },
      exam: { state: "excused" },
    });
    expect(courseResult(columns, categories, early).total).toBeCloseTo(0.8);
    expect(courseResult([], categories, new Map()).total).toBeNull();
  });
});

describe("a regrade", () => {
  const graded: fc.Arbitrary<Graded[]> = fc
    .array(fc.record({ score: share, rescored: fc.option(share), isOverridden: fc.boolean() }), {
      maxLength: 30,
    })
    .map((rows) => rows.map((row, n) => ({ ...row, submissionId: `s${n}`, studentId: `u${n % 7}` })));

  test("never touches what a person has set, and done twice changes nothing more", () => {
    fc.assert(
      fc.property(graded, fc.constantFrom(...REGRADE_POLICIES), (grades, how) => {
        const report = regrade(grades, how);
        const overridden = new Set(
          grades.filter((grade) => grade.isOverridden).map((grade) => grade.submissionId),
        );
        expect(report.changes.some(({ submissionId }) => overridden.has(submissionId))).toBe(false);
        expect(report.changes.length + report.unchanged + report.overridden.length).toBe(grades.length);
        const after = new Map(report.changes.map((change) => [change.submissionId, change.after]));
        const again = grades.map((grade) => ({
          ...grade,
          score: after.get(grade.submissionId) ?? grade.score,
        }));
        expect(regrade(again, how).changes).toEqual([]);
      }),
    );
  });

  test("raise only lowers nobody; a voided question costs nobody anything", () => {
    fc.assert(
      fc.property(graded, (grades) => {
        for (const { before, after } of regrade(grades, "raise-only").changes)
          expect(after).toBeGreaterThan(before);
        const voided = regrade(
          grades.map((grade) => ({ ...grade, rescored: null })),
          "replace",
        );
        for (const { after } of voided.changes) expect(after).toBe(1);
      }),
    );
  });
});

describe("the daily review", () => {
  test("right answers take it through 1, 3, 7, 16 and 35 days, a wrong one back to the first", () => {
    let card = firstWrong("i1", "2026-03-01", null);
    const gaps: number[] = [];
    for (const gap of GAPS_DAYS) {
      gaps.push(-(overdueDays(card, card.answeredOn) ?? 0));
      expect(gaps.at(-1)).toBe(gap);
      card = reviewed(card, true, card.answeredOn);
    }
    expect(overdueDays(card, "2027-01-01")).toBeNull();
    expect(reviewed({ ...card, step: 3 }, false, "2026-03-05")).toMatchObject({
      step: 0,
      answeredOn: "2026-03-05",
    });
  });

  test("asks only what is due, for eight minutes at most unless one question takes longer", () => {
    const cards: fc.Arbitrary<ReviewCard[]> = fc.array(
      fc.record({
        itemId: fc.uuid(),
        step: fc.integer({ min: 0, max: 5 }),
        answeredOn: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`),
        medianMs: fc.option(fc.integer({ min: 1000, max: 200_000 })),
      }),
    );
    fc.assert(
      fc.property(cards, (all) => {
        const sitting = todaysReview(all, "2026-03-01");
        for (const card of sitting) expect(overdueDays(card, "2026-03-01")).toBeGreaterThanOrEqual(0);
        const time = sitting.reduce((sum, { medianMs }) => sum + (medianMs ?? 40_000), 0);
        expect(time <= SITTING_MS || sitting.length === 1).toBe(true);
        const due = all.filter((card) => (overdueDays(card, "2026-03-01") ?? -1) >= 0);
        expect(sitting.length > 0).toBe(due.length > 0);
      }),
    );
  });
});

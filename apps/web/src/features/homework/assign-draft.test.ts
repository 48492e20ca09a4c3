import { describe, expect, test } from "@jest/globals";
import { assignmentPolicySchema, assignmentTimesSchema } from "@pyrena/contracts";
import { ATTEMPT_CHOICES, emptyAssignForm, LATE_CHOICES, policyOf, problemIn } from "./assign-draft.ts";
import { wallTimes } from "./times.ts";

const form = { ...emptyAssignForm, deckId: "deck-0001", title: "Counts" };

describe("the form for homework", () => {
  test("says what is missing, one thing at a time", () => {
    expect(problemIn(emptyAssignForm)).toBe("pickDeck");
    expect(problemIn({ ...form, title: "  " })).toBe("empty");
    expect(problemIn({ ...form, due: "2026-03-29T23:59", closes: "2026-03-28T23:59" })).toBe("order");
    expect(problemIn({ ...form, opens: "2026-03-01T08:00", closes: "2026-03-28T23:59" })).toBeNull();
  });

  test.each(ATTEMPT_CHOICES.flatMap((attempts) => LATE_CHOICES.map((late) => ({ attempts, late }))))(
    "makes rules the server takes: $attempts, $late",
    (choices) => {
      expect(assignmentPolicySchema.safeParse(policyOf({ ...form, ...choices })).error).toBeUndefined();
    },
  );

  test("an empty number is no bound", () => {
    expect(policyOf({ ...form, max: "", limit: "" })).toMatchObject({
      attempts: { max: null },
      timeLimitMinutes: null,
    });
  });

  test("makes times the server takes", () => {
    const times = wallTimes({ ...form, opens: "", due: "2026-03-29T23:59", closes: "2026-04-05T23:59" });
    expect(assignmentTimesSchema.parse(times)).toEqual({
      opens: null,
      due: "2026-03-29T23:59",
      closes: "2026-04-05T23:59",
    });
  });
});

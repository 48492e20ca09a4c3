import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inherit, NO_ACCOMMODATION, termsFor } from "./accommodation.ts";
import { admitSubmission, endOf, mayBegin, NETWORK_GRACE_MS, worthNow } from "./admission.ts";
import { creditAt, creditTimeline } from "./late.ts";
import { anyAccommodation, anyAssignment, anyInstant, assignment } from "./testing.ts";
import { instantOf, wallTimeOf } from "./wall-time.ts";

const HOUR = 3_600_000;

describe("the class's clock", () => {
  test("a late day is a day of the calendar when the clocks go forward", () => {
    const dueAt = instantOf("2026-03-28T20:00", "Europe/Berlin");
    const terms = termsFor(
      assignment({
        dueAt,
        timeZone: "Europe/Berlin",
        policy: { late: [{ days: 1, hours: 0, credit: 0.5 }] },
      }),
      [],
    );
    const until = creditTimeline(terms)[1]?.until ?? 0;
    expect(wallTimeOf(until, "Europe/Berlin")).toBe("2026-03-29T20:00");
    expect(until - dueAt).toBe(23 * HOUR);
  });

  test("a due time the clocks leave out is moved later, one they show twice is the first", () => {
    expect(wallTimeOf(instantOf("2026-03-29T02:30", "Europe/Berlin"), "Europe/Berlin")).toBe(
      "2026-03-29T03:30",
    );
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin")).toBe(instantOf("2026-10-25T00:30", "UTC"));
  });

  test("a wall time that exists once comes back as it was set", () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom("UTC", "Asia/Kathmandu"), (instant, zone) => {
        const minute = Math.floor(instant / 60_000) * 60_000;
        expect(instantOf(wallTimeOf(minute, zone), zone)).toBe(minute);
      }),
    );
  });
});

describe("accommodations", () => {
  test("each field is inherited by itself", () => {
    const ofClass = { ...NO_ACCOMMODATION, extraTimeFactor: 1.5, extraDays: 2 };
    const ofAssignment = { ...NO_ACCOMMODATION, extraDays: 7 };
    expect(inherit([ofClass, ofAssignment])).toEqual({
      ...NO_ACCOMMODATION,
      extraTimeFactor: 1.5,
      extraDays: 7,
    });
  });

  test("inheriting is associative, so it does not matter where records are joined", () => {
    fc.assert(
      fc.property(anyAccommodation, anyAccommodation, anyAccommodation, (a, b, c) => {
        expect(inherit([inherit([a, b]), c])).toEqual(inherit([a, inherit([b, c])]));
      }),
    );
  });

  test("more days and more time never take anything away", () => {
    const more = fc.record({ days: fc.nat(30), factor: fc.double({ min: 1, max: 4, noNaN: true }) });
    fc.assert(
      fc.property(anyAssignment, anyInstant, more, (base, now, { days, factor }) => {
        const plain = termsFor(base, []);
        const given = termsFor(base, [{ ...NO_ACCOMMODATION, extraDays: days, extraTimeFactor: factor }]);
        const work = { startedAt: base.opensAt };
        expect(creditAt(given, now)).toBeGreaterThanOrEqual(creditAt(plain, now));
        if (mayBegin(plain, work, 0, now).ok) expect(mayBegin(given, work, 0, now).ok).toBe(true);
        if (admitSubmission(plain, work, now).ok) expect(admitSubmission(given, work, now).ok).toBe(true);
      }),
    );
  });

  test("an extension is never cut off by the class's close", () => {
    fc.assert(
      fc.property(anyAssignment, anyAccommodation, (base, given) => {
        const { dueAt, closesAt } = termsFor(base, [given]);
        if (dueAt !== null && closesAt !== null) expect(closesAt).toBeGreaterThanOrEqual(dueAt);
      }),
    );
  });

  test("granted after a late submission it changes what that submission earns", () => {
    const base = assignment({ dueAt: 10 * HOUR, policy: { late: [{ days: 1, hours: 0, credit: 0.5 }] } });
    const receivedAt = 20 * HOUR;
    expect(creditAt(termsFor(base, []), receivedAt)).toBe(0.5);
    expect(creditAt(termsFor(base, [{ ...NO_ACCOMMODATION, extraDays: 1 }]), receivedAt)).toBe(1);
  });
});

describe("the credit timeline", () => {
  test("credit never rises with time, and its stretches follow each other", () => {
    fc.assert(
      fc.property(anyAssignment, anyInstant, anyInstant, (base, one, other) => {
        const terms = termsFor(base, []);
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(creditAt(terms, early)).toBeGreaterThanOrEqual(creditAt(terms, late));
        const ends = creditTimeline(terms).map(({ until }) => until ?? Number.POSITIVE_INFINITY);
        expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
        if (terms.closesAt !== null) expect(ends.at(-1)).toBe(terms.closesAt);
      }),
    );
  });

  test("it is worth what the page says: no answer earns more than was announced", () => {
    fc.assert(
      fc.property(anyAssignment, anyInstant, (base, now) => {
        const terms = termsFor(base, []);
        const admitted = admitSubmission(terms, { startedAt: null }, now + NETWORK_GRACE_MS);
        if (admitted.ok) expect(admitted.value.credit).toBe(worthNow(terms, 0, now));
      }),
    );
  });
});

describe("attempts", () => {
  const terms = termsFor(
    assignment({
      opensAt: 1 * HOUR,
      dueAt: 2 * HOUR,
      closesAt: 4 * HOUR,
      policy: { late: [{ days: 0, hours: 1, credit: 0.5 }] },
    }),
    [],
  );

  test("begun before the deadline and sent after it: the receipt decides", () => {
    expect(admitSubmission(terms, { startedAt: 1 * HOUR }, 2 * HOUR)).toEqual({
      ok: true,
      value: { credit: 1 },
    });
    expect(admitSubmission(terms, { startedAt: 1 * HOUR }, 2.5 * HOUR)).toEqual({
      ok: true,
      value: { credit: 0.5 },
    });
    expect(admitSubmission(terms, { startedAt: 1 * HOUR }, 3.5 * HOUR)).toEqual({
      ok: true,
      value: { credit: 0 },
    });
    expect(admitSubmission(terms, { startedAt: 1 * HOUR }, 5 * HOUR)).toMatchObject({ code: "closed" });
  });

  test("the network's share is given at every boundary", () => {
    expect(admitSubmission(terms, { startedAt: null }, 2 * HOUR + NETWORK_GRACE_MS)).toMatchObject({
      value: { credit: 1 },
    });
    expect(admitSubmission(terms, { startedAt: null }, 4 * HOUR + NETWORK_GRACE_MS)).toMatchObject({
      ok: true,
    });
    expect(admitSubmission(terms, { startedAt: null }, 4 * HOUR + NETWORK_GRACE_MS + 1)).toMatchObject({
      code: "closed",
    });
  });

  test("not before the opening, nor more than are given", () => {
    expect(mayBegin(terms, { startedAt: null }, 0, 0)).toMatchObject({ code: "not-open-yet" });
    expect(mayBegin(terms, { startedAt: null }, 2, 1 * HOUR).ok).toBe(true);
    expect(mayBegin(terms, { startedAt: null }, 3, 1 * HOUR)).toMatchObject({ code: "no-attempts-left" });
  });

  test("a time limit counts from the first look and ends no later than the close", () => {
    fc.assert(
      fc.property(anyAssignment, anyAccommodation, anyInstant, (base, given, startedAt) => {
        const own = termsFor(base, [given]);
        const end = endOf(own, { startedAt });
        if (own.timeLimitMs !== null) expect(end).toBeLessThanOrEqual(startedAt + own.timeLimitMs);
        if (own.closesAt !== null) expect(end).toBeLessThanOrEqual(own.closesAt);
      }),
    );
  });
});

/** Terms for tests, and what makes them up at random. */
import { type AssignmentPolicy, assignmentPolicySchema } from "@pyrena/contracts";
import fc from "fast-check";
import type { Accommodation, Assignment } from "./accommodation.ts";
import { instantOf } from "./wall-time.ts";

export const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
] as const;

export function assignment(
  values: Partial<Omit<Assignment, "policy">> & { policy?: Partial<AssignmentPolicy> } = {},
): Assignment {
  const { policy = {}, ...times } = values;
  return {
    opensAt: null,
    dueAt: null,
    closesAt: null,
    timeZone: "UTC",
    ...times,
    policy: { ...assignmentPolicySchema.parse({}), ...policy },
  };
}

/** 2026, with both changes of the clocks in it. */
const instant = fc.integer({
  min: instantOf("2026-01-01T00:00", "UTC"),
  max: instantOf("2026-12-31T00:00", "UTC"),
});

const lateSteps = fc
  .uniqueArray(fc.record({ days: fc.nat(14), hours: fc.nat(23) }), {
    maxLength: 4,
    selector: ({ days, hours }) => days * 24 + hours,
  })
  .chain((spans) =>
    fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: spans.length, maxLength: spans.length })
      .map((credits) => {
        const falling = [...credits].sort((a, b) => b - a);
        return [...spans]
          .sort((a, b) => a.days * 24 + a.hours - (b.days * 24 + b.hours))
          .map((span, n) => ({ ...span, credit: falling[n] ?? 0 }));
      }),
  );

export const anyInstant = instant;

export const anyAssignment = fc
  .record({
    times: fc.array(instant, { minLength: 3, maxLength: 3 }).map((times) => times.sort((a, b) => a - b)),
    has: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    late: lateSteps,
    timeZone: fc.constantFrom(...ZONES),
    timeLimitMinutes: fc.option(fc.integer({ min: 1, max: 200 })),
  })
  .map(({ times, has, late, timeZone, timeLimitMinutes }) =>
    assignment({
      opensAt: has[0] ? (times[0] ?? null) : null,
      dueAt: has[1] ? (times[1] ?? null) : null,
      closesAt: has[2] ? (times[2] ?? null) : null,
      timeZone,
      policy: { late, timeLimitMinutes },
    }),
  );

export const anyAccommodation: fc.Arbitrary<Accommodation> = fc.record({
  extraTimeFactor: fc.option(fc.double({ min: 1, max: 4, noNaN: true })),
  extraDays: fc.option(fc.nat(30)),
  opensAt: fc.constant(null),
  dueAt: fc.option(instant),
  closesAt: fc.option(instant),
  maxAttempts: fc.option(fc.integer({ min: 1, max: 20 })),
  isExcused: fc.option(fc.boolean()),
});

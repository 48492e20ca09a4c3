import { describe, expect, test } from "@jest/globals";
import type { z } from "zod";
import { handshakeSchema } from "./handshake.ts";
import { phaseViewSchema } from "./phase.ts";
import { hostRequestSchema, studentRequestSchema } from "./request.ts";
import { studentSelfSchema } from "./view.ts";

const round = { roundId: "round-0001", ordinal: 1, ballot: 1 };
const question = {
  kind: "refcount",
  title: "Two names",
  program: { source: "a = []", python: "3.13", pythonFull: "3.13.18", mode: "script" },
  place: null,
  prompt: { code: "refcount-printed", values: {} },
  input: { widget: "number" },
};
const before = {
  lobby: { phase: "lobby", names: [] },
  open: { phase: "open", round, question, openedAt: 1, deadline: null },
  closed: { phase: "closed", round, question, closedAt: 2 },
  discuss: { phase: "discuss", round, question, since: 3 },
};
const leaks = {
  reveal: {},
  key: { answer: 3 },
  ballots: [],
  buckets: [{ id: "3", count: 1 }],
  histogram: {},
  leaderboard: [],
  isVoid: false,
};

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("before the reveal", () => {
  test.each(Object.entries(before))(
    "%s is a view, and takes nothing that helps to answer",
    (_phase, view) => {
      expect(accepts(phaseViewSchema, view)).toBe(true);
      for (const [field, value] of Object.entries(leaks)) {
        expect([field, accepts(phaseViewSchema, { ...view, [field]: value })]).toEqual([field, false]);
        if (!("question" in view)) continue;
        const { input, program } = question;
        for (const inside of [
          { ...question, [field]: value },
          { ...question, input: { ...input, [field]: value } },
          { ...question, program: { ...program, [field]: value } },
        ]) {
          expect(accepts(phaseViewSchema, { ...view, question: inside })).toBe(false);
        }
        expect(accepts(phaseViewSchema, { ...view, round: { ...round, [field]: value } })).toBe(false);
      }
    },
  );

  test("an own answer carries no grade", () => {
    const own = {
      answerId: "answer-1",
      roundId: "round-0001",
      ballot: 1,
      response: { widget: "number", value: 0 },
    };
    const answer = { ...own, confidence: null, receivedAt: 5 };
    const self = {
      participantId: "student-1",
      nickname: "Ana",
      answers: [answer],
      result: null,
      standing: null,
    };
    expect(accepts(studentSelfSchema, self)).toBe(true);
    for (const extra of [{ grade: {} }, { score: 1 }, { isCorrect: true }, { bucket: {} }]) {
      expect(accepts(studentSelfSchema, { ...self, answers: [{ ...answer, ...extra }] })).toBe(false);
    }
  });
});

test("a student's union has no host request, and a connection names exactly one credential", () => {
  for (const type of ["open", "close", "reveal", "peek", "roster", "kick", "end"]) {
    expect(accepts(studentRequestSchema, { type, version: 1, entryId: "entry-0001" })).toBe(false);
  }
  expect(accepts(hostRequestSchema, { type: "peek" })).toBe(true);
  const token = "t".repeat(43);
  const common = { protocol: 1, room: "room-0001" };
  expect(accepts(handshakeSchema, { ...common, audience: "host" })).toBe(true);
  expect(accepts(handshakeSchema, { ...common, audience: "host", token })).toBe(false);
  expect(accepts(handshakeSchema, { ...common, audience: "student" })).toBe(false);
  expect(accepts(handshakeSchema, { ...common, audience: "teacher", token })).toBe(false);
});

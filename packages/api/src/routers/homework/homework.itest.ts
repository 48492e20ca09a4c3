import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { AssignmentPolicy, Response } from "@pyrena/contracts";
import { refcountDraft } from "../../testing/drafts.ts";
import { refusalOf } from "../../testing/refusals.ts";
import { type Caller, createSchool, type School } from "../../testing/school.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-03-02T08:00:00Z");
const right: Response = { widget: "number", value: 3 };
const wrong: Response = { widget: "number", value: 9 };

let school: School;
let host: Caller;
let classId: string;
let code: string;
let itemId: string;
beforeAll(async () => {
  school = await createSchool();
  host = (await school.instructor("Grace")).caller;
  itemId = (await host.item.create({ draft: refcountDraft() })).itemId;
  classId = (await host.class.create({ name: "Monday", timeZone: "Europe/Berlin" })).classId;
  code = (await host.class.get({ classId })).code ?? "";
});
beforeEach(() => school.setClock(START));
afterAll(() => school.close());

let people = 0;
async function student() {
  people += 1;
  return school.student(`student${people}`, code);
}

/** Due at noon, one hour late at half, closed at three, all in Berlin (UTC+1). */
async function assign(policy: Partial<AssignmentPolicy> = {}) {
  const { assignmentId } = await host.assignment.create({
    classId,
    title: "Counts",
    itemIds: [itemId],
    times: { due: "2026-03-02T12:00", closes: "2026-03-02T15:00" },
    policy: { late: [{ days: 0, hours: 1, credit: 0.5 }], ...policy },
  });
  return assignmentId;
}

async function begin(caller: Caller, assignmentId: string, purpose: "graded" | "practice" = "graded") {
  const { entries } = await caller.homework.get({ assignmentId });
  return (await caller.homework.begin({ assignmentId, itemId: entries[0]?.id ?? "", purpose })).attemptId;
}

async function answer(
  caller: Caller,
  assignmentId: string,
  response: Response,
  key = `key-${response.widget}-${Math.random()}`,
) {
  return caller.homework.submit({
    attemptId: await begin(caller, assignmentId),
    idempotencyKey: key,
    response,
  });
}

describe("an answer", () => {
  test("is graded, credited by its time, and counts in the gradebook at once", async () => {
    const assignmentId = await assign();
    const { caller, user } = await student();
    school.setClock(START + 3.5 * HOUR);
    expect(await caller.homework.get({ assignmentId })).toMatchObject({
      state: "late",
      entries: [{ nextWorth: 0.5 }],
    });
    const view = await answer(caller, assignmentId, right);
    expect(view.submission).toMatchObject({ credit: 0.5, outcome: { score: 1, isCorrect: true } });
    const { columns, rows } = await host.assignment.gradebook({ classId });
    const column = columns.findIndex(({ id }) => id === assignmentId);
    expect(rows.find(({ userId }) => userId === user.id)?.cells[column]).toEqual({
      state: "scored",
      score: 0.5,
    });
  });

  test("sent twice is stored once and acknowledged twice; another one is refused", async () => {
    const assignmentId = await assign();
    const { caller } = await student();
    const attemptId = await begin(caller, assignmentId);
    const request = { attemptId, idempotencyKey: "the-answer", response: right };
    const [one, two] = await Promise.all([caller.homework.submit(request), caller.homework.submit(request)]);
    expect(one.submission).toEqual(two.submission);
    const other = { ...request, idempotencyKey: "another-one", response: wrong };
    expect(await refusalOf(caller.homework.submit(other))).toEqual({ code: "already-submitted" });
    const { rows } = await school.database.pool.query(
      "select count(*)::int as n from submission where attempt_id = $1",
      [attemptId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("of another's attempt, after the close, or of the wrong kind is refused", async () => {
    const assignmentId = await assign();
    const [one, other] = [await student(), await student()];
    const attemptId = await begin(one.caller, assignmentId);
    const request = { attemptId, idempotencyKey: "the-answer", response: right };
    expect(await refusalOf(other.caller.homework.submit(request))).toEqual({ code: "attempt-not-found" });
    const lines: Response = { widget: "text-lines", lines: ["3"] };
    expect(await refusalOf(one.caller.homework.submit({ ...request, response: lines }))).toEqual({
      code: "wrong-widget",
    });
    school.setClock(START + 7 * HOUR);
    expect(await refusalOf(one.caller.homework.submit(request))).toEqual({ code: "closed" });
  });
});

describe("attempts", () => {
  test("two pages of one student work on the same one", async () => {
    const assignmentId = await assign();
    const { caller } = await student();
    const [one, two] = await Promise.all([begin(caller, assignmentId), begin(caller, assignmentId)]);
    expect(one).toBe(two);
  });

  test("are as many as the policy gives, each worth its points", async () => {
    const assignmentId = await assign({ attempts: { counts: "points", points: [10, 7] } });
    const { caller } = await student();
    await answer(caller, assignmentId, wrong);
    expect(await caller.homework.get({ assignmentId })).toMatchObject({ entries: [{ nextWorth: 0.7 }] });
    await answer(caller, assignmentId, right);
    expect(await caller.homework.get({ assignmentId })).toMatchObject({ score: 0.7, answered: 1 });
    expect(await refusalOf(begin(caller, assignmentId))).toEqual({ code: "no-attempts-left" });
  });

  test("end with the student's own time, which extra time makes longer", async () => {
    const assignmentId = await assign({ timeLimitMinutes: 30 });
    const [slow, quick] = [await student(), await student()];
    await host.assignment.accommodate({ classId, userId: slow.user.id, extraTimeFactor: 2 });
    const attempts = [await begin(slow.caller, assignmentId), await begin(quick.caller, assignmentId)];
    const submit = (caller: Caller, attemptId = "") =>
      refusalOf(caller.homework.submit({ attemptId, idempotencyKey: "the-answer", response: right }));
    school.setClock(START + 0.75 * HOUR);
    expect(await submit(quick.caller, attempts[1])).toEqual({ code: "time-is-up" });
    expect(await submit(slow.caller, attempts[0])).toBe("accepted");
  });
});

describe("feedback", () => {
  test("after the due time waits for the last of the class", async () => {
    const assignmentId = await assign({ feedback: "after-due" });
    const [one, other] = [await student(), await student()];
    await host.assignment.extend({ assignmentId, userId: other.user.id, times: { due: "2026-03-02T14:00" } });
    const sent = await answer(one.caller, assignmentId, wrong);
    expect(sent.submission?.outcome).toBeNull();
    const seen = () => one.caller.homework.attempt({ attemptId: sent.id });
    school.setClock(START + 4 * HOUR);
    expect((await seen()).submission?.outcome).toBeNull();
    expect(JSON.stringify(await one.caller.homework.get({ assignmentId }))).not.toMatch(/"score":\d/);
    school.setClock(START + 5.5 * HOUR);
    expect((await seen()).submission?.outcome).toMatchObject({ isCorrect: false });
  });

  test("practice comes afterwards and touches no grade", async () => {
    const assignmentId = await assign({ attempts: { counts: "best", max: 1 }, feedback: "after-close" });
    const { caller } = await student();
    await answer(caller, assignmentId, wrong);
    expect(await refusalOf(begin(caller, assignmentId, "practice"))).toEqual({ code: "not-allowed" });
    school.setClock(START + 7 * HOUR);
    const attemptId = await begin(caller, assignmentId, "practice");
    const practised = await caller.homework.submit({
      attemptId,
      idempotencyKey: "practice-1",
      response: right,
    });
    expect(practised.submission?.outcome?.isCorrect).toBe(true);
    expect(await caller.homework.get({ assignmentId })).toMatchObject({ score: 0, state: "closed" });
  });
});

describe("unsent work", () => {
  test("is kept, and of two devices the one that saw the newest may write", async () => {
    const assignmentId = await assign();
    const { caller } = await student();
    const attemptId = await begin(caller, assignmentId);
    const { version } = await caller.homework.saveDraft({ attemptId, draft: { text: "3" }, seen: 0 });
    expect(await caller.homework.attempt({ attemptId })).toMatchObject({
      draft: { text: "3" },
      draftVersion: version,
    });
    expect(await refusalOf(caller.homework.saveDraft({ attemptId, draft: { text: "2" }, seen: 0 }))).toEqual({
      code: "draft-outdated",
    });
    await caller.homework.saveDraft({ attemptId, draft: { text: "4" }, seen: version });
    await caller.homework.submit({ attemptId, idempotencyKey: "the-answer", response: right });
    expect(await refusalOf(caller.homework.saveDraft({ attemptId, draft: {}, seen: version + 1 }))).toEqual({
      code: "already-submitted",
    });
  });
});

describe("accommodations", () => {
  test("granted after a late answer change what it is worth", async () => {
    const assignmentId = await assign();
    const { caller, user } = await student();
    school.setClock(START + 3.5 * HOUR);
    await answer(caller, assignmentId, right);
    expect(await caller.homework.get({ assignmentId })).toMatchObject({ score: 0.5 });
    await host.assignment.extend({ assignmentId, userId: user.id, extraDays: 1 });
    expect(await caller.homework.get({ assignmentId })).toMatchObject({ score: 1 });
    await host.assignment.extend({ assignmentId, userId: user.id, isExcused: true });
    expect(await caller.homework.get({ assignmentId })).toMatchObject({ state: "excused" });
  });
});

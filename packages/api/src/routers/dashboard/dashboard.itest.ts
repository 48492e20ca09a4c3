import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Response } from "@pyrena/contracts";
import { refcountDraft } from "../../testing/drafts.ts";
import { type Caller, createSchool, type School } from "../../testing/school.ts";

const number = (value: number): Response => ({ widget: "number", value });

let school: School;
let host: Caller;
let classId: string;
let assignmentId: string;
let code: string;
beforeAll(async () => {
  school = await createSchool();
  host = (await school.instructor("Grace")).caller;
  const { itemId } = await host.item.create({ draft: refcountDraft() });
  classId = (await host.class.create({ name: "Monday" })).classId;
  code = (await host.class.get({ classId })).code ?? "";
  const policy = { attempts: { counts: "best" as const, max: 2 } };
  const assigned = { classId, title: "Counts", itemIds: [itemId], times: {}, policy };
  assignmentId = (await host.assignment.create(assigned)).assignmentId;
});
afterAll(() => school.close());

async function answers(name: string, ...values: readonly number[]) {
  const { caller } = await school.student(name, code);
  const { entries } = await caller.homework.get({ assignmentId });
  for (const [n, value] of values.entries()) {
    const { attemptId } = await caller.homework.begin({ assignmentId, itemId: entries[0]?.id ?? "" });
    await caller.homework.submit({ attemptId, idempotencyKey: `answer-${n}`, response: number(value) });
  }
}

test("four answers are counts and no shares; the fifth makes a share with its range", async () => {
  // 3 is right; 2 leaves out the argument of the call and earns half.
  for (const [name, value] of [
    ["Ida", 3],
    ["Ben", 3],
    ["Cem", 2],
    ["Dan", 9],
  ] as const)
    await answers(name, value);
  const before = await host.dashboard.progress({ classId });
  expect(before.items).toMatchObject([{ answered: 4, correct: 2, share: null, discrimination: null }]);
  expect(before.concepts).toMatchObject([{ studentsAnswered: 4, share: null }]);

  await answers("Eva", 2, 3);
  const { items, concepts, students } = await host.dashboard.progress({ classId });
  // Her second try is right, and no evidence.
  expect(items).toMatchObject([
    { answered: 5, correct: 2, share: { value: (1 + 1 + 0.5 + 0 + 0.5) / 5, n: 5 } },
  ]);
  expect(items[0]?.suggests).toContainEqual(expect.objectContaining({ id: "M03", answers: 2 }));
  expect(concepts[0]?.share?.low).toBeGreaterThan(0);
  const ida = students.find(({ name }) => name === "Ida");
  const dan = students.find(({ name }) => name === "Dan");
  expect(ida?.mastery[0]?.value).toBeGreaterThan(dan?.mastery[0]?.value ?? 1);
  expect(ida).toMatchObject({ answers: 1, mastery: [{ n: 1 }] });
});

test("a student who has answered nothing is there, with nothing claimed", async () => {
  await school.student("Una", code);
  const { students } = await host.dashboard.progress({ classId });
  expect(students.find(({ name }) => name === "Una")).toMatchObject({ answers: 0, mastery: [null] });
});

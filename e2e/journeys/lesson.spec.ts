import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  answerNumber,
  ask,
  Classroom,
  expectAccessible,
  expectFits,
  openProjector,
  openRoom,
  type Person,
} from "./classroom.ts";

let classroom: Classroom;
let host: Person;
let students: Person[];
let projector: Person;

beforeAll(async () => {
  classroom = await Classroom.open();
});
afterAll(() => classroom?.close());

const rounds = [
  "One of two names goes",
  "What does getrefcount say?",
  "A ring in a box in a room",
  "Count inside a wheel",
];

test("an instructor, three students and a projector play four rounds to the results", async () => {
  host = await classroom.instructor();
  await expectAccessible(host.page);
  const { pin } = await openRoom(host);
  students = await Promise.all(["Ana", "Ben", "Chloe"].map((name) => classroom.student(pin, name)));
  await host.page.getByText("3 of 3 here").waitFor();
  projector = await openProjector(classroom, host);

  for (const [i, title] of rounds.entries()) {
    await ask(host, title);
    await projector.page.getByText("0 of 3 answered").waitFor();
    for (const [j, student] of students.entries()) await answerNumber(student, j + 1);
    await host.page.getByText("3 answered", { exact: true }).waitFor();
    await host.page.getByRole("button", { name: "Close answers" }).click();
    await host.page.getByRole("button", { name: "Reveal" }).click();
    for (const { page } of [...students, projector])
      await page
        .getByText(/Why is it \d+\?/)
        .first()
        .waitFor();
    if (i === 0) await Promise.all([...students, projector, host].map(({ page }) => expectAccessible(page)));
    await Promise.all([...students, projector, host].map(({ page }) => expectFits(page)));
  }
  // Answers 1, 2 and 3 were given to each question, so that nobody can have all of them wrong or right by chance.
  await host.page.getByRole("button", { name: "Scoreboard" }).click();
  await students[0]?.page.getByRole("table").waitFor();
  await host.page.getByRole("button", { name: "End the room" }).click();
  await host.page.getByRole("dialog").getByRole("button", { name: "End the room" }).click();
  await students[0]?.page.getByText("That was it").waitFor();

  await host.page.getByRole("link", { name: "Results" }).first().click();
  await host.page.waitForURL(/\/results$/);
  await host.page.getByText("Ana", { exact: true }).first().waitFor();
  for (const name of ["Ana", "Ben", "Chloe"])
    expect(await host.page.getByText(name, { exact: true }).count()).toBeGreaterThan(0);
  for (const title of rounds) expect(await host.page.getByText(title).count()).toBeGreaterThan(0);
  await expectAccessible(host.page);
});

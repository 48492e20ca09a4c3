import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { answerNumber, ask, Classroom, openRoom, type Person } from "./classroom.ts";

let classroom: Classroom;
let host: Person;
let student: Person;

beforeAll(async () => {
  classroom = await Classroom.open();
  host = await classroom.instructor();
  const { pin } = await openRoom(host);
  student = await classroom.student(pin, "Ana");
});
afterAll(() => classroom?.close());

/** What only the reveal may bring: the reasons, the holders, the votes, a grade. */
const secret =
  /"(reveal|answerText|holders|misconceptions|histogram|buckets|isCorrect|correct|score|points|key)":(?!null|\[\]|0)/;

test("while a question is open nothing on the mirrored screen or on the wire helps to answer it", async () => {
  await ask(host, "What does getrefcount say?");
  await answerNumber(student, 3);
  await host.page.getByText("1 answered", { exact: true }).waitFor();

  await expect(host.page.locator("body").innerText()).resolves.not.toMatch(/Why is it|Right answer|% right/);
  await expect(host.page.locator("body").innerText()).resolves.not.toContain("Ana");
  const open = student.frames.filter((frame) => frame.includes('"phase":"open"'));
  expect(open.length).toBeGreaterThan(0);
  for (const frame of open) expect(frame).not.toMatch(secret);
  const html = await student.page.content();
  expect(html).not.toMatch(/"(reveal|answerText|misconceptions)":(?!null)/);
});

test("peek shows the answer only while it is held", async () => {
  const peek = host.page.getByRole("button", { name: "Peek while held" });
  const box = await peek.boundingBox();
  if (box === null) throw new Error("there is no peek button");
  await host.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await host.page.mouse.down();
  await host.page.getByText("Only while you hold").waitFor();
  await host.page.mouse.up();
  await host.page.getByText("Only while you hold").waitFor({ state: "detached" });
});

test("the reveal shows it to everybody at once", async () => {
  await host.page.getByRole("button", { name: "Close answers" }).click();
  await host.page.getByRole("button", { name: "Reveal" }).click();
  await host.page
    .getByText(/Why is it \d+\?/)
    .first()
    .waitFor();
  await student.page
    .getByText(/Why is it \d+\?/)
    .first()
    .waitFor();
});

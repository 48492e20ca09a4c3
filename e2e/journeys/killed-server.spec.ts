import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import { answerNumber, ask, Classroom, openRoom, type Person } from "./classroom.ts";

let classroom: Classroom;
let host: Person;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  classroom = await Classroom.open();
  host = await classroom.instructor();
  const { pin } = await openRoom(host);
  ana = await classroom.student(pin, "Ana");
  ben = await classroom.student(pin, "Ben");
});
afterAll(() => classroom?.close());

test("the server is killed in the middle of a question, and everyone goes on", async () => {
  await ask(host, "One of two names goes");
  await answerNumber(ana, 1);
  await host.page.getByText("1 answered", { exact: true }).waitFor();

  await classroom.kill();
  await ben.page.getByText(/The connection is away/).waitFor();
  // Ben sends into the void: his page keeps the answer and says so.
  await ben.page.getByRole("button", { name: "2", exact: true }).click();
  await ben.page.getByRole("button", { name: "Send", exact: true }).click();
  await ben.page.getByText(/Your answer is kept here/).waitFor();
  await classroom.restart();

  await ben.page.getByText(/Saved at/).waitFor();
  await ana.page.getByText(/Saved at/).waitFor();
  await host.page.getByText("2 answered", { exact: true }).waitFor();
  await press(host, "Close answers", host.page.getByRole("button", { name: "Reveal" }));
  await press(host, "Reveal", host.page.getByRole("button", { name: "Scoreboard" }));
  for (const { page } of [ana, ben])
    await page
      .getByText(/Why is it \d+\?/)
      .first()
      .waitFor();
});

test("killed between any two events, the room goes on where it was", async () => {
  const seen = (text: string | RegExp): Locator => ana.page.getByText(text).first();
  const steps: readonly (readonly [string, Locator])[] = [
    ["Scoreboard", ana.page.getByRole("table")],
    ["Ask: What does getrefcount say?", seen("What does line")],
    ["Close answers", seen("Answers are closed")],
    ["Reveal", seen(/Why is it \d+\?/)],
  ];
  for (const [name, result] of steps) {
    await classroom.kill();
    await classroom.restart();
    await press(host, name, result);
  }
  expect(await host.page.getByText("2 of 2 here").count()).toBeGreaterThan(0);
});

/**
 * Presses until what it leads to is there: the room moved on while the host was away (the question was extended by the
 * outage), and a press that was aimed at an older state is refused with a sentence, not obeyed.
 */
async function press({ page }: Person, name: string, result: Locator): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    const button = page.getByRole("button", { name }).first();
    if (await button.isVisible()) await button.click();
    const isThere = await result.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  throw new Error(`pressing ${name} led to nothing`);
}

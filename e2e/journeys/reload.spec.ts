import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { answerNumber, ask, Classroom, openProjector, openRoom, type Person } from "./classroom.ts";

let classroom: Classroom;
let host: Person;
let ana: Person;
let ben: Person;
let wall: Person;

beforeAll(async () => {
  classroom = await Classroom.open();
  host = await classroom.instructor();
  const { pin } = await openRoom(host);
  ana = await classroom.student(pin, "Ana");
  ben = await classroom.student(pin, "Ben");
  wall = await openProjector(classroom, host);
});
afterAll(() => classroom?.close());

test("reloads in every phase leave everybody where they were", async () => {
  await reloadAll("You are in");
  await ask(host, "One of two names goes");
  await ana.page.getByRole("button", { name: "7", exact: true }).click();
  await reloadAll("How many counted references");
  // The choice that was not sent yet is still on the pad, the answer that was sent is still saved.
  await ana.page.getByRole("button", { name: "Send", exact: true }).click();
  await ana.page.getByText(/Saved at/).waitFor();
  await ana.page.reload();
  await ana.page.getByText(/Saved at/).waitFor();
  await answerNumber(ben, 1);
  await host.page.getByText("2 answered", { exact: true }).waitFor();
  await host.page.reload();
  await host.page.getByText("2 answered", { exact: true }).waitFor();

  await host.page.getByRole("button", { name: "Close answers" }).click();
  await reloadAll("Answers are closed");
  await host.page.getByRole("button", { name: "Reveal" }).click();
  await reloadAll(/Why is it \d+\?/);
  await host.page.getByRole("button", { name: "Scoreboard" }).click();
  await reloadAll("Scoreboard");
});

test("a second tab is the same person", async () => {
  const tab = await ana.context.newPage();
  await tab.goto(ana.page.url());
  await tab.getByText("Scoreboard").first().waitFor();
  expect(await host.page.getByText("2 of 2 here").count()).toBeGreaterThan(0);
});

async function reloadAll(seen: string | RegExp): Promise<void> {
  for (const { page } of [ana, ben, host, wall]) {
    await page.reload();
    if (page === wall.page)
      await page
        .getByText(/^\w{3} \w{3}$/)
        .first()
        .waitFor();
    else if (page === host.page)
      await page
        .getByText(/of 2 here/)
        .first()
        .waitFor();
    else await page.getByText(seen).first().waitFor();
  }
}

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask, Classroom, expectAccessible, expectFits, openRoom, type Person } from "./classroom.ts";

const phone = { size: { width: 360, height: 740 } };

let classroom: Classroom;
let host: Person;
let student: Person;

beforeAll(async () => {
  classroom = await Classroom.open();
  host = await classroom.instructor();
});
afterAll(() => classroom?.close());

test("a student on a phone of 360 px joins, answers and reads why, by thumb", async () => {
  const { pin } = await openRoom(host);
  student = await classroom.person(phone);
  const { page } = student;
  await page.goto("/");
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await expectFits(page);
  await expectAccessible(page);
  await page.getByLabel("PIN").fill(pin.toLowerCase());
  await page.getByLabel("Your name").fill("Ana Maria Wolfeschlegelsteinhausenb");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByText(/too long/).waitFor();
  await page.getByLabel("Your name").fill("Ana");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.waitForURL(/\/play\//);
  await expectFits(page);

  await ask(host, "What does getrefcount say?");
  const send = page.getByRole("button", { name: "Send", exact: true });
  await send.waitFor();
  await expectThumbSized();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "3", exact: true }).click();
  await send.click();
  await page.getByText(/Saved at/).waitFor();
  await host.page.getByRole("button", { name: "Close answers" }).click();
  await host.page.getByRole("button", { name: "Reveal" }).click();
  await page
    .getByText(/Why is it \d+\?/)
    .first()
    .waitFor();
  await expectFits(page);
  await expectAccessible(page);
});

test("the host can drive from a phone too", async () => {
  await host.page.setViewportSize(phone.size);
  await expectFits(host.page);
  await host.page.getByRole("button", { name: "Scoreboard" }).click();
  await student.page.getByRole("table").waitFor();
});

/** Whatever is pressed on the play page is at least 44 px in one direction and 40 in the other. */
async function expectThumbSized(): Promise<void> {
  for (const button of await student.page.getByRole("button").all()) {
    const box = await button.boundingBox();
    if (box === null) continue;
    expect(Math.max(box.width, box.height)).toBeGreaterThanOrEqual(44);
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40);
  }
}

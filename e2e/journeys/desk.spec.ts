import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { Classroom, expectAccessible, expectFits, type Person } from "./classroom.ts";

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

let classroom: Classroom;
let instructor: Person;

beforeAll(async () => {
  classroom = await Classroom.open();
  instructor = await classroom.instructor();
});
afterAll(() => classroom?.close());

test.each(["/", "/join", "/sign-in", "/register"])(
  "%s is in order for somebody who is not signed in",
  async (path) => {
    const { page, context } = await classroom.person();
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).or(page.getByRole("heading")).first().waitFor();
    await expectInOrder(page);
    await context.close();
  },
);

test("every page of the desk is in order, on every size and in both themes", async () => {
  const { page } = instructor;
  await page.getByRole("link", { name: /heap up/ }).click();
  await page.getByRole("heading", { name: "Questions" }).waitFor();
  await expectInOrder(page);
  await page.getByRole("link", { name: "What does getrefcount say?" }).click();
  await page.getByRole("heading", { name: /Why is it \d+\?/ }).waitFor();
  // A program with placeholders is no Python before a seed fills them in; the page must not call that an error.
  await page.getByText(/This program has placeholders/).waitFor();
  expect(await page.getByText("This cannot be asked yet").count()).toBe(0);
  await expectInOrder(page);
  const item = page.url();
  for (const [path, heading] of [
    [`${item}/preview`, "Preview"],
    ["/items", "Items"],
    ["/rooms", "Rooms"],
    ["/decks", "Decks"],
  ] as const) {
    await page.goto(path);
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    await expectInOrder(page);
  }
});

test("a deck is made, filled, reordered, exported, imported and deleted", async () => {
  const { page } = instructor;
  await page.goto("/decks");
  await page.getByRole("button", { name: "New deck" }).click();
  await page.getByLabel("Name of the deck").fill("Tuesday");
  await page.getByRole("button", { name: "Create" }).click();
  await page.waitForURL(/\/decks\/./);
  await page.getByRole("button", { name: "Add a question" }).click();
  for (const title of ["One of two names goes", "Up and down again"]) {
    await page.getByLabel("Find an item").fill(title);
    await page.getByRole("button", { name: `Add ${title}` }).click();
    await page.getByText(`${title} added.`).waitFor();
  }
  await page.keyboard.press("Escape");
  await Promise.all([
    page.waitForResponse(/deck\.reorder/),
    page.getByRole("button", { name: "Move Up and down again up" }).click(),
  ]);
  await page.reload();
  const entries = page.getByRole("listitem");
  await entries.first().waitFor();
  expect(await entries.first().innerText()).toContain("Up and down again");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  const file = (await download.path()) ?? "";
  await page.goto("/decks");
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByLabel("File").setInputFiles(file);
  await page.getByText("2 questions imported.").waitFor();
  await page.getByRole("link", { name: "Open the deck" }).click();
  await page.getByRole("button", { name: "Delete deck" }).click();
  await page.getByRole("button", { name: "Delete the deck" }).click();
  await page.waitForURL(/\/decks$/);
});

async function expectInOrder(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
  }
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectFits(page);
  }
}

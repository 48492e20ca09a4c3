import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { Classroom, expectAccessible, expectFits, type Person } from "./classroom.ts";

const PASSWORD = "a long enough password";
const program = ["import sys", "kids = []", "box = [kids, kids]", "print(sys.getrefcount(kids))"].join("\n");

let classroom: Classroom;
let instructor: Person;
let classPage: string;
let code: string;

beforeAll(async () => {
  classroom = await Classroom.open();
  instructor = await classroom.instructor();
});
afterAll(() => classroom?.close());

test("an instructor makes a class and assigns a deck to it", async () => {
  const { page } = instructor;
  await writeItem(page, "Kids in a box");
  await makeDeck(page, "Boxes", ["Kids in a box"]);

  await page.goto("/classes");
  await page.getByRole("heading", { name: "Classes", level: 1 }).waitFor();
  await page.getByRole("button", { name: "New class" }).click();
  await page.getByLabel("Name of the class").fill("Monday group");
  await page.getByRole("button", { name: "Create" }).click();
  await page.waitForURL(/\/classes\/./);
  classPage = page.url();
  await expectInOrder(page);
  code = (await page.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/).innerText()).replace(" ", "");

  await page.getByRole("link", { name: "Assign homework" }).click();
  await page.getByLabel("Deck").selectOption({ label: "Boxes" });
  await expectInOrder(page);
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await page.waitForURL(classPage);
  await page.getByText("Boxes").first().waitFor();
});

test("a student joins by the link and works on one answer over two devices", async () => {
  const phone = await classroom.person({ size: { width: 360, height: 740 } });
  await register(phone.page, "Ida");
  await expectInOrder(phone.page);
  await openHomework(phone.page);
  await expectInOrder(phone.page);
  await phone.page.getByRole("button", { name: /Answer question 1/ }).click();
  await phone.page.getByRole("heading", { name: /What does line 4 print/ }).waitFor();
  await expectInOrder(phone.page);
  await phone.page.getByRole("button", { name: "4", exact: true }).click();
  await phone.page.getByText(/Saved at/).waitFor();

  const laptop = await classroom.person();
  await signIn(laptop.page, "Ida");
  await openHomework(laptop.page);
  await laptop.page.getByRole("button", { name: /Go on with question 1/ }).click();
  await laptop.page.getByText(/Saved at/).waitFor();
  await laptop.page.getByRole("button", { name: "Hand in" }).click();
  await laptop.page.getByText(/^\W*Right$/).waitFor();
  await laptop.page.getByRole("heading", { name: "Why is it 4?" }).waitFor();
  await expectInOrder(laptop.page);

  // The other device learns that the answer is in, and offers nothing that would be lost.
  await phone.page.getByRole("button", { name: "5", exact: true }).click();
  await phone.page.getByText(/Handed in at/).waitFor();
  await phone.page.reload();
  await phone.page.getByText(/Handed in at/).waitFor();
});

test("an answer handed in while the server is dead goes out when it is back, though the page was closed", async () => {
  const { page, context } = await classroom.person();
  await register(page, "Ben");
  await openHomework(page);
  await page.getByRole("button", { name: /Answer question 1/ }).click();
  await page.getByRole("button", { name: "7", exact: true }).waitFor();
  const attempt = page.url();
  await classroom.kill();
  await page.getByRole("button", { name: "7", exact: true }).click();
  await page.getByText(/Kept on this device/).waitFor();
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByText(/The server does not answer/).waitFor();
  await page.close();
  await classroom.restart();

  const again = await context.newPage();
  await again.goto(attempt);
  await again.getByText(/Handed in at/).waitFor();
  await again.getByText(/^\W*Not right$/).waitFor();
});

test("the gradebook has both, by the key that CPython gives", async () => {
  const { page } = instructor;
  await page.goto(`${classPage}/gradebook`);
  await page.getByRole("row", { name: /Ida.*100 %.*100 %/ }).waitFor();
  await page.getByRole("row", { name: /Ben.*0 %.*0 %/ }).waitFor();
  await expectInOrder(page);
  await page.getByRole("button", { name: "Sort by Total" }).click();
  expect(await page.getByRole("rowheader").allInnerTexts()).toEqual(["Ida", "Ben"]);
});

test("one student is extended and excused, and the gradebook follows at once", async () => {
  const { page } = instructor;
  await page.goto(classPage);
  await page.getByRole("link", { name: "Boxes" }).click();
  await page.getByRole("heading", { name: "Boxes", level: 1 }).waitFor();
  await expectInOrder(page);
  await page.getByRole("button", { name: "Extend for Ben" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Due").fill("2031-05-04T23:59");
  await dialog.getByLabel("Does not count for Ben").check();
  await expectInOrder(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("due 2031-05-04 23:59").waitFor();
  await page.goto(`${classPage}/gradebook`);
  await page.getByRole("row", { name: /Ben.*does not count/ }).waitFor();
});

test("the progress page shows what few answers can show, and claims no share of two students", async () => {
  const { page } = instructor;
  await page.goto(classPage);
  await page.getByRole("link", { name: "Progress" }).click();
  await page.getByRole("heading", { name: "What Monday group understands" }).waitFor();
  await page.getByText("1 of 2").waitFor();
  await page.getByText("no concept has answers from five students").waitFor();
  await page
    .getByRole("row", { name: /Ida 1/ })
    .getByRole("img", { name: /from 1 answer/ })
    .waitFor();
  await expectInOrder(page);
});

test("a student sees no other class and none of the instructor's pages", async () => {
  const { page } = await classroom.person();
  await register(page, "Una");
  await page.getByRole("link", { name: "Classes" }).waitFor();
  expect(await page.getByRole("link", { name: "Decks" }).count()).toBe(0);
  for (const path of [`${classPage}/gradebook`, "/items", "/rooms"]) {
    await page.goto(path);
    await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
  }
});

async function writeItem(page: Page, title: string): Promise<void> {
  await page.goto("/items/new");
  const editor = page.locator(".cm-content");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(program);
  await page.getByText("What does line 4 print?").first().click();
  await page.getByRole("heading", { name: "Why is it 4?" }).waitFor();
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/items\/(?!new)/);
}

async function makeDeck(page: Page, name: string, titles: readonly string[]): Promise<void> {
  await page.goto("/decks");
  await page.getByRole("button", { name: "New deck" }).click();
  await page.getByLabel("Name of the deck").fill(name);
  await page.getByRole("button", { name: "Create" }).click();
  await page.waitForURL(/\/decks\/./);
  await page.getByRole("button", { name: "Add a question" }).click();
  for (const title of titles) {
    await page.getByLabel("Find an item").fill(title);
    await page.getByRole("button", { name: `Add ${title}` }).click();
    await page.getByText(`${title} added.`).waitFor();
  }
}

async function register(page: Page, name: string): Promise<void> {
  await page.goto(`/class/${code}`);
  await page.getByRole("heading", { name: "Join Monday group" }).waitFor();
  await expectInOrder(page);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.test`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.waitForURL(/\/classes$/);
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.test`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/classes$/);
}

async function openHomework(page: Page): Promise<void> {
  await page.goto("/classes");
  await page.getByRole("link", { name: "Monday group" }).click();
  await page.getByRole("link", { name: "Boxes" }).click();
  await page.getByRole("heading", { name: "Boxes", level: 1 }).waitFor();
}

async function expectInOrder(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
  }
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await expectFits(page);
  }
  await page.setViewportSize(size);
}

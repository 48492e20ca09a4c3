import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Classroom, expectAccessible, expectFits, type Person, pinOn } from "./classroom.ts";

let classroom: Classroom;
let author: Person;

beforeAll(async () => {
  classroom = await Classroom.open();
  author = await classroom.instructor();
});
afterAll(() => classroom?.close());

const program = ["import sys", "kids = []", "box = [kids, kids]", "print(sys.getrefcount(kids))"].join("\n");

test("an own program becomes a question with a computed answer, and is pushed into a room", async () => {
  const { page } = author;
  await page.goto("/items/new");
  await typeProgram(program);
  await page.getByText("What does line 4 print?").first().click();
  await page.getByRole("heading", { name: "Why is it 4?" }).waitFor();
  for (const holder of ["name kids", "box[0]", "box[1]", "the call's own argument"])
    await page.getByText(holder, { exact: true }).first().waitFor();
  await expectAccessible(page);
  await expectFits(page);

  await page.getByLabel("Title").fill("Kids in a box");
  await page.getByRole("button", { name: "Save" }).click();
  // A saved item has an address of its own; on the way there the words "Saved at" may pass too quickly to be seen.
  await page.waitForURL(/\/items\/(?!new)/);

  await page.getByRole("button", { name: "Open a room with this" }).click();
  await page.waitForURL(/\/host\//);
  const pin = await pinOn(page);
  const student = await classroom.student(pin, "Ana");
  await page.getByRole("button", { name: /^Ask/ }).first().click();
  await student.page.getByText("print(sys.getrefcount(kids))").first().waitFor();
  await student.page.getByRole("button", { name: "4", exact: true }).click();
  await student.page.getByRole("button", { name: "Send", exact: true }).click();
  await student.page.getByText(/Saved at/).waitFor();
  await page.getByRole("button", { name: "Close answers" }).click();
  await page.getByRole("button", { name: "Reveal" }).click();
  await student.page
    .getByText(/^\W*Right$/)
    .first()
    .waitFor();
});

test.each([
  ["a syntax error", "x = [1, 2\nprint(x)", /Python cannot read this/, 1],
  ["an endless loop", "x = 1\nwhile True:\n    x = x + 1", /does not come to an end/, null],
  ["a module that is not modelled", "import socket\nprint(socket)", /does not model this yet/, 1],
])("%s gets a clear message at its line, and nothing is lost", async (_what, source, sentence, line) => {
  const { page } = author;
  await page.goto("/items/new");
  await typeProgram(source);
  await page.getByText(sentence).first().waitFor();
  if (line !== null)
    await page
      .getByRole("button", { name: `Go to line ${line}` })
      .first()
      .waitFor();
  await page.reload();
  await page.locator(".cm-content").waitFor();
  await expect(page.locator(".cm-content").innerText()).resolves.toContain(source.split("\n")[0]);
});

/** Replaces what stands in the editor, as somebody who pastes does. */
async function typeProgram(source: string): Promise<void> {
  const { page } = author;
  const editor = page.locator(".cm-content");
  await editor.waitFor();
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source);
}

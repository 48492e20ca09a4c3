import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  hostFrameSchema,
  hostRequestSchema,
  LIVE_PROTOCOL,
  LIVE_REFUSALS,
  phaseViewSchema,
  projectorFrameSchema,
  studentFrameSchema,
  studentRequestSchema,
} from "@pyrena/contracts";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/protocol/live-room.md"), "utf8");
const suites = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".itest.ts"))
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
  .join("\n");

/** The text of one section, by its number. */
function section(number: number): string {
  const [, text] = page.split(new RegExp(`^## §${number} .*$`, "m"));
  return text?.split(/^## /m, 1)[0] ?? "";
}

/** Words in code font: in tables the first column only, so that examples elsewhere do not count. */
function words(text: string, from: "first column" | "everywhere"): string[] {
  const rows = text.split("\n").filter((line) => line.startsWith("| `"));
  const source =
    from === "everywhere" ? text : rows.map((row) => row.split("|")[1]?.replace(/\(.*\)/, "")).join(" ");
  return [...source.matchAll(/`([a-z-]+)`/g)].flatMap(([, word]) => (word === undefined ? [] : [word]));
}

const typesOf = (schema: { options: readonly { shape: { type: { value: string } } }[] }) =>
  schema.options.map((option) => option.shape.type.value);
const unique = (list: readonly string[]) => [...new Set(list)].toSorted();

test("the page is about this version of the protocol", () => {
  expect(page).toContain(`Version ${LIVE_PROTOCOL}.`);
});

test("§2 lists every request, and no other", () => {
  const requests = [...typesOf(studentRequestSchema), ...typesOf(hostRequestSchema)];
  expect(unique(words(section(2), "first column"))).toEqual(unique(requests));
});

test("§3 lists every frame and every phase, and no other frame", () => {
  const frames = [studentFrameSchema, hostFrameSchema, projectorFrameSchema].flatMap(typesOf);
  expect(unique(words(section(3), "first column"))).toEqual(unique(frames));
  for (const { shape } of phaseViewSchema.options) expect(section(3)).toContain(`\`${shape.phase.value}\``);
});

test("§9 lists every refusal, and no other", () => {
  expect(unique(words(section(9), "everywhere"))).toEqual(unique(LIVE_REFUSALS));
});

test("every section is named by a test over real sockets, and every section named exists", () => {
  const sections = [...page.matchAll(/^## §(\d)/gm)].map(([, number]) => number);
  const titles = [...suites.matchAll(/^describe\("(.*)"/gm)].map(([, title]) => title).join(" ");
  const named = new Set([...titles.matchAll(/§(\d)/g)].map(([, number]) => number));
  // §9 is the list of codes, checked above.
  expect([...named].toSorted()).toEqual(sections.filter((number) => number !== "9"));
});

/** The compiler borrows, checks and counts the loads of locals that each interpreter's own `dis` shows. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import type { CodeUnit } from "../src/compiler/code.ts";
import { compileModule } from "../src/compiler/compile.ts";
import { Op, opNames } from "../src/compiler/opcodes.ts";
import { parseModule } from "../src/parser/parser.ts";
import type { PythonVersion } from "../src/python-version.ts";
import { profiles } from "../src/version.ts";

const here = dirname(fileURLToPath(import.meta.url));
const source = readFileSync(join(here, "loads", "shapes.py"), "utf8");
const recorded: Record<string, Record<string, string[]>> = JSON.parse(
  readFileSync(join(here, "loads", "recorded.json"), "utf8"),
);

function loads(code: CodeUnit, found: Map<string, string[]>): Map<string, string[]> {
  const kinds = new Map<number | undefined, string>([
    [Op.LOAD_FAST, "owned"],
    [Op.LOAD_FAST_BORROW, "borrowed"],
    [Op.LOAD_FAST_CHECK, "checked"],
  ]);
  const list: string[] = [];
  for (let i = 0; i < code.positions.length; i += 1) {
    const kind = kinds.get(code.ops[i * 2]);
    if (kind !== undefined) list.push(`${kind} ${code.localsplus[code.ops[i * 2 + 1] ?? 0]}`);
  }
  found.set(code.qualname, list);
  for (const constant of code.consts) if (constant.kind === "code") loads(constant.code, found);
  return found;
}

function compiled(version: PythonVersion): Map<string, string[]> {
  const parsed = parseModule(source, version);
  if (!parsed.ok) throw new Error(parsed.diagnostic.message);
  const request = { source, filename: "shapes.py", profile: profiles[version], mode: "exec" } as const;
  const result = compileModule(parsed.module.body, request);
  if (!result.ok) throw new Error(result.diagnostic.message);
  return loads(result.code, new Map());
}

for (const [version, shapes] of Object.entries(recorded))
  describe(`loads of locals in ${version}`, () => {
    const found = compiled(version as PythonVersion);
    test.each(Object.entries(shapes))("%s", (qualname, expected) => {
      expect(found.get(qualname)).toEqual(expected);
    });
  });

test("every label of the evaluation loop is its opcode's number", () => {
  const loop = readFileSync(join(here, "..", "src", "vm", "eval.ts"), "utf8");
  const labels = [...loop.matchAll(/\/\* ([A-Z_]+) \*\/ (\d+)/g)];
  expect(labels.length).toBeGreaterThan(40);
  for (const [, name, number] of labels)
    expect([name, Number(number)]).toEqual([opNames[Number(number)], Number(number)]);
});

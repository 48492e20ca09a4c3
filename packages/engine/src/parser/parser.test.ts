import { describe, expect, test } from "@jest/globals";
import { interactiveInputs, parseModule } from "./parser.ts";

function parsed(source: string) {
  const result = parseModule(source, "3.13");
  if (!result.ok) throw new Error(result.diagnostic.message);
  return result.module;
}

function refused(source: string) {
  const result = parseModule(source, "3.13");
  return result.ok ? null : result.diagnostic;
}

describe("what a text is before it is parsed", () => {
  test("line ends of every kind, a byte order mark and a missing last line end make no difference", () => {
    const expected = parsed("x = '''a\nb'''\ny = 1\n");
    expect(parsed("x = '''a\r\nb'''\r\ny = 1\r\n")).toEqual(expected);
    expect(parsed("x = '''a\rb'''\ry = 1")).toEqual(expected);
    expect(parsed("\ufeffx = '''a\nb'''\ny = 1")).toEqual(expected);
  });

  test("identifiers are the same in every normal form", () => {
    const [statement] = parsed("ﬁ = 1\n").body;
    expect(statement).toMatchObject({ type: "Assign", targets: [{ type: "Name", id: "fi" }] });
  });

  test("columns count bytes of UTF-8", () => {
    const [statement] = parsed("é = '😀' + x\n").body;
    expect(statement).toMatchObject({ value: { right: { colOffset: 14, endColOffset: 15 } } });
  });
});

describe("interactiveInputs", () => {
  test("statements that share a line are one input", () => {
    const inputs = interactiveInputs(parsed("a = 1; b = 2\nif a:\n    b; c\nd = '''x\n'''; e = 3\nf\n"));
    expect(inputs.map((input) => input.map((statement) => statement.type))).toEqual([
      ["Assign", "Assign"],
      ["If"],
      ["Assign", "Assign"],
      ["Expr"],
    ]);
  });
});

describe("what the engine refuses although CPython takes it", () => {
  test.each([
    ["a character name outside the list", "x = '\\N{CUNEIFORM SIGN A}'\n"],
    ["two escapes that make one character here", "x = '\\ud83d\\ude00'\n"],
    ["nesting beyond reason", `${"-".repeat(5000)}1\n`],
    ["nesting beyond reason, in lambdas", `${"lambda: ".repeat(5000)}1\n`],
  ])("%s", (_what, source) => {
    expect(refused(source)?.code).toBe("unsupported");
  });
});

describe("texts made to be slow", () => {
  test.each([
    ["a long sum", `${"a + ".repeat(50_000)}a\n`, true],
    ["a long sum without an end", `${"a + ".repeat(50_000)}\n`, false],
    ["many open braces in an f-string", `f'${"{".repeat(100_001)}'\n`, false],
    ["many literals", `${"f'{a}' ".repeat(10_000)}\n`, true],
    ["brackets in brackets around an error", `${"(".repeat(199)}a b${")".repeat(199)}\n`, false],
    ["brackets of all kinds that stay open", "([{".repeat(60), false],
    ["a long line of letters beyond ASCII", `${"é + ".repeat(50_000)}é\n`, true],
    [
      "a function of two thousand lines with an error",
      `def f():\n${"  x = f(a)[b] + 1\n".repeat(2000)}  x = = 1\n`,
      false,
    ],
  ])("%s", (_what, source, isValid) => {
    expect(refused(source) === null).toBe(isValid);
  });
});

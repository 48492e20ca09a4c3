import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { highlightPython } from "./highlight.ts";

const kindsOf = (source: string) =>
  highlightPython(source)
    .flat()
    .filter((token) => token.text.trim())
    .map((token) => `${token.kind}:${token.text.trim()}`);

describe("highlightPython", () => {
  test("tells keywords, builtins, strings, numbers and comments apart", () => {
    expect(kindsOf('x = len("a # b")  # why')).toEqual([
      "plain:x =",
      "builtin:len",
      "plain:(",
      'string:"a # b"',
      "plain:)",
      "comment:# why",
    ]);
    expect(kindsOf("if 0xff: pass")).toEqual(["keyword:if", "number:0xff", "plain::", "keyword:pass"]);
  });

  test("does not colour a keyword inside a name", () => {
    expect(kindsOf("format_is = island")).toEqual(["plain:format_is = island"]);
  });

  test("a string over several lines stays a string on each of them", () => {
    const lines = highlightPython('s = """a\nif\n"""\nx');
    expect(lines.map((line) => line.at(-1)?.kind)).toEqual(["string", "string", "string", "plain"]);
  });

  test("an unfinished string ends with its line", () => {
    expect(highlightPython("s = 'a\nif x").map((line) => line[0]?.kind)).toEqual(["plain", "keyword"]);
  });

  test("never drops or adds a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab'\"#\\\n 0.ef"), maxLength: 60 }), (source) => {
        const back = highlightPython(source)
          .map((line) => line.map((token) => token.text).join(""))
          .join("\n");
        expect(back).toBe(source);
      }),
    );
  });
});

import { describe, expect, it } from "@jest/globals";
import { classNames, codeLines, openBrackets, statementEnd } from "./source-lines.ts";

const program = `# a comment
class Box:
    pass

for i in range(3):
    if i:

        print(i)
    # inside
else:
    print("(")
table = [
    1,
  2,
]
print(table)`.split("\n");

describe("source lines", () => {
  it("finds the end of a block, with its else", () => {
    expect(statementEnd(program, 5)).toBe(11);
    expect(statementEnd(program, 2)).toBe(3);
  });

  it("finds the end of an open bracket", () => {
    expect(statementEnd(program, 12)).toBe(15);
    expect(statementEnd(program, 16)).toBe(16);
  });

  it("does not count brackets within strings and comments", () => {
    expect(openBrackets('print("(") # (')).toBe(0);
    expect(openBrackets("f([")).toBe(2);
  });

  it("lists lines with code and classes", () => {
    expect(codeLines(program)).toEqual([2, 3, 5, 6, 8, 10, 11, 12, 13, 14, 15, 16]);
    expect(classNames(program)).toEqual(new Set(["Box"]));
  });
});

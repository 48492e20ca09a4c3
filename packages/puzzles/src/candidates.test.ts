import { describe, expect, it } from "@jest/globals";
import { candidatesSchema } from "@pyrena/contracts";
import { candidates } from "./candidates.ts";

const source = `import sys
class Box:
    pass
kept = []
def fill():
    box = Box()
    kept.append(box)
fill()
print(sys.getrefcount(kept))
print(kept is kept[:])`;

describe("candidates", () => {
  const found = candidates(source, "3.13", "script");

  it("fit the contract", () => {
    expect(candidatesSchema.safeParse(found).error).toBeUndefined();
    expect(found.problems).toEqual([]);
    expect(found.output).toBe("2\nFalse\n");
  });

  it("offer every kind with its computed key", () => {
    const keys = found.candidates.map(({ prompt, answerText }) => `${prompt.code} ${answerText}`);
    expect(keys).toContain("refcount-printed 2");
    expect(keys).toContain("refcount-counted 1");
    expect(keys).toContain("identity-rows False");
    expect(keys).toContain("output-line 2");
    expect(keys).toContain("leak-alive Box #1");
    expect(keys).toContain("leak-keeper 7");
  });

  it("list the names of a line in its own scope, and how often it runs", () => {
    const line = found.lines.find((one) => one.line === 7);
    expect(line).toMatchObject({ executions: 1, names: expect.arrayContaining(["box", "kept"]) });
    expect(found.lines.find((one) => one.line === 4)?.names).not.toContain("box");
  });

  it("say what is wrong with the program instead", () => {
    const broken = candidates("a = [1\nb = 2", "3.13", "script");
    expect(broken.candidates).toEqual([]);
    expect(broken.problems).toMatchObject([{ code: "syntax-error" }]);
    expect(candidates("while 1:\n    pass", "3.13", "script").problems).toMatchObject([{ code: "endless" }]);
  });
});

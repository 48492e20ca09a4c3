import { describe, expect, test } from "@jest/globals";
import { pythonVersions } from "../python-version.ts";
import { countPoints } from "../testing/count-points.ts";

const loop = (times: number): string => `
import gc
gc.disable()
class A:
    def f(self, x): return x + 1
a = A()
for i in range(${times}):
    b = [a.f(i), {"k": i}, (i, i)]
`;

describe("without rules", () => {
  test.each(pythonVersions)("on %s work passes no point", (python) => {
    const few = countPoints(loop(3), python);
    const many = countPoints(loop(3000), python);
    expect(many.instructions).toBeGreaterThan(few.instructions + 30_000);
    expect({ ...many, instructions: 0 }).toEqual({ ...few, instructions: 0 });
    expect(many.ruled).toBe(0);
  });

  test("only sys.getrefcount and a collection look the model up", () => {
    const asked =
      "import gc, sys\ngc.disable()\na = []\nfor i in range(5): sys.getrefcount(a)\nfor i in range(7): gc.collect()\n";
    const idle = countPoints("import gc\ngc.disable()\n", "3.13");
    const { refcounts, collections } = countPoints(asked, "3.13");
    expect(refcounts).toBe(5);
    expect(collections).toBe(idle.collections + 7);
  });
});

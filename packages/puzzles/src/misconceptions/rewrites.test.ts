import { describe, expect, it } from "@jest/globals";
import { run } from "@pyrena/engine";
import { misconception } from "./catalogue.ts";
import { rewrites } from "./rewrites.ts";

/** A program, what CPython prints, and what somebody who holds the rule expects. */
const cases: readonly [id: string, source: string, right: string, expected: string][] = [
  ["M28", "import sys\na = []\nb = a\na = None\nprint(sys.getrefcount(b))", "2", "3"],
  ["M54", "import gc\na = []\na.append(a)\ngc.collect()\ndel a\nprint(gc.collect(0))", "0", "1"],
  [
    "M63",
    "class Door:\n    def __enter__(self): return self\n    def __exit__(self, *e): print('shut')\n    def __del__(self): print('gone')\nwith Door() as d:\n    print('in')\nprint('out')",
    "in\nshut\nout\ngone",
    "in\nshut\ngone\nout",
  ],
  ["M71", "import sys\nprint(sys.getsizeof([[]]) == sys.getsizeof([None]))", "True", "False"],
  [
    "M72",
    "import sys\nl = []\ns = set()\nfor i in range(9):\n    l.append(i)\n    s.add(sys.getsizeof(l))\nprint(len(s))",
    "3",
    "9",
  ],
  [
    "M73",
    "import sys\nl = []\ns = set()\nfor i in range(40):\n    l.append(i)\n    s.add(sys.getsizeof(l))\nprint(len(s))",
    "6",
    "7",
  ],
];

describe("rewritten programs", () => {
  it("exist for rules of the catalogue only, and each is tried here", () => {
    for (const id of Object.keys(rewrites)) expect(misconception(id).id).toBe(id);
    expect(cases.map(([id]) => id)).toEqual(Object.keys(rewrites));
  });

  it.each(cases)("%s prints what its holder expects", (id, source, right, expected) => {
    const rewritten = rewrites[id]?.(source) ?? "";
    expect(run(source, { python: "3.13" }).stdout.trim()).toBe(right);
    expect(run(rewritten, { python: "3.13" }).stdout.trim()).toBe(expected);
    // Places must stay where they are.
    expect(rewritten.split("\n").length).toBe(source.split("\n").length);
  });

  it.each(Object.keys(rewrites))("%s leaves a program alone that it says nothing about", (id) => {
    expect(rewrites[id]?.("print(1)\nx = 2\nprint(x)")).toBeNull();
  });
});

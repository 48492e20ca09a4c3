import { describe, expect, it } from "@jest/globals";

import { run } from "../engine.ts";
import type { PythonVersion } from "../python-version.ts";

const program = `
import sys
def room(l): return (sys.getsizeof(l) - 56) // 8
l, grown = [], []
for i in range(60):
    l.append(i)
    if not grown or grown[-1] != room(l): grown.append(room(l))
print(grown)
l, shrunk = list(range(40)), []
while l:
    l.pop()
    if not shrunk or shrunk[-1] != room(l): shrunk.append(room(l))
print(shrunk)
l = [0] * 40
for i in range(30): del l[0]
print(room(l), room(list(range(5))), room([*range(3), *range(40)]), room("a b".split()))
`;

/** Recorded from 3.8.18, 3.9.18, 3.12.1, 3.13.18 and 3.14.10. */
const recorded: readonly [PythonVersion, string, string, string][] = [
  ["3.8", "[4, 8, 16, 25, 35, 46, 58, 72]", "[40, 27, 19, 12, 8, 6, 5, 4, 0]", "19 5 54 12"],
  ["3.9", "[4, 8, 16, 24, 32, 40, 52, 64]", "[40, 24, 16, 12, 8, 4, 0]", "16 5 44 12"],
  ["3.12", "[4, 8, 16, 24, 32, 40, 52, 64]", "[40, 24, 16, 12, 8, 4, 0]", "16 6 44 3"],
  ["3.13", "[4, 8, 16, 24, 32, 40, 52, 64]", "[40, 24, 16, 12, 8, 4, 0]", "40 6 44 3"],
  ["3.14", "[4, 8, 16, 24, 32, 40, 52, 64]", "[40, 24, 0]", "24 6 44 3"],
];

describe("the room of a list", () => {
  it.each(recorded)("grows and shrinks as in %s", (python, grown, shrunk, others) => {
    expect(run(program, { python }).stdout).toBe(`${grown}\n${shrunk}\n${others}\n`);
  });
});

/** Memory pools: small blocks come in classes of 16 bytes, a freed block is the next one handed out. */
import { bankItem, lineOf, onceAt } from "../item.ts";

const classes = `import sys

def block(size):
    return (size + 15) // 16 * 16 if size <= 512 else size

spare = 0
for count in {{counts}}:
    size = sys.getsizeof(b"x" * count)
    spare += block(size) - size
print(spare)`;

export const sizeClasses = bankItem("size-classes", {
  kind: "output",
  title: "Bytes left over in the blocks",
  topic: "memory-pools",
  source: classes,
  python: "3.13",
  mode: "script",
  params: {
    counts: [
      "(2, 15)",
      "(10, 20)",
      "(0, 31)",
      "(7, 23, 600)",
      "(1, 479)",
      "(480, 2)",
      "(14, 30, 46)",
      "(5, 900)",
    ],
  },
  ask: { form: "number", at: onceAt(classes, "print(spare)") },
});

const reuse = `first = {{make}}
second = {{make}}
print(id(first) == id(second))
print(id({{make}}) == id({{make}}))
where = id(first)
{{release}}
third = {{make}}
print(id(third) == where)`;

export const blockReuse = bankItem("block-reuse", {
  kind: "identity",
  title: "The same block again",
  topic: "memory-pools",
  source: reuse,
  python: "3.13",
  mode: "script",
  params: {
    make: ["[1]", "{'a': 1}", "[7, 8]"],
    release: ["del first", "first = None", "first = second", "kept = first; del first"],
  },
  ask: {
    rows: [
      "print(id(first) == id(second))",
      "print(id({{make}}) == id({{make}}))",
      "print(id(third) == where)",
    ].map((text) => ({ line: lineOf(reuse, text), occurrence: 1 })),
  },
});

/** Dynamic allocation: a list grows in steps, holds references and not the things themselves. */
import { bankItem, onceAt } from "../item.ts";

const steps = `import sys

basket = []
size = sys.getsizeof(basket)
moved = 0
for fruit in range({{n}}):
    basket.append(fruit)
    if sys.getsizeof(basket) > size:
        size = sys.getsizeof(basket)
        moved += 1
print(moved)`;

export const growthSteps = bankItem("growth-steps", {
  kind: "output",
  title: "How often does the list grow?",
  topic: "dynamic-allocation",
  source: steps,
  python: "3.13",
  mode: "script",
  params: { n: ["4", "5", "8", "9", "12", "16", "17", "20", "24", "25", "30", "33", "40", "41"] },
  ask: { form: "number", at: onceAt(steps, "print(moved)") },
});

const shallow = `import sys

empty = sys.getsizeof([])
letter = "x" * {{n}}
row = [letter, letter, {{third}}]
{{step}}
print(sys.getsizeof(row) - empty)`;

export const shallowSize = bankItem("shallow-size", {
  kind: "output",
  title: "How heavy is the list itself?",
  topic: "dynamic-allocation",
  source: shallow,
  python: "3.13",
  mode: "script",
  params: {
    n: ["1000"],
    third: ["letter * 2", "[letter] * 50", "None"],
    step: ["pass", "row = row[:2]", "row = row + row", "row.append(letter)", "row[0] = letter * 9"],
  },
  ask: { form: "number", at: onceAt(shallow, "print(sys.getsizeof(row) - empty)") },
});

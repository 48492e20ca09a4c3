/** The cycle collector: two nodes that point at each other are not garbage while a name still reaches them. */
import { bankItem, lineOf, onceAt } from "../item.ts";

const nodes = `import gc

class Node:
    def __init__(self):
        self.friend = None

gc.disable()
{{a}} = Node()
{{b}} = Node()
{{a}}.friend = {{b}}
{{link}}
{{release}}
print(gc.collect())`;

export const twoNodes = bankItem("two-nodes", {
  kind: "output",
  title: "Two nodes, pointing at each other",
  topic: "cycle-collector",
  source: nodes,
  python: "3.13",
  mode: "script",
  params: {
    a: ["left"],
    b: ["right"],
    link: ["{{b}}.friend = {{a}}", "{{b}}.friend = {{b}}"],
    release: [
      "del {{a}}",
      "del {{b}}",
      "del {{a}}, {{b}}",
      "{{a}} = {{b}} = None",
      "{{a}} = {{b}}.friend; del {{b}}",
    ],
  },
  ask: { form: "number", at: onceAt(nodes, "print(gc.collect())") },
});

const rings = `import gc
gc.disable()
gc.collect()

def ring(size):
    lists = [[] for _ in range(size)]
    for i in range(size):
        lists[i].append(lists[i - 1])
        {{extra}}

for size in {{sizes}}:
    ring(size)
print(gc.collect())`;

export const ringsCollected = bankItem("rings-collected", {
  kind: "output",
  title: "What does gc.collect() return?",
  topic: "gc-collect",
  source: rings,
  python: "3.13",
  mode: "script",
  params: {
    sizes: ["(3, 2)", "(1, 4)", "(2, 2, 2)", "(5,)", "(1, 1, 1)"],
    extra: ["pass", "lists[i].append([])", "lists[i].append('x')"],
  },
  ask: { form: "number", at: onceAt(rings, "print(gc.collect())") },
});

const shelves = `import gc
gc.disable()

loop = []
loop.append(loop)
{{before}}
del loop
new = []
new.append(new)
{{middle}}
print(gc.collect({{generation}}))
print(gc.collect())`;

export const youngAndOld = bankItem("young-and-old", {
  kind: "output",
  title: "A collection of the young",
  topic: "gc-collect",
  source: shelves,
  python: "3.13",
  mode: "script",
  params: {
    before: ["gc.collect()", "gc.collect(0)", "pass"],
    middle: ["del new", "new = None", "pass"],
    generation: ["0", "1"],
  },
  ask: { form: "lines" },
});

const inTheRing = `import gc
gc.disable()

hub = []
spokes = [[hub] for _ in range({{n}})]
hub.extend(spokes)
{{step}}
print(len(hub))`;

export const countInACycle = bankItem("count-in-a-cycle", {
  kind: "refcount",
  title: "Count inside a wheel",
  topic: "cycle-collector",
  source: inTheRing,
  python: "3.13",
  mode: "script",
  params: {
    n: ["2", "3", "4"],
    step: ["del spokes", "spokes.pop()", "hub.pop()", "spokes[0].clear()", "hub.append(hub)"],
  },
  ask: {
    form: "counted",
    name: "hub",
    place: { line: lineOf(inTheRing, "{{step}}"), occurrence: 1, when: "after" },
  },
});

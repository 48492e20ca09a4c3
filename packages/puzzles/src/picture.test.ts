import { describe, expect, it } from "@jest/globals";
import { heapPictureSchema, type PictureObject } from "@pyrena/contracts";
import { bank } from "./bank/index.ts";
import { examine } from "./examine.ts";
import { fill } from "./fill.ts";
import { drawHeap } from "./picture.ts";

const program = `import weakref

class Box:
    pass

def make():
    inner = Box()
    def peek():
        return inner
    return peek

def walk(box):
    yield box

peek = make()
box = Box()
box.lid = [1, "two"]
watch = weakref.ref(box)
steps = walk(box)
next(steps)
loop = []
loop.append(loop)
del loop
pass`;

function picture(source: string, line: number) {
  const examined = examine({ source, python: "3.13", mode: "script" });
  if (!examined.ok) throw new Error(JSON.stringify(examined.problems));
  return drawHeap(examined.subject, { line, occurrence: 1, when: "after" }, null);
}

/** Classes, functions and cells are held by the interpreter in ways a picture spares. */
function isPlain({ type }: PictureObject): boolean {
  return !/^(function|type|cell)$/.test(type);
}

describe("the heap picture", () => {
  const drawn = picture(program, 24);
  const titles = drawn?.frames.map((frame) => `${frame.kind} ${frame.title}`);

  it("shows what variables lead to, through closures and paused generators, and what waits for the collector", () => {
    expect(titles).toEqual(["module __main__", "generator walk"]);
    const objects = drawn?.objects.map(({ type, state }) => `${type} ${state}`).sort();
    expect(objects).toEqual([
      "Box alive",
      "Box alive",
      "ReferenceType alive",
      "cell alive",
      "function alive",
      "generator alive",
      "list alive",
      "list unreachable",
      "tuple alive",
    ]);
  });

  it("writes plain values into their slots and draws a weak reference as such", () => {
    const list = drawn?.objects.find((object) => object.type === "list" && object.state === "alive");
    expect(list?.slots.map((slot) => slot.text)).toEqual(["1", "'two'"]);
    expect(drawn?.edges.filter((edge) => edge.kind === "weak")).toHaveLength(1);
  });

  it.each(bank.map((item) => [item.slug, item.draft] as const))(
    "has as many arrow heads as the badge says: %s",
    (_slug, draft) => {
      const filled = fill(draft, "7");
      if (!filled.ok) throw new Error("not filled");
      const examined = examine(filled.draft);
      if (!examined.ok) throw new Error(JSON.stringify(examined.problems));
      const { subject } = examined;
      for (const { range, occurrence } of subject.steps.filter((_, index) => index % 5 === 0).slice(0, 12)) {
        const heap = drawHeap(subject, { line: range.lineno, occurrence, when: "after" }, null);
        expect(heapPictureSchema.safeParse(heap).error).toBeUndefined();
        for (const object of heap?.objects.filter(isPlain) ?? []) {
          const heads = heap?.edges.filter((edge) => edge.to === object.id && edge.ordinal !== null) ?? [];
          const { id, type, count } = object;
          if (count !== "immortal")
            expect({ id, type, heads: heads.length }).toEqual({ id, type, heads: count });
        }
      }
    },
  );
});

import { expect, test } from "@jest/globals";
import type { HeapPicture } from "@pyrena/contracts";
import { wallScene } from "./wall.ts";

/** A chain of lists, each in the only slot of the one before; the last one is asked about. */
function chain(length: number): HeapPicture {
  const objects = Array.from({ length }, (_, index) => ({
    id: `o${index}`,
    type: "list",
    number: index + 1,
    count: 1,
    text: null,
    slots: [{ id: `s${index}`, name: "[0]", text: null }],
    state: "alive" as const,
    bornLine: 1,
    isAsked: index === length - 1,
  }));
  const from = (index: number) => (index === 0 ? "name" : `s${index - 1}`);
  return {
    frames: [
      { id: "m", kind: "module", title: "module", line: 1, slots: [{ id: "name", name: "a", text: null }] },
    ],
    objects,
    edges: objects.map((object, index) => ({
      from: from(index),
      to: object.id,
      kind: "counted" as const,
      ordinal: 1,
      line: 1,
    })),
    folded: 0,
  };
}

test("a small picture stays whole", () => {
  expect(wallScene(chain(2))).toMatchObject({ folded: 0 });
});

test("a long chain gives up its far end, not the asked object", () => {
  const scene = wallScene(chain(20));
  expect(scene.objects.some((object) => object.isAsked)).toBe(true);
  expect(scene.objects.length + scene.folded).toBe(20);
  expect(scene.objects.length).toBeLessThan(9);
});

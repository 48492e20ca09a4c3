import { describe, expect, test } from "@jest/globals";
import type { HeapPicture, PictureEdge, PictureObject, PictureSlot } from "@pyrena/contracts";
import fc from "fast-check";
import { foldPicture } from "./fold.ts";
import { layout } from "./layout.ts";
import type { SceneBox } from "./scene.ts";

const slot = (id: string): PictureSlot => ({ id, name: id, text: null });

function object(number: number, count: number, slots: string[] = [], isAsked = false): PictureObject {
  return {
    id: `o${number}`,
    type: "list",
    number,
    count,
    text: null,
    slots: slots.map(slot),
    state: "alive",
    bornLine: 1,
    isAsked,
  };
}

function counted(from: string, to: string, ordinal: number): PictureEdge {
  return { from, to, kind: "counted", ordinal, line: 1 };
}

function module(names: string[]): HeapPicture["frames"][number] {
  return { id: "module", kind: "module", title: "module", line: 3, slots: names.map(slot) };
}

/** `a = []; b = a`, then a node of a cycle that nothing else holds. */
const twoNames: HeapPicture = {
  frames: [module(["a", "b"])],
  objects: [object(1, 2, [], true), object(2, 1, ["o2.next"]), object(3, 1, ["o3.next"])],
  edges: [
    counted("a", "o1", 1),
    counted("b", "o1", 2),
    counted("o2.next", "o3", 1),
    counted("o3.next", "o2", 1),
  ],
  folded: 0,
};

function overlap(a: SceneBox, b: SceneBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe("layout", () => {
  test("frames stand left of every object", () => {
    const scene = layout(twoNames);
    const edge = Math.max(...scene.frames.map((frame) => frame.x + frame.width));
    expect(scene.objects.every((box) => box.x > edge)).toBe(true);
  });

  test("the count on the badge is the number of counted heads at the box", () => {
    const scene = layout(twoNames);
    for (const box of scene.objects) {
      const heads = scene.arrows.filter((arrow) => arrow.to === box.id && arrow.kind === "counted");
      expect(heads).toHaveLength(Number(box.count));
      expect(new Set(heads.map((arrow) => arrow.ordinal)).size).toBe(heads.length);
    }
  });

  test("an arrow starts in its slot and ends on the border of its box", () => {
    for (const arrow of layout(twoNames).arrows) {
      const scene = layout(twoNames);
      const box = scene.objects.find(({ id }) => id === arrow.to)!;
      const from = [...scene.frames, ...scene.objects]
        .flatMap((other) => other.slots)
        .find(({ id }) => id === arrow.from)!;
      const [start, , , head] = arrow.curve;
      expect(start).toEqual(from.port);
      expect([box.x, box.x + box.width]).toContain(head.x);
      expect(head.y).toBeGreaterThanOrEqual(box.y);
      expect(head.y).toBeLessThanOrEqual(box.y + box.height);
    }
  });

  test("a cycle that no name reaches is drawn too, its way back on the right", () => {
    const scene = layout(twoNames);
    const back = scene.arrows.find((arrow) => arrow.from === "o3.next")!;
    const target = scene.objects.find(({ id }) => id === "o2")!;
    expect(back.curve[3].x).toBe(target.x + target.width);
  });

  test("no two boxes overlap and everything is inside the frame of the picture", () => {
    fc.assert(
      fc.property(randomPicture, (picture) => {
        const scene = layout(picture);
        const boxes = [...scene.frames, ...scene.objects];
        expect(scene.objects).toHaveLength(picture.objects.length);
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(scene.width);
          expect(box.y + box.height).toBeLessThanOrEqual(scene.height);
        }
        expect(scene.arrows).toHaveLength(picture.edges.length);
      }),
      { numRuns: 60 },
    );
  });

  test("heads at one box stand apart", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const picture: HeapPicture = {
      frames: [module(names)],
      objects: [object(1, names.length, [], true)],
      edges: names.map((name, index) => counted(name, "o1", index + 1)),
      folded: 0,
    };
    const heights = layout(picture).arrows.map((arrow) => arrow.curve[3].y);
    expect(new Set(heights).size).toBe(names.length);
  });

  test("an empty picture is an empty scene", () => {
    expect(layout({ frames: [], objects: [], edges: [], folded: 0 })).toMatchObject({
      frames: [],
      objects: [],
      arrows: [],
    });
  });
});

describe("foldPicture", () => {
  test("keeps the asked object and its neighbours, and says how many it left out", () => {
    const objects = Array.from({ length: 12 }, (_, index) =>
      object(index + 1, 1, [`s${index + 1}`], index === 6),
    );
    const edges = objects.slice(1).map((box, index) => counted(`s${index + 1}`, box.id, 1));
    const folded = foldPicture({ frames: [], objects, edges, folded: 2 }, 3);
    expect(folded.objects.map((box) => box.number)).toEqual([6, 7, 8]);
    expect(folded.folded).toBe(2 + 9);
    expect(folded.edges.map((edge) => edge.to)).toEqual(["o7", "o8"]);
  });
});

const randomPicture: fc.Arbitrary<HeapPicture> = fc
  .record({
    names: fc.integer({ min: 0, max: 5 }),
    sizes: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 25 }),
  })
  .map(({ names, sizes, picks }) => {
    const nameIds = Array.from({ length: names }, (_, index) => `n${index}`);
    const objects = sizes.map((size, index) =>
      object(
        index + 1,
        0,
        Array.from({ length: size }, (_, at) => `o${index + 1}s${at}`),
      ),
    );
    const slots = [...nameIds, ...objects.flatMap((box) => box.slots.map(({ id }) => id))];
    const used = new Set<string>();
    const edges = picks.flatMap(([from, to]) => {
      const start = slots[from % Math.max(1, slots.length)];
      const end = objects[to % Math.max(1, objects.length)];
      if (!start || !end || used.has(start)) return [];
      used.add(start);
      return [counted(start, end.id, 1)];
    });
    return { frames: [module(nameIds)], objects, edges, folded: 0 };
  });

/** Where arrows run: out of a slot to the right, into the near side of a box, heads apart so that they can be counted. */
import type { PictureEdge } from "@pyrena/contracts";
import type { Point, SceneArrow, SceneBox } from "./scene.ts";

/** Room for the ordinal that stands at a head. */
const HEAD_GAP = 19;
const BULGE = 40;
/** A single head points at the title. */
const HEADER = 34;

interface Run {
  readonly edge: PictureEdge;
  readonly start: Point;
  readonly source: SceneBox;
  readonly target: SceneBox;
  /** Backwards arrows arrive from the right, where the source's column is. */
  readonly side: "left" | "right";
}

export function arrowsOf(
  edges: readonly PictureEdge[],
  frames: readonly SceneBox[],
  objects: readonly SceneBox[],
): SceneArrow[] {
  const runs = edges.flatMap((edge) => runOf(edge, frames, objects) ?? []);
  return objects.flatMap((target) =>
    (["left", "right"] as const).flatMap((side) => {
      const arriving = runs
        .filter((run) => run.target.id === target.id && run.side === side)
        .sort((a, b) => a.start.y - b.start.y || (a.edge.ordinal ?? 0) - (b.edge.ordinal ?? 0));
      return arriving.map((run, index) => toArrow(run, headAt(target, side, index, arriving.length)));
    }),
  );
}

function runOf(edge: PictureEdge, frames: readonly SceneBox[], objects: readonly SceneBox[]): Run | null {
  const target = objects.find((object) => object.id === edge.to);
  const source = [...frames, ...objects].find((box) => box.slots.some((slot) => slot.id === edge.from));
  const start = source?.slots.find((slot) => slot.id === edge.from)?.port;
  if (!target || !source || !start) return null;
  return { edge, start, source, target, side: source.x + source.width < target.x ? "left" : "right" };
}

/** Heads are spread over the side of the box, inside its corners. */
function headAt(target: SceneBox, side: "left" | "right", index: number, of: number): Point {
  const gap = Math.min(HEAD_GAP, target.height / of);
  const middle = of === 1 ? Math.min(target.height / 2, HEADER / 2) : target.height / 2;
  const first = target.y + middle - ((of - 1) * gap) / 2;
  return { x: side === "left" ? target.x : target.x + target.width, y: first + index * gap };
}

function toArrow({ edge, start, source, side }: Run, head: Point): SceneArrow {
  const { from, to, kind, ordinal, line } = edge;
  const reach = side === "left" ? Math.max(BULGE, (head.x - start.x) / 2) : BULGE;
  const outer = Math.max(source.x + source.width, head.x) + BULGE;
  const curve: SceneArrow["curve"] =
    side === "left"
      ? [start, { x: start.x + reach, y: start.y }, { x: head.x - reach, y: head.y }, head]
      : [start, { x: outer, y: start.y }, { x: outer, y: head.y }, head];
  return { from, to, kind, ordinal, line, curve };
}

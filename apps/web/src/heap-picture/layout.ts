/**
 * From a heap picture to a scene: frames stand left, objects right of them in columns by how many arrows lead there.
 * Pure arithmetic in an abstract unit (one unit is one CSS pixel at scale 1), so it is tested on numbers.
 */
import type { HeapPicture, PictureFrame, PictureObject, PictureSlot } from "@pyrena/contracts";
import { arrowsOf } from "./arrows.ts";
import { ownersOfSlots } from "./fold.ts";
import type { Scene, SceneBox, SceneFrame, SceneObject, SceneSlot } from "./scene.ts";

const ROW = 26;
const HEADER = 34;
const PADDING = 10;
const GAP_Y = 22;
const GAP_X = 62;
const MARGIN = 14;
/** Width of one character of the monospace face at the drawing's 14 units. */
const GLYPH = 8.45;
const BADGE = 44;
/** A box is at least as tall as the heads that arrive at it, so that their numbers can be read. */
const HEAD_ROOM = 19;
const NARROWEST = 88;
const WIDEST = 220;

export function layout(picture: HeapPicture): Scene {
  const frames = placeFrames(picture.frames);
  const columns = columnsOf(picture);
  const objects: SceneObject[] = [];
  let x = MARGIN + widthOf(frames) + GAP_X;
  for (const column of columns) {
    const placed = placeColumn(column, x, [...frames, ...objects], picture);
    objects.push(...placed);
    x += widthOf(placed) + GAP_X;
  }
  const arrows = arrowsOf(picture.edges, frames, objects);
  const reach = arrows.flatMap(({ curve }) => curve.map((point) => point.x));
  const boxes = [...frames, ...objects];
  return {
    width: Math.max(0, ...boxes.map((box) => box.x + box.width), ...reach) + MARGIN,
    height: Math.max(0, ...boxes.map((box) => box.y + box.height)) + MARGIN,
    frames,
    objects,
    arrows,
    folded: picture.folded,
  };
}

function placeFrames(frames: readonly PictureFrame[]): SceneFrame[] {
  const shown = frames.filter((frame) => frame.slots.length > 0);
  const width = Math.max(
    NARROWEST,
    ...shown.map((frame) => textWidth(frame.title)),
    ...shown.flatMap((frame) => frame.slots.map(slotWidth)),
  );
  let y = MARGIN;
  return shown.map((frame) => {
    const height = HEADER + frame.slots.length * ROW + PADDING;
    const box = {
      id: frame.id,
      kind: frame.kind,
      title: frame.title,
      x: MARGIN,
      y,
      width: clampWidth(width),
      height,
    };
    y += height + GAP_Y;
    return { ...box, slots: placeSlots(frame.slots, box, 0) };
  });
}

/** Objects by distance from the frames; what no frame reaches (a cut-off island) starts again beside them. */
function columnsOf(picture: HeapPicture): readonly (readonly PictureObject[])[] {
  const byNumber = [...picture.objects].sort((a, b) => a.number - b.number);
  const depth = new Map<string, number>();
  const owner = ownersOfSlots(picture.objects);
  const targetsOf = (id: string | undefined) =>
    picture.edges.filter((edge) => owner.get(edge.from) === id).map((edge) => edge.to);
  const spread = (roots: readonly string[]) => {
    let ring = roots.filter((id) => !depth.has(id));
    for (let level = 1; ring.length > 0; level += 1) {
      for (const id of ring) if (!depth.has(id)) depth.set(id, level);
      ring = [...new Set(ring.flatMap(targetsOf))].filter((id) => !depth.has(id));
    }
  };
  spread(targetsOf(undefined));
  for (const object of byNumber) spread([object.id]);

  const columns: PictureObject[][] = [];
  for (const object of byNumber) {
    const index = (depth.get(object.id) ?? 1) - 1;
    while (columns.length <= index) columns.push([]);
    columns[index]?.push(object);
  }
  return columns.filter((column) => column.length > 0);
}

/** A column from top to bottom in the order of what points into it, each as near to its arrows as there is room. */
function placeColumn(
  column: readonly PictureObject[],
  x: number,
  placed: readonly SceneBox[],
  picture: HeapPicture,
): SceneObject[] {
  const width = clampWidth(Math.max(NARROWEST, ...column.map(objectWidth)));
  const wish = new Map(column.map((object) => [object.id, wishedTop(object, placed, picture)]));
  const ordered = [...column].sort(
    (a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0) || a.number - b.number,
  );
  let free = MARGIN;
  return ordered.map((object) => {
    const rows = object.slots.length + (object.text === null ? 0 : 1);
    const arrivals = picture.edges.filter((edge) => edge.to === object.id).length;
    const height = Math.max(HEADER + rows * ROW + (rows > 0 ? PADDING : 0), arrivals * HEAD_ROOM + PADDING);
    const y = Math.max(free, (wish.get(object.id) ?? MARGIN) - HEADER / 2);
    free = y + height + GAP_Y;
    const { id, count, text, state, isAsked } = object;
    const box = {
      id,
      x,
      y,
      width,
      height,
      title: `${object.type} #${object.number}`,
      count,
      text,
      state,
      isAsked,
    };
    return { ...box, slots: placeSlots(object.slots, box, text === null ? 0 : ROW) };
  });
}

/** The mean height of the arrows that come from what is already drawn. */
function wishedTop(object: PictureObject, placed: readonly SceneBox[], picture: HeapPicture): number {
  const ports = new Map(placed.flatMap((box) => box.slots.map((slot) => [slot.id, slot.port.y] as const)));
  const heights = picture.edges.flatMap((edge) =>
    edge.to === object.id ? (ports.get(edge.from) ?? []) : [],
  );
  if (heights.length === 0) return lowestOf(placed);
  return heights.reduce((sum, height) => sum + height, 0) / heights.length;
}

/** What nothing points to yet stands below what something does. */
function lowestOf(placed: readonly SceneBox[]): number {
  return Math.max(MARGIN, ...placed.map((box) => box.y));
}

function placeSlots(
  slots: readonly PictureSlot[],
  box: { readonly x: number; readonly y: number; readonly width: number },
  skip: number,
): SceneSlot[] {
  return slots.map((slot, index) => {
    const y = box.y + HEADER + skip + index * ROW + ROW / 2;
    return { id: slot.id, name: slot.name, text: slot.text, y, port: { x: box.x + box.width - PADDING, y } };
  });
}

function widthOf(boxes: readonly SceneBox[]): number {
  return Math.max(0, ...boxes.map((box) => box.width));
}

function objectWidth(object: PictureObject): number {
  const header = textWidth(`${object.type} #${object.number}`) + BADGE;
  return Math.max(header, textWidth(object.text ?? ""), ...object.slots.map(slotWidth));
}

function slotWidth(slot: PictureSlot): number {
  return textWidth(slot.name) + (slot.text === null ? 3 * PADDING : textWidth(slot.text));
}

function textWidth(text: string): number {
  return text.length * GLYPH + 2 * PADDING;
}

function clampWidth(width: number): number {
  return Math.min(WIDEST, width);
}

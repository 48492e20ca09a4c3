/** Frames of a picture: the module, running calls, paused generators, the hands, and what is hidden. */
import type { PictureFrame } from "@pyrena/contracts";
import type { Edge } from "@pyrena/engine";
import { lineOrNull } from "./holders.ts";
import { type Drawing, isNamed, slotsOf } from "./picture-slots.ts";

const MAX_NAMES = 24;

/** The module first, calls below it, and the hands that hold temporaries last. */
export function framesOf(drawing: Drawing): PictureFrame[] {
  const { snapshot } = drawing;
  const globals = snapshot.edges.filter(
    (edge) =>
      edge.owner.kind === "object" &&
      edge.owner.id === drawing.namespaces.globals &&
      edge.slot.kind === "value" &&
      isNamed(drawing, edge),
  );
  const module = snapshot.frames.find((frame) => frame.name === "<module>");
  const frames: PictureFrame[] = [
    {
      id: "module",
      kind: "module",
      title: "__main__",
      line: lineOrNull(module?.line ?? 0),
      slots: slotsOf(drawing, "module", globals, MAX_NAMES),
    },
  ];
  for (const { id, name, line } of snapshot.frames) {
    if (name === "<module>") continue;
    const slots = slotsOf(drawing, `f${id}`, localsOf(drawing, id), MAX_NAMES);
    frames.push({ id: `f${id}`, kind: "function", title: name.slice(0, 200), line: lineOrNull(line), slots });
  }
  frames.push(...pausedFrames(drawing));
  const held = snapshot.edges.filter(
    (edge) => (edge.slot.kind === "stack" || edge.owner.kind === "native") && drawing.shown.has(edge.target),
  );
  if (held.length > 0) {
    const slots = slotsOf(drawing, "hands", held, MAX_NAMES);
    frames.push({ id: "hands", kind: "stack", title: "", line: null, slots });
  }
  return frames.slice(0, 40);
}

/**
 * Counted references from where nothing is drawn, so that the number on each box is the number of arrow heads at it.
 * Classes and functions are spared: the interpreter holds them in many ways.
 */
export function hiddenHolders(drawing: Drawing): PictureFrame[] {
  const { snapshot, shown, ordinals, edges } = drawing;
  const drawn = new Set(edges.map((edge) => `${edge.to} ${edge.ordinal}`));
  const missing = snapshot.edges.filter(
    (edge) =>
      edge.isCounted &&
      shown.has(edge.target) &&
      !/^(function|type|cell)$/.test(snapshot.objects.get(edge.target)?.typeName ?? "") &&
      !drawn.has(`o${edge.target} ${ordinals.get(edge)}`),
  );
  if (missing.length === 0) return [];
  const slots = slotsOf(drawing, "hidden", missing, MAX_NAMES).map((slot, index) => {
    const edge = missing[index];
    const holder = edge === undefined ? undefined : drawing.holderOf(edge);
    return holder === undefined ? slot : { ...slot, name: holder.slice(0, 60) };
  });
  return [{ id: "hidden", kind: "hidden", title: "", line: null, slots }];
}

function localsOf(drawing: Drawing, frame: number): Edge[] {
  return drawing.snapshot.edges.filter(
    (edge) =>
      edge.owner.kind === "frame" &&
      edge.owner.id === frame &&
      edge.slot.kind === "local" &&
      isNamed(drawing, edge),
  );
}

/** A frame that holds something and does not run is that of a paused generator. */
function pausedFrames(drawing: Drawing): PictureFrame[] {
  const running = new Set(drawing.snapshot.frames.map((frame) => frame.id));
  const holding = drawing.snapshot.edges.flatMap(({ owner, slot }) =>
    owner.kind === "frame" && slot.kind === "local" && !running.has(owner.id) ? [owner.id] : [],
  );
  return [...new Set(holding)].flatMap((id): PictureFrame[] => {
    const slots = slotsOf(drawing, `f${id}`, localsOf(drawing, id), MAX_NAMES);
    const title = (drawing.frameNames.get(id) ?? "").slice(0, 200);
    return slots.length === 0 ? [] : [{ id: `f${id}`, kind: "generator", title, line: null, slots }];
  });
}

/** The heap at one moment as a picture: frames with slots, the program's own objects, arrows with their ordinals. */
import type {
  HeapPicture,
  PictureEdge,
  PictureFrame,
  PictureObject,
  PictureSlot,
  Place,
} from "@pyrena/contracts";
import type { Edge, ObjectId, ObjectRecord, SlotName, Snapshot } from "@pyrena/engine";
import type { Subject } from "./examine.ts";
import { lineOrNull } from "./holders.ts";
import { attributeOf, type Namespaces, namespacesOf, unquoted, variableName } from "./namespaces.ts";
import { ATOMS, shownObjects } from "./picture-objects.ts";
import { reachable } from "./survivors.ts";

const MAX_SLOTS = 8;

export function drawHeap(subject: Subject, place: Place, asked: ObjectId | null): HeapPicture | null {
  const step = subject.recorded.stepAt(place);
  if (step === null) return null;
  const { recorded } = subject;
  const frameNames = new Map(
    recorded.trace.events.flatMap((event) =>
      event.type === "frame-push" ? [[event.frame, event.name] as const] : [],
    ),
  );
  const holderOf = ({ target, order }: Edge) => {
    const { edges } = snapshot;
    const before = edges.filter((edge) => edge.target === target && edge.isCounted && edge.order < order);
    return recorded.explain(target, step, place.when)?.counted[before.length]?.text;
  };
  const snapshot = recorded.snapshot(step, place.when);
  return draw(snapshot, { namespaces: namespacesOf(recorded), holderOf, frameNames }, asked);
}

interface Names {
  readonly namespaces: Namespaces;
  /** The engine's words for a holder. */
  readonly holderOf: (edge: Edge) => string | undefined;
  readonly frameNames: ReadonlyMap<number, string>;
}

function draw(snapshot: Snapshot, names: Names, asked: ObjectId | null): HeapPicture {
  const { namespaces } = names;
  const reached = reachable(snapshot, namespaces.globals, () => false);
  const { shown, folded } = shownObjects(snapshot, { namespaces, asked, reached });
  const drawing: Drawing = { ...names, snapshot, shown, ordinals: ordinalsOf(snapshot), edges: [] };
  const numbers = new Map<string, number>();
  const objects = [...shown].flatMap((id) => {
    const record = snapshot.objects.get(id);
    if (record === undefined) return [];
    const number = (numbers.get(record.typeName) ?? 0) + 1;
    numbers.set(record.typeName, number);
    return [boxOf(drawing, record, { number, isAsked: id === asked, isReached: reached.has(id) })];
  });
  const frames = [...framesOf(drawing), ...hiddenHolders(drawing)];
  return { frames, objects, edges: drawing.edges.slice(0, 400), folded };
}

interface Drawing extends Names {
  readonly snapshot: Snapshot;
  readonly shown: ReadonlySet<ObjectId>;
  readonly ordinals: ReadonlyMap<Edge, number>;
  /** Filled while slots are drawn. */
  readonly edges: PictureEdge[];
}

/** The how-manieth counted reference of its target each edge is, in order of arrival. */
function ordinalsOf({ edges }: Snapshot): Map<Edge, number> {
  const ordinals = new Map<Edge, number>();
  const counts = new Map<ObjectId, number>();
  for (const edge of edges) {
    if (!edge.isCounted) continue;
    const ordinal = (counts.get(edge.target) ?? 0) + 1;
    counts.set(edge.target, ordinal);
    ordinals.set(edge, ordinal);
  }
  return ordinals;
}

interface BoxFacts {
  readonly number: number;
  readonly isAsked: boolean;
  readonly isReached: boolean;
}

function boxOf(
  drawing: Drawing,
  record: ObjectRecord,
  { number, isAsked, isReached }: BoxFacts,
): PictureObject {
  const { id, typeName, refcnt, bornAtLine } = record;
  const text = functionName(drawing, id) ?? record.text;
  const owned = drawing.snapshot.edges.filter((edge) => ownsSlot(drawing, id, edge));
  const slots = slotsOf(drawing, `o${id}`, owned);
  slots.push(...weakSlots(drawing, id));
  return {
    id: `o${id}`,
    type: typeName.slice(0, 200),
    number,
    count: refcnt ?? "immortal",
    // A text such as `<list>` says no more than the type.
    text: text.startsWith("<") ? null : text.slice(0, 60),
    slots,
    state: isReached ? "alive" : "unreachable",
    bornLine: lineOrNull(bornAtLine),
    isAsked,
  };
}

/** A function is known by its name. */
function functionName({ snapshot }: Drawing, id: ObjectId): string | null {
  if (snapshot.objects.get(id)?.typeName !== "function") return null;
  const name = snapshot.edges.find(
    ({ owner, slot }) =>
      owner.kind === "object" && owner.id === id && slot.kind === "part" && slot.name === "__name__",
  );
  const text = name === undefined ? undefined : snapshot.objects.get(name.target)?.text;
  return text === undefined ? null : `${unquoted(text)}()`;
}

/** Slots worth drawing: those that lead to a drawn object, and plain values that are no internals. */
function ownsSlot({ namespaces, shown, snapshot }: Drawing, id: ObjectId, edge: Edge): boolean {
  const { owner, slot, target } = edge;
  if (owner.kind !== "object") return false;
  if ((namespaces.owners.get(owner.id) ?? owner.id) !== id) return false;
  if (slot.kind === "part" && /^(type|__class__|__dict__)$/.test(slot.name)) return false;
  if (shown.has(target)) return true;
  const isValue = ATOMS.has(snapshot.objects.get(target)?.typeName ?? "");
  const isInternal = slot.kind === "part" || slot.kind === "key" || isDunder(slotText(slot));
  return !isInternal && (isValue || namespaces.owners.get(owner.id) === undefined);
}

function isDunder(name: string): boolean {
  return /^\[?'?__\w+__'?\]?$/.test(name);
}

function slotsOf(drawing: Drawing, owner: string, edges: readonly Edge[]): PictureSlot[] {
  const slots = edges.slice(0, MAX_SLOTS).map((edge, index) => {
    const id = `${owner}.${index}`;
    const isDrawn = drawing.shown.has(edge.target);
    if (isDrawn) drawing.edges.push(arrow(drawing, id, edge));
    const text = isDrawn ? null : (drawing.snapshot.objects.get(edge.target)?.text ?? "").slice(0, 60);
    return { id, name: slotLabel(drawing, edge), text };
  });
  const rest = edges.length - slots.length;
  return rest === 0 ? slots : [...slots, { id: `${owner}.rest`, name: `+${rest}`, text: "…" }];
}

function arrow({ ordinals }: Drawing, from: string, edge: Edge): PictureEdge {
  const isTemporary = edge.slot.kind === "stack" || edge.owner.kind === "native";
  return {
    from,
    to: `o${edge.target}`,
    kind: !edge.isCounted ? "borrowed" : isTemporary ? "temporary" : "counted",
    ordinal: ordinals.get(edge) ?? null,
    line: lineOrNull(edge.line),
  };
}

function weakSlots({ snapshot, shown, edges }: Drawing, ref: ObjectId): PictureSlot[] {
  return snapshot.weak
    .filter((edge) => edge.ref === ref)
    .map(({ target }, index) => {
      const id = `o${ref}.w${index}`;
      if (target !== null && shown.has(target)) {
        edges.push({ from: id, to: `o${target}`, kind: "weak", ordinal: null, line: null });
      }
      return { id, name: "weak", text: target === null ? "None" : null };
    });
}

/** A variable or attribute by its name, an item or value by its place. */
function slotLabel({ namespaces }: Drawing, edge: Edge): string {
  const name = variableName(edge, namespaces) ?? attributeOf(edge, namespaces)?.name;
  return name?.slice(0, 60) ?? slotText(edge.slot);
}

function slotText(slot: SlotName): string {
  switch (slot.kind) {
    case "key":
    case "value":
      return `[${slot.text}]`.slice(0, 60);
    case "item":
      return `[${slot.index}]`;
    case "stack":
      return `${slot.index + 1}`;
    case "slot":
      return `${slot.index}`;
    default:
      return slot.name.slice(0, 60);
  }
}

/** The module first, calls below it, and the hands that hold temporaries last. */
function framesOf(drawing: Drawing): PictureFrame[] {
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
      slots: slotsOf(drawing, "module", globals),
    },
  ];
  for (const { id, name, line } of snapshot.frames) {
    if (name === "<module>") continue;
    const slots = slotsOf(drawing, `f${id}`, localsOf(drawing, id));
    frames.push({ id: `f${id}`, kind: "function", title: name.slice(0, 200), line: lineOrNull(line), slots });
  }
  frames.push(...pausedFrames(drawing));
  const held = snapshot.edges.filter(
    (edge) => (edge.slot.kind === "stack" || edge.owner.kind === "native") && drawing.shown.has(edge.target),
  );
  if (held.length > 0) {
    const slots = slotsOf(drawing, "hands", held);
    frames.push({ id: "hands", kind: "stack", title: "", line: null, slots });
  }
  return frames.slice(0, 40);
}

/**
 * Counted references from where nothing is drawn, so that the number on each box is the number of arrow heads at it.
 * Classes and functions are spared: the interpreter holds them in many ways.
 */
function hiddenHolders(drawing: Drawing): PictureFrame[] {
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
  const slots = slotsOf(drawing, "hidden", missing).map((slot, index) => {
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
    const slots = slotsOf(drawing, `f${id}`, localsOf(drawing, id));
    const title = (drawing.frameNames.get(id) ?? "").slice(0, 200);
    return slots.length === 0 ? [] : [{ id: `f${id}`, kind: "generator", title, line: null, slots }];
  });
}

/** Names for drawn objects and for plain values; not for functions, classes and modules that are not drawn. */
function isNamed({ snapshot, shown }: Drawing, { target, slot }: Edge): boolean {
  if (shown.has(target)) return true;
  return !isDunder(slotText(slot)) && ATOMS.has(snapshot.objects.get(target)?.typeName ?? "");
}

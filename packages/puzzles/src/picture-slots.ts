/** What a picture is drawn from, and how slots and their arrows are drawn. */
import type { PictureEdge, PictureSlot } from "@pyrena/contracts";
import type { Edge, ObjectId, SlotName, Snapshot } from "@pyrena/engine";
import { lineOrNull } from "./holders.ts";
import { attributeOf, type Namespaces, variableName } from "./namespaces.ts";
import { ATOMS } from "./picture-objects.ts";

export interface Names {
  readonly namespaces: Namespaces;
  /** The engine's words for a holder. */
  readonly holderOf: (edge: Edge) => string | undefined;
  readonly frameNames: ReadonlyMap<number, string>;
}

export interface Drawing extends Names {
  readonly snapshot: Snapshot;
  readonly shown: ReadonlySet<ObjectId>;
  readonly ordinals: ReadonlyMap<Edge, number>;
  /** Filled while slots are drawn. */
  readonly edges: PictureEdge[];
}

/** The how-manieth counted reference of its target each edge is, in order of arrival. */
export function ordinalsOf({ edges }: Snapshot): Map<Edge, number> {
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

/** Slots with their arrows, at most so many; the rest is told as a number. */
export function slotsOf(
  drawing: Drawing,
  owner: string,
  edges: readonly Edge[],
  most: number,
): PictureSlot[] {
  const slots = edges.slice(0, most).map((edge, index) => {
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

/** A variable or attribute by its name, an item or value by its place. */
function slotLabel({ namespaces }: Drawing, edge: Edge): string {
  const name = variableName(edge, namespaces) ?? attributeOf(edge, namespaces)?.name;
  return name?.slice(0, 60) ?? slotText(edge.slot);
}

export function slotText(slot: SlotName): string {
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

export function isDunder(name: string): boolean {
  return /^\[?'?__\w+__'?\]?$/.test(name);
}

/** Names for drawn objects and for plain values; not for functions, classes and modules that are not drawn. */
export function isNamed({ snapshot, shown }: Drawing, { target, slot }: Edge): boolean {
  if (shown.has(target)) return true;
  return !isDunder(slotText(slot)) && ATOMS.has(snapshot.objects.get(target)?.typeName ?? "");
}

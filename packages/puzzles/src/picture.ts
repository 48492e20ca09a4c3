/** The heap at one moment as a picture: frames with slots, the program's own objects, arrows with their ordinals. */
import type { HeapPicture, PictureObject, PictureSlot, Place } from "@pyrena/contracts";
import type { Edge, ObjectId, ObjectRecord, Snapshot } from "@pyrena/engine";
import type { Subject } from "./examine.ts";
import { lineOrNull } from "./holders.ts";
import { namespacesOf, unquoted } from "./namespaces.ts";
import { framesOf, hiddenHolders } from "./picture-frames.ts";
import { ATOMS, shownObjects } from "./picture-objects.ts";
import { type Drawing, isDunder, type Names, ordinalsOf, slotsOf, slotText } from "./picture-slots.ts";
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
  const slots = slotsOf(drawing, `o${id}`, owned, MAX_SLOTS);
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

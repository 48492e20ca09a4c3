/** Which dicts are namespaces: the module's holds its variables, an instance's or a class's its attributes. */
import type { ObjectId, Owner, Recorded, SlotName } from "@pyrena/engine";

export interface Namespaces {
  /** The dict of the module's variables. */
  readonly globals: ObjectId | null;
  /** From a `__dict__` to the object whose attributes it holds. */
  readonly owners: ReadonlyMap<ObjectId, ObjectId>;
}

const known = new WeakMap<Recorded, Namespaces>();

export function namespacesOf(recorded: Recorded): Namespaces {
  const before = known.get(recorded);
  if (before !== undefined) return before;
  const { events } = recorded.trace;
  const owners = new Map<ObjectId, ObjectId>();
  for (const event of [...recorded.trace.start, ...events]) {
    if (event.type !== "slot-write" || event.next === null || event.owner.kind !== "object") continue;
    if (event.slot.kind === "part" && event.slot.name === "__dict__") owners.set(event.next, event.owner.id);
  }
  const module = events.find((event) => event.type === "frame-push");
  const found = { globals: module?.type === "frame-push" ? module.globals : null, owners };
  known.set(recorded, found);
  return found;
}

interface Held {
  readonly owner: Owner;
  readonly slot: SlotName;
}

/** The variable this slot is, or null when it is no variable. */
export function variableName({ owner, slot }: Held, { globals }: Namespaces): string | null {
  if (slot.kind === "local" || slot.kind === "global") return slot.name;
  const isGlobal = slot.kind === "value" && owner.kind === "object" && owner.id === globals;
  return isGlobal ? unquoted(slot.text) : null;
}

export interface Attribute {
  readonly of: ObjectId;
  readonly name: string;
}

/** The attribute this slot is, whether the object keeps it inline or in its `__dict__`. */
export function attributeOf({ owner, slot }: Held, { owners }: Namespaces): Attribute | null {
  if (owner.kind !== "object") return null;
  if (slot.kind === "attribute") return { of: owner.id, name: unquoted(slot.name) };
  const of = slot.kind === "value" ? owners.get(owner.id) : undefined;
  return of === undefined || slot.kind !== "value" ? null : { of, name: unquoted(slot.text) };
}

export function unquoted(text: string): string {
  return /^'.*'$/.test(text) ? text.slice(1, -1) : text;
}

/** Owners and slots as keys of a map. */
import type { Owner, SlotName } from "./event.ts";

export function ownerKey(owner: Owner): string {
  return owner.kind === "native" ? `n${owner.name}` : `${owner.kind === "frame" ? "f" : "o"}${owner.id}`;
}

export function slotKey(slot: SlotName): string {
  switch (slot.kind) {
    case "key":
    case "value":
      return `${slot.kind} ${slot.text}`;
    case "item":
    case "stack":
    case "slot":
      return `${slot.kind} ${slot.index}`;
    default:
      return `${slot.kind} ${slot.name}`;
  }
}

import type { RoomWrite } from "@pyrena/db";
import type { DeckEntry, Effect, RoomEvent } from "@pyrena/live";

/** The effects that are rows; they are written in the same transaction as the event. */
export function writesOf(effects: readonly Effect[]): RoomWrite[] {
  return effects.flatMap((effect): RoomWrite[] => {
    switch (effect.type) {
      case "insert-round":
      case "remove-participant":
      case "rename-participant":
      case "end-room":
        return [effect];
      default:
        return [];
    }
  });
}

/** Variants that an event brings into reach; they are loaded before anybody can be asked them. */
export function variantsOf(event: RoomEvent): string[] {
  switch (event.type) {
    case "room-opened":
      return event.deck.flatMap(ofEntry);
    case "entry-added":
      return ofEntry(event.entry);
    case "question-opened":
    case "revote-opened":
      return [event.variantId];
    default:
      return [];
  }
}

function ofEntry({ variantId, twinVariantId }: DeckEntry): string[] {
  return twinVariantId === null ? [variantId] : [variantId, twinVariantId];
}

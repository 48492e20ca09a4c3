import {
  type DeckRow,
  type ItemRow,
  selectOptionalDeck,
  selectOptionalItem,
  selectOptionalRole,
} from "@pyrena/db";
import type { SessionUser } from "./auth.ts";
import type { Context, EngineRefusal } from "./context.ts";
import { refusal } from "./errors.ts";

/** What instructor procedures run with. */
export interface InstructorContext extends Context {
  readonly user: SessionUser;
}

/** An item of the caller; of anybody else it is not found, so that ids tell nothing. */
export async function ownItem(ctx: InstructorContext, itemId: string): Promise<ItemRow> {
  const item = await selectOptionalItem(ctx.db, itemId);
  if (item === null || item.ownerId !== ctx.user.id) throw refusal("item-not-found");
  return item;
}

export async function ownDeck(ctx: InstructorContext, deckId: string): Promise<DeckRow> {
  const deck = await selectOptionalDeck(ctx.db, deckId);
  if (deck === null || deck.ownerId !== ctx.user.id) throw refusal("deck-not-found");
  return deck;
}

export async function requireOwnClass(ctx: InstructorContext, classId: string): Promise<void> {
  const role = await selectOptionalRole(ctx.db, classId, ctx.user.id);
  if (role !== "instructor") throw refusal("class-not-found");
}

/** The engine's answer, or the refusal of its queue as an error of the procedure. */
export function unwrap<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: EngineRefusal },
): T {
  if (!result.ok) throw refusal(result.code);
  return result.value;
}

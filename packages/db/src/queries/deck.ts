import type { DeckSummary, ItemOrigin } from "@pyrena/contracts";
import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { deck, deckItem } from "../schema/index.ts";
import { type ItemRow, selectItemsById } from "./item.ts";

export interface DeckRow extends DeckSummary {
  readonly ownerId: string;
}

export interface DeckEntryRow {
  readonly id: string;
  readonly item: ItemRow;
}

export interface NewDeck {
  readonly ownerId: string;
  readonly title: string;
  readonly description?: string;
  readonly origin?: ItemOrigin;
  readonly classId?: string;
  readonly itemIds?: readonly string[];
}

export async function insertDeck(db: Database, { itemIds = [], ...values }: NewDeck): Promise<string> {
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(deck).values(values).returning({ id: deck.id });
    if (row === undefined) throw new Error("insert returned no row");
    await appendItems(tx, row.id, itemIds);
    return row.id;
  });
}

export async function updateDeck(
  db: Database,
  deckId: string,
  values: { readonly title?: string; readonly description?: string },
): Promise<void> {
  await db
    .update(deck)
    .set({ ...values, updatedAt: new Date() })
    .where(eq(deck.id, deckId));
}

export async function archiveDeck(db: Database, deckId: string): Promise<void> {
  await db.update(deck).set({ archivedAt: new Date() }).where(eq(deck.id, deckId));
}

export async function selectDecks(db: Database, ownerId: string): Promise<DeckRow[]> {
  return summaries(db).where(and(eq(deck.ownerId, ownerId), isNull(deck.archivedAt)));
}

export async function selectOptionalDeck(db: Database, deckId: string): Promise<DeckRow | null> {
  const [row] = await summaries(db).where(and(eq(deck.id, deckId), isNull(deck.archivedAt)));
  return row ?? null;
}

/** The deck's entries in their order, each with its item's newest version. */
export async function selectDeckEntries(db: Database, deckId: string): Promise<DeckEntryRow[]> {
  const places = await selectPlaces(db, deckId);
  const items = await selectItemsById(db, [...new Set(places.map((place) => place.itemId))]);
  const byId = new Map(items.map((row) => [row.id, row]));
  return places.flatMap(({ id, itemId }) => {
    const row = byId.get(itemId);
    return row === undefined ? [] : [{ id, item: row }];
  });
}

/** Adds items at the end. */
export async function insertDeckItems(
  db: Database,
  deckId: string,
  itemIds: readonly string[],
): Promise<void> {
  await changeLocked(db, deckId, (tx) => appendItems(tx, deckId, itemIds));
}

export async function deleteDeckItem(db: Database, deckId: string, entryId: string): Promise<void> {
  await changeLocked(db, deckId, async (tx) => {
    await tx.delete(deckItem).where(and(eq(deckItem.deckId, deckId), eq(deckItem.id, entryId)));
  });
}

/** Puts the entries into this order; entries that are not named keep theirs and come last. */
export async function reorderDeckItems(
  db: Database,
  deckId: string,
  entryIds: readonly string[],
): Promise<void> {
  await changeLocked(db, deckId, async (tx) => {
    const present = (await selectPlaces(tx, deckId)).map((place) => place.id);
    const named = [...new Set(entryIds)].filter((id) => present.includes(id));
    const order = [...named, ...present.filter((id) => !named.includes(id))];
    if (order.length === 0) return;
    const rows = sql.join(
      order.map((id, position) => sql`(${id}, ${position}::int)`),
      sql`, `,
    );
    await tx.execute(
      sql`update deck_item set position = place.position from (values ${rows}) as place (id, position)
          where deck_item.id = place.id`,
    );
  });
}

async function changeLocked(
  db: Database,
  deckId: string,
  change: (tx: Database) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(deck).set({ updatedAt: new Date() }).where(eq(deck.id, deckId));
    await change(tx);
  });
}

async function appendItems(tx: Database, deckId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${deckItem.position}), -1)::int` })
    .from(deckItem)
    .where(eq(deckItem.deckId, deckId));
  const start = (last?.position ?? -1) + 1;
  await tx
    .insert(deckItem)
    .values(itemIds.map((itemId, index) => ({ deckId, itemId, position: start + index })));
}

function selectPlaces(db: Database, deckId: string) {
  return db
    .select({ id: deckItem.id, itemId: deckItem.itemId })
    .from(deckItem)
    .where(eq(deckItem.deckId, deckId))
    .orderBy(asc(deckItem.position), asc(deckItem.id));
}

function summaries(db: Database) {
  return db
    .select({
      id: deck.id,
      ownerId: deck.ownerId,
      title: deck.title,
      description: deck.description,
      origin: deck.origin,
      items: count(deckItem.id),
      updatedAt: deck.updatedAt,
    })
    .from(deck)
    .leftJoin(deckItem, eq(deckItem.deckId, deck.id))
    .groupBy(deck.id)
    .orderBy(desc(deck.updatedAt), asc(deck.id))
    .$dynamic();
}

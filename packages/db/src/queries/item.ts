import {
  type ItemDraft,
  type ItemFilter,
  type ItemOrigin,
  type ItemSummary,
  itemDraftSchema,
  kindNameSchema,
  type Problem,
  problemSchema,
} from "@pyrena/contracts";
import { and, asc, desc, eq, exists, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../client.ts";
import { deck, deckItem, item, itemVersion } from "../schema/index.ts";

/** An item's newest version with the item around it. */
export interface ItemRow extends ItemSummary {
  readonly ownerId: string;
  readonly versionId: string;
  readonly draft: ItemDraft;
  readonly problems: readonly Problem[];
}

export interface NewItem {
  readonly ownerId: string;
  readonly origin: ItemOrigin;
  readonly draft: ItemDraft;
  readonly problems: readonly Problem[];
}

export async function insertItem(
  db: Database,
  { ownerId, origin, draft, problems }: NewItem,
): Promise<string> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(item)
      .values({ ownerId, origin, ...headline(draft) })
      .returning({ id: item.id });
    if (row === undefined) throw new Error("insert returned no row");
    await tx.insert(itemVersion).values({ itemId: row.id, number: 1, topic: draft.topic, draft, problems });
    return row.id;
  });
}

/** A new wording. The item's row is locked, so that two editors get two numbers. */
export async function insertItemVersion(
  db: Database,
  itemId: string,
  version: Pick<NewItem, "draft" | "problems">,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select().from(item).where(eq(item.id, itemId)).for("update");
    const [last] = await tx
      .select({ number: sql<number>`coalesce(max(${itemVersion.number}), 0)::int` })
      .from(itemVersion)
      .where(eq(itemVersion.itemId, itemId));
    await tx
      .insert(itemVersion)
      .values({ itemId, number: (last?.number ?? 0) + 1, topic: version.draft.topic, ...version });
    await tx
      .update(item)
      .set({ ...headline(version.draft), updatedAt: new Date() })
      .where(eq(item.id, itemId));
  });
}

/** Takes the item out of lists and decks. Rooms that asked it keep what they asked. */
export async function archiveItem(db: Database, itemId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(item).set({ archivedAt: new Date() }).where(eq(item.id, itemId));
    await tx.delete(deckItem).where(eq(deckItem.itemId, itemId));
  });
}

export async function selectOptionalItem(db: Database, itemId: string): Promise<ItemRow | null> {
  const [row] = await newest(db, [eq(item.id, itemId)]);
  return row ?? null;
}

export async function selectItemsById(db: Database, itemIds: readonly string[]): Promise<ItemRow[]> {
  if (itemIds.length === 0) return [];
  return newest(db, [inArray(item.id, [...itemIds])]);
}

export async function selectItems(db: Database, ownerId: string, filter: ItemFilter): Promise<ItemRow[]> {
  const conditions: (SQL | undefined)[] = [eq(item.ownerId, ownerId)];
  if (filter.search.trim() !== "") conditions.push(matches(filter.search.trim()));
  if (filter.kind !== null) conditions.push(eq(item.kind, filter.kind));
  if (filter.topic !== null) conditions.push(eq(item.topic, filter.topic));
  if (filter.deckId !== null) conditions.push(standsIn(db, filter.deckId));
  return newest(db, conditions);
}

/** The decks an item stands in. */
export async function selectDecksOfItem(
  db: Database,
  itemId: string,
): Promise<{ id: string; title: string }[]> {
  return db
    .selectDistinct({ id: deck.id, title: deck.title })
    .from(deckItem)
    .innerJoin(deck, eq(deck.id, deckItem.deckId))
    .where(and(eq(deckItem.itemId, itemId), isNull(deck.archivedAt)))
    .orderBy(asc(deck.title));
}

const problemsSchema = z.array(problemSchema);

async function newest(db: Database, conditions: readonly (SQL | undefined)[]): Promise<ItemRow[]> {
  const latest = db
    .selectDistinctOn([itemVersion.itemId])
    .from(itemVersion)
    .orderBy(itemVersion.itemId, desc(itemVersion.number))
    .as("latest");
  const rows = await db
    .select({
      head: item,
      versionId: latest.id,
      number: latest.number,
      draft: latest.draft,
      problems: latest.problems,
    })
    .from(item)
    .innerJoin(latest, eq(latest.itemId, item.id))
    .where(and(isNull(item.archivedAt), ...conditions))
    .orderBy(desc(item.updatedAt), asc(item.id));
  return rows.map(({ head, versionId, number, ...stored }) => {
    const draft = itemDraftSchema.parse(stored.draft);
    const problems = problemsSchema.parse(stored.problems);
    return {
      id: head.id,
      title: head.title,
      kind: kindNameSchema.parse(head.kind),
      topic: head.topic,
      origin: head.origin,
      python: draft.python,
      version: number,
      isReady: problems.length === 0,
      updatedAt: head.updatedAt,
      ownerId: head.ownerId,
      versionId,
      draft,
      problems,
    };
  });
}

/** Title, topic or anywhere in the program; `%` and `_` mean themselves. */
function matches(search: string): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    ilike(item.title, pattern),
    ilike(item.topic, pattern),
    sql`${sql.raw("latest.draft")}->>'source' ilike ${pattern}`,
  );
}

function standsIn(db: Database, deckId: string): SQL {
  return exists(
    db
      .select()
      .from(deckItem)
      .where(and(eq(deckItem.deckId, deckId), eq(deckItem.itemId, item.id))),
  );
}

function headline({ title, kind, topic }: ItemDraft) {
  return { title, kind, topic };
}

/** The topic of each version, by its id. */
export async function selectItemTopics(
  db: Database,
  versionIds: readonly string[],
): Promise<Map<string, string>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db
    .select({ id: itemVersion.id, topic: itemVersion.topic })
    .from(itemVersion)
    .where(inArray(itemVersion.id, [...versionIds]));
  return new Map(rows.map(({ id, topic }) => [id, topic]));
}

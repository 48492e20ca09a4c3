import { itemDraftSchema, type Question, roomSettingsSchema } from "@pyrena/contracts";
import { nanoid } from "nanoid";
import type { Database } from "../client.ts";
import { insertItem, selectOptionalItem } from "../queries/item.ts";
import { insertRoom } from "../queries/room.ts";
import { insertRoomEvent } from "../queries/room-event.ts";
import { insertVariant, selectOptionalVariant } from "../queries/variant.ts";
import { user } from "../schema/index.ts";

const draft = itemDraftSchema.parse({
  kind: "refcount",
  title: "Two names",
  topic: "reference counting",
  source: "import sys\nx = []\nprint(sys.getrefcount(x))\n",
  python: "3.12",
  mode: "script",
  ask: { form: "printed", name: "x", at: { line: 3, occurrence: 1 } },
});

const question: Question = {
  kind: "refcount",
  title: draft.title,
  program: { source: draft.source, python: "3.12", pythonFull: "3.12.1", mode: "script" },
  place: null,
  prompt: { code: "refcount-printed", values: { name: "x", line: 3, occurrence: 1 } },
  input: { widget: "number" },
};

/** Rows that tests of other rows need around them. */
export interface Furniture {
  readonly userId: string;
  readonly itemVersionId: string;
  readonly variantId: string;
  readonly variantKeyId: number;
}

export async function insertFurniture(db: Database): Promise<Furniture> {
  const userId = nanoid();
  await db.insert(user).values({ id: userId, name: "Grace", email: `${userId.toLowerCase()}@example.test` });
  const itemId = await insertItem(db, { ownerId: userId, origin: "own", draft, problems: [] });
  const itemVersionId = (await selectOptionalItem(db, itemId))?.versionId ?? "";
  const key = { answer: { widget: "number", value: 2 } };
  const variantId = await insertVariant(db, {
    itemVersionId,
    seed: "s",
    params: {},
    question,
    engineVersion: "1",
    key,
  });
  const variantKeyId = (await selectOptionalVariant(db, variantId))?.keyId ?? 0;
  return { userId, itemVersionId, variantId, variantKeyId };
}

/** A running room with one open round. */
export async function insertRoomWithRound(db: Database, { userId, variantId }: Furniture) {
  const [roomId, roundId] = [nanoid(), nanoid()];
  const settings = roomSettingsSchema.parse({});
  const pin = nanoid(6);
  await insertRoom(db, { id: roomId, pin, title: "Monday", hostId: userId, deckId: null, settings });
  await insertRoomEvent(db, roomId, { version: 1, event: { type: "opened" } }, [
    { type: "insert-round", roundId, ordinal: 1, variantId },
  ]);
  return { roomId, roundId, pin };
}

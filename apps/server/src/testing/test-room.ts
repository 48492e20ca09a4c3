import {
  type ItemDraft,
  type ParticipantCredential,
  type Question,
  type RoomSettings,
  roomSettingsSchema,
} from "@pyrena/contracts";
import { insertItem, insertRoom, insertVariant, selectItemsById } from "@pyrena/db";
import type { DeckEntry } from "@pyrena/live";
import type { Key } from "@pyrena/puzzles/grading";
import { nanoid } from "nanoid";
import { call, type TestServer } from "./test-server.ts";

/** Stands in every part of a key or histogram that must not be seen early. */
export const SECRET = "SECRET";
export const RIGHT_VALUE = 987_654_321;

const QUESTION: Question = {
  kind: "refcount",
  title: "Two names",
  program: {
    source: "import sys\na = []\nb = a\nprint(sys.getrefcount(a))\n",
    python: "3.13",
    pythonFull: "3.13.18",
    mode: "script",
  },
  place: { line: 4, occurrence: 1, when: "before" },
  prompt: { code: "refcount-printed", values: { name: "a", line: 4, occurrence: 1 } },
  input: { widget: "number" },
};

const KEY: Key = {
  kind: "refcount",
  python: "3.13",
  engineVersion: "test",
  answer: { widget: "number", value: RIGHT_VALUE },
  partial: [],
  predictions: [],
  holders: [{ text: `${SECRET} holder`, line: 2, counted: true, ordinal: 1 }],
  why: [],
  notes: [],
  picture: null,
};

const DRAFT: ItemDraft = {
  kind: "refcount",
  title: "Two names",
  topic: "Reference counting",
  source: QUESTION.program.source,
  python: "3.13",
  mode: "script",
  params: {},
  ask: { form: "printed", name: "a", at: { line: 4, occurrence: 1 } },
};

export interface TestRoom {
  readonly roomId: string;
  readonly pin: string;
  readonly entryIds: readonly string[];
}

/** A room with three questions whose key is known here; PIN, participants and tokens come about as always. */
export async function openRoom(server: TestServer, settings: Partial<RoomSettings> = {}): Promise<TestRoom> {
  const { db, live } = server.services;
  const { rows } = await server.database.pool.query<{ id: string }>(`select id from "user" limit 1`);
  const ownerId = rows[0]?.id ?? "";
  const itemId = await insertItem(db, { ownerId, origin: "own", draft: DRAFT, problems: [] });
  const [item] = await selectItemsById(db, [itemId]);
  if (item === undefined) throw new Error("The item was not stored");
  const deck = await Promise.all([1, 2, 3].map(() => storeEntry(server, item.versionId)));
  const roomId = nanoid();
  const pin = nanoid(6)
    .toUpperCase()
    .replace(/[^A-Z]/g, "C");
  const allSettings = { ...roomSettingsSchema.parse({}), ...settings };
  await insertRoom(db, {
    id: roomId,
    pin,
    title: "Monday",
    hostId: ownerId,
    deckId: null,
    settings: allSettings,
  });
  const opened = await live.dispatch(roomId, {
    type: "room-opened",
    at: Date.now(),
    title: "Monday",
    pin,
    settings: allSettings,
    deck,
  });
  if (!opened.ok) throw new Error(opened.code);
  return { roomId, pin, entryIds: deck.map((entry) => entry.entryId) };
}

async function storeEntry(server: TestServer, itemVersionId: string): Promise<DeckEntry> {
  const variant = () =>
    insertVariant(server.services.db, {
      itemVersionId,
      seed: nanoid(),
      params: {},
      question: QUESTION,
      engineVersion: "test",
      key: KEY,
    });
  const { title, kind } = DRAFT;
  return {
    entryId: nanoid(),
    itemVersionId,
    title,
    kind,
    variantId: await variant(),
    twinVariantId: await variant(),
  };
}

export function joinRoom(server: TestServer, pin: string, nickname: string): Promise<ParticipantCredential> {
  return call(server.origin, "room.join", { pin, nickname });
}

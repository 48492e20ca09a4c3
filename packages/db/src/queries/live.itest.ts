import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { nanoid } from "nanoid";
import { type Furniture, insertFurniture, insertRoomWithRound } from "../testing/factory.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { newToken } from "../token.ts";
import { type AnswerRow, insertAnswers, selectAnswers } from "./answer.ts";
import { insertParticipant, selectParticipants } from "./participant.ts";
import { insertRoom, selectOptionalRoom, selectOptionalRoomByPin, selectRunningRoomIds } from "./room.ts";
import { insertRoomEvent, selectRoomEvents } from "./room-event.ts";

let database: TestDatabase;
let furniture: Furniture;
let room: Awaited<ReturnType<typeof insertRoomWithRound>>;
beforeAll(async () => {
  database = await createTestDatabase();
  furniture = await insertFurniture(database.db);
});
beforeEach(async () => {
  room = await insertRoomWithRound(database.db, furniture);
});
afterAll(() => database.close());

async function participants(count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `Student ${index}`);
  const joined = await Promise.all(
    names.map((nickname) =>
      insertParticipant(database.db, {
        id: nanoid(),
        roomId: room.roomId,
        nickname,
        token: newToken(),
        userId: null,
      }),
    ),
  );
  return joined.map((one) => (one.ok ? one.value.id : ""));
}

function answer(participantId: string, change: Partial<AnswerRow> = {}): AnswerRow {
  return {
    roundId: room.roundId,
    ballot: 1,
    participantId,
    idempotencyKey: nanoid(),
    response: { widget: "number", value: 2 },
    confidence: "sure",
    receivedAt: new Date(1_000),
    variantKeyId: furniture.variantKeyId,
    timeMs: 1000,
    grade: { score: 1, correct: true, parts: [{ id: "answer", score: 1 }], evidence: [] },
    bucket: { id: "2", label: "2" },
    ...change,
  };
}

describe("room events", () => {
  test("are appended by compare-and-set: of twenty writers of one version, one wins", async () => {
    const { db } = database;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, writer) =>
        insertRoomEvent(db, room.roomId, { version: 2, event: { writer } }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(19);
    expect(await selectRoomEvents(db, room.roomId, 1)).toHaveLength(1);
  });

  test("take their rows along or leave nothing", async () => {
    const { db } = database;
    const [ana = ""] = await participants(2);
    const taken = await insertRoomEvent(db, room.roomId, { version: 2, event: {} }, [
      { type: "rename-participant", participantId: ana, nickname: "STUDENT 1" },
    ]);
    expect(taken).toBe("nickname-taken");
    expect(await selectRoomEvents(db, room.roomId, 1)).toEqual([]);
    await insertRoomEvent(db, room.roomId, { version: 2, event: {} }, [
      { type: "remove-participant", participantId: ana, at: 5_000 },
    ]);
    const [row] = (await selectParticipants(db, room.roomId)).filter(({ id }) => id === ana);
    expect(row?.removedAt).toEqual(new Date(5_000));
  });

  test("free the PIN when they end the room", async () => {
    const { db } = database;
    const again = { ...(await selectOptionalRoom(db, room.roomId)), id: nanoid() };
    const { pin, title = "", hostId = "", settings } = again;
    if (pin === undefined || settings === undefined) throw new Error("the room is there");
    const twin = { id: again.id, pin, title, hostId, deckId: null, settings };
    expect(await insertRoom(db, twin)).toBe(false);
    await insertRoomEvent(db, room.roomId, { version: 2, event: {} }, [{ type: "end-room", at: Date.now() }]);
    expect(await insertRoom(db, twin)).toBe(true);
    expect((await selectOptionalRoomByPin(db, pin))?.id).toBe(again.id);
    expect(await selectRunningRoomIds(db)).not.toContain(room.roomId);
  });
});

describe("answers", () => {
  test("are stored once, whatever is sent again", async () => {
    const { db } = database;
    const [ana = ""] = await participants(1);
    const first = answer(ana);
    expect(await insertAnswers(db, [first])).toEqual([{ isNew: true, row: first }]);
    const second = answer(ana, { response: { widget: "number", value: 3 } });
    expect(await insertAnswers(db, [first, second])).toEqual([
      { isNew: false, row: first },
      { isNew: false, row: first },
    ]);
    expect(await selectAnswers(db, room.roomId)).toEqual([first]);
  });

  test("take the newest where they may change, and never an older one", async () => {
    const { db } = database;
    const [ana = ""] = await participants(1);
    const mayReplace = true;
    const early = answer(ana);
    const late = answer(ana, { receivedAt: new Date(2_000), response: { widget: "number", value: 9 } });
    await insertAnswers(db, [early], { mayReplace });
    expect(await insertAnswers(db, [late], { mayReplace })).toEqual([{ isNew: true, row: late }]);
    const older = answer(ana, { receivedAt: new Date(500) });
    expect(await insertAnswers(db, [older], { mayReplace })).toEqual([{ isNew: false, row: late }]);
    expect(await selectAnswers(db, room.roomId)).toEqual([late]);
  });

  test("arrive in batches from two servers at once without a deadlock or a loss", async () => {
    const { db } = database;
    const everybody = await participants(300);
    const rows = everybody.map((id) => answer(id));
    const [forwards, backwards] = await Promise.all([
      insertAnswers(db, rows),
      insertAnswers(db, [...rows].reverse()),
    ]);
    const isNew = [...forwards, ...backwards.reverse()].map((stored) => stored.isNew);
    for (const index of rows.keys()) expect(isNew[index]).not.toBe(isNew[index + rows.length]);
    expect(await selectAnswers(db, room.roomId)).toHaveLength(300);
  });

  test("keep what a program printed: NUL and half a character", async () => {
    const { db } = database;
    const [ana = ""] = await participants(1);
    const odd = answer(ana, { response: { widget: "text-lines", lines: ["a\u0000b", "\ud83d"] } });
    await insertAnswers(db, [odd]);
    expect((await selectAnswers(db, room.roomId))[0]?.response).toEqual(odd.response);
  });

  test("of one bad row fail the batch and store nothing", async () => {
    const { db } = database;
    const [ana = ""] = await participants(1);
    await expect(insertAnswers(db, [answer(ana), answer("nobody-of-that-id")])).rejects.toThrow();
    expect(await selectAnswers(db, room.roomId)).toEqual([]);
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { PhaseView, RoomSettings } from "@pyrena/contracts";
import { insertRoomEvent, selectAnswers, selectVariants, writeHeartbeat } from "@pyrena/db";
import { nanoid } from "nanoid";
import { answer, command, inPhase, Lesson } from "../testing/lesson.ts";
import { RIGHT_VALUE } from "../testing/test-room.ts";
import { TestServer } from "../testing/test-server.ts";

let server: TestServer;
let lessons: Lesson[] = [];
beforeAll(async () => {
  server = await TestServer.start();
}, 120_000);
afterEach(() => {
  for (const lesson of lessons) lesson.close();
  lessons = [];
});
afterAll(() => server.close());

async function start(settings: Partial<RoomSettings> = {}): Promise<Lesson> {
  const lesson = await Lesson.open(server, settings);
  lessons.push(lesson);
  return lesson;
}

describe("§7 time: a restart of the server", () => {
  test("in mid-question loses nothing: everybody is back, answers stand, the lost time is given back", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const [ana, ben] = [await lesson.seat("Ana"), await lesson.seat("Ben")];
    const roundId = await lesson.ask(teacher);
    const before = await ana.client.frame(inPhase("open"));
    const answered = await ana.client.ask(answer(roundId, RIGHT_VALUE, "before-restart"));
    const seen = ben.client.frames.length;
    await server.restart();

    const after = await ben.client.frame(
      (frame) => ben.client.frames.indexOf(frame) >= seen && inPhase("open")(frame),
    );
    expect(deadlineOf(after)).toBeGreaterThan(deadlineOf(before));
    expect(await ana.client.ask(answer(roundId, RIGHT_VALUE, "before-restart"))).toEqual(answered);
    expect(await ben.client.ask(answer(roundId, 1, "after-restart"))).toMatchObject({ ok: true });
    expect(await selectAnswers(server.services.db, lesson.roomId)).toHaveLength(2);

    const again = await lesson.host();
    await command(again, "close");
    await command(again, "reveal");
    await ana.client.frame((frame) => frame.type === "self" && frame.self.result?.points === 100);
  }, 60_000);

  test("an outage longer than the longest extension ends the question, as its deadline says", async () => {
    const lesson = await start();
    // A question that was opened two minutes ago by a server that died a second later.
    const at = Date.now() - 120_000;
    const state = await server.services.live.state(lesson.roomId);
    const entry = state.phase === "unopened" ? undefined : state.deck[0];
    if (entry === undefined) throw new Error("The room has no deck");
    const { question } = (await selectVariants(server.services.db, [entry.variantId]))[0] ?? {};
    if (question === undefined) throw new Error("The variant is missing");
    const { entryId, variantId } = entry;
    await server.restart(async () => {
      const event = {
        type: "question-opened",
        at,
        roundId: nanoid(),
        entryId,
        variantId,
        question,
        timeLimit: 30,
      };
      const round = { type: "insert-round", roundId: event.roundId, ordinal: 1, variantId } as const;
      await insertRoomEvent(server.database.db, lesson.roomId, { version: 2, event }, [round]);
      await writeHeartbeat(server.database.db, "live", new Date(at + 1_000));
    });
    const { client } = await lesson.seat("Ana");
    await client.frame(inPhase("closed"));
    // Room, question, one extension, close.
    expect((await server.services.live.state(lesson.roomId)).version).toBe(4);
  }, 60_000);
});

test("while the database hangs nothing is lost, and afterwards the class gets its time back", async () => {
  const lesson = await start({ secondsPerQuestion: 5 });
  const { client } = await lesson.seat("Ana");
  const roundId = await lesson.ask(await lesson.host());
  const before = await client.frame(inPhase("open"));
  const blocker = await server.database.pool.connect();
  await blocker.query("begin; lock table heartbeat, room_event, answer in access exclusive mode");
  const waiting = client.ask(answer(roundId, RIGHT_VALUE, "in-the-outage"));
  await sleep(5_000);
  await blocker.query("commit");
  blocker.release();
  expect(await waiting).toMatchObject({ ok: true });
  const extended = await client.frame((frame) => {
    const current = inPhase("open")(frame);
    return deadlineOf(current) > deadlineOf(before) && current;
  });
  expect(deadlineOf(extended) - deadlineOf(before)).toBeGreaterThan(3_000);
}, 30_000);

function deadlineOf(current: PhaseView | null): number {
  return current?.phase === "open" ? (current.deadline ?? 0) : 0;
}

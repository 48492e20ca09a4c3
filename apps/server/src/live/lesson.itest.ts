import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { RoomSettings } from "@pyrena/contracts";
import { answer, command, inPhase, Lesson } from "../testing/lesson.ts";
import { connectLive, mustConnect, type TestClient } from "../testing/test-client.ts";
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

describe("§3 frames: a round from the question to the scoreboard", () => {
  test("students, host and projector see each phase, and the points of the right answer", async () => {
    const lesson = await start();
    const [teacher, screen] = [await lesson.host(), (await lesson.projector()).client];
    const [ana, ben] = [await lesson.seat("Ana"), await lesson.seat("Ben")];
    const roundId = await lesson.ask(teacher);
    await ana.client.frame(inPhase("open"));
    expect(await ana.client.ask(answer(roundId, RIGHT_VALUE, "ana-answer-1"))).toMatchObject({ ok: true });
    expect(await ben.client.ask(answer(roundId, 0, "ben-answer-1"))).toMatchObject({ ok: true });
    await command(teacher, "close");
    await command(teacher, "reveal");
    const revealed = await ana.client.frame(inPhase("reveal"));
    expect(revealed).toMatchObject({ ballots: [{ answered: 2, correct: 1 }] });
    const resultOf = (client: TestClient) =>
      client.frame((frame) => frame.type === "self" && frame.self.result && frame.self);
    expect(await resultOf(ana.client)).toMatchObject({
      result: { points: 100 },
      standing: { rank: 1, of: 2 },
    });
    expect(await resultOf(ben.client)).toMatchObject({ result: { points: 0 }, standing: { rank: 2 } });
    await command(teacher, "scoreboard");
    const board = await screen.frame(
      (frame) =>
        frame.type === "view" &&
        "view" in frame &&
        frame.view.current.phase === "scoreboard" &&
        frame.view.current,
    );
    expect(board).toMatchObject({ leaderboard: [{ nickname: "Ana", points: 100 }, { nickname: "Ben" }] });
    await command(teacher, "end");
    await ben.client.frame(inPhase("ended"));
  });

  test("vote, discussion and revote on the twin show the gain", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { client } = await lesson.seat("Ana");
    const roundId = await lesson.ask(teacher);
    await client.ask(answer(roundId, 1, "first-vote"));
    for (const step of ["close", "discuss", "revote"] as const) await command(teacher, step);
    expect(await client.ask(answer(roundId, RIGHT_VALUE, "second-vote"))).toMatchObject({
      ok: false,
      code: "stale-round",
    });
    expect(await client.ask(answer(roundId, RIGHT_VALUE, "second-vote", 2))).toMatchObject({ ok: true });
    await command(teacher, "close");
    await command(teacher, "reveal");
    expect(await client.frame(inPhase("reveal"))).toMatchObject({
      ballots: [
        { ballot: 1, correct: 0 },
        { ballot: 2, correct: 1 },
      ],
    });
  });
});

describe("§4 coming back and §7 time", () => {
  test("a reload in mid-question finds the same person, the own answer and the time left", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { client, credential } = await lesson.seat("Ana");
    const roundId = await lesson.ask(teacher);
    await client.ask(answer(roundId, 42, "before-reload"));
    client.close();
    const again = await lesson.tab(credential);
    const view = await again.frame((frame) => frame.type === "view" && "self" in frame && frame);
    expect(view).toMatchObject({ self: { nickname: "Ana", answers: [{ response: { value: 42 } }] } });
    expect(view.room.current.phase === "open" && view.room.current.deadline).toBeGreaterThan(view.serverTime);
  });

  test("a page that already holds the newest version is told so in one small frame", async () => {
    const lesson = await start();
    const credential = await lesson.join("Ana");
    const fresh = await lesson.tab(credential, 1);
    await fresh.frame((frame) => frame.type === "self");
    expect(fresh.frames.map((frame) => frame.type)).toEqual(["current", "self"]);
  });

  test("where WebSocket does not get through, long polling does", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { roomId: room, token } = await lesson.join("Ana");
    const auth = { audience: "student", room, token };
    const client = await mustConnect(server, { auth, polls: true });
    const roundId = await lesson.ask(teacher);
    await client.frame(inPhase("open"));
    expect(await client.ask(answer(roundId, 1, "by-polling"))).toMatchObject({ ok: true });
    client.close();
    // A page's own GET has no Origin, so a handshake by polling may lack one; a foreign one still is refused.
    expect(await connectLive(server, { auth, polls: true, origin: "https://evil.example" })).toBe(
      "xhr poll error",
    );
  });

  test("a late student gets the open question with the time left", async () => {
    const lesson = await start();
    const roundId = await lesson.ask(await lesson.host());
    const late = await lesson.seat("Late");
    await late.client.frame(inPhase("open"));
    expect(await late.client.ask(answer(roundId, 1, "late-comer"))).toMatchObject({ ok: true });
  });

  test("a question whose time is over closes by itself", async () => {
    const lesson = await start({ secondsPerQuestion: 5 });
    const teacher = await lesson.host();
    const { client } = await lesson.seat("Ana");
    await lesson.ask(teacher);
    await client.frame(inPhase("closed"));
  }, 15_000);
});

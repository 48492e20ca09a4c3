import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { RoomSettings } from "@pyrena/contracts";
import { selectAnswers } from "@pyrena/db";
import { answer, command, Lesson } from "../testing/lesson.ts";
import { connectLive } from "../testing/test-client.ts";
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

describe("§5 answers", () => {
  test("a duplicate gets the same ack and is stored once; a second answer is refused", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { client } = await lesson.seat("Ana");
    const roundId = await lesson.ask(teacher);
    const both = await Promise.all([
      client.ask(answer(roundId, 5, "same-answer")),
      client.ask(answer(roundId, 5, "same-answer")),
    ]);
    expect(both[0]).toMatchObject({ ok: true, answerId: "same-answer" });
    expect(both[1]).toEqual(both[0]);
    expect(await client.ask(answer(roundId, 6, "other-answer"))).toMatchObject({
      ok: false,
      code: "already-answered",
    });
    expect(await selectAnswers(server.services.db, lesson.roomId)).toHaveLength(1);
  });

  test("two tabs answer at once: one answer stands and the other tab is told", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { client, credential } = await lesson.seat("Ana");
    const second = await lesson.tab(credential);
    const roundId = await lesson.ask(teacher);
    const acks = await Promise.all([
      client.ask(answer(roundId, 5, "first-tab")),
      second.ask(answer(roundId, 6, "second-tab")),
    ]);
    expect(acks.map((ack) => ack.ok).toSorted()).toEqual([false, true]);
    await Promise.all(
      [client, second].map((tab) => tab.frame((f) => f.type === "self" && f.self.answers.length === 1)),
    );
  });

  test("may be changed where the room says so", async () => {
    const lesson = await start({ answersMayChange: true });
    const teacher = await lesson.host();
    const { client } = await lesson.seat("Ana");
    const roundId = await lesson.ask(teacher);
    await client.ask(answer(roundId, 1, "first-try"));
    expect(await client.ask(answer(roundId, RIGHT_VALUE, "second-try"))).toMatchObject({
      ok: true,
      answerId: "second-try",
    });
    const rows = await selectAnswers(server.services.db, lesson.roomId);
    expect(rows.map((row) => row.idempotencyKey)).toEqual(["second-try"]);
  });

  test("late ones are refused with a reason", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { client } = await lesson.seat("Ana");
    const roundId = await lesson.ask(teacher);
    await command(teacher, "close");
    expect(await client.ask(answer(roundId, 1, "late-answer"))).toMatchObject({
      ok: false,
      code: "too-late",
    });
    expect(await client.ask(answer("no-such-round", 1, "lost-answer"))).toMatchObject({
      code: "stale-round",
    });
  });

  test("malformed ones are refused and nobody else notices", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const [ana, ben] = [await lesson.seat("Ana"), await lesson.seat("Ben")];
    const roundId = await lesson.ask(teacher);
    const malformed = [
      null,
      "answer",
      { type: "answer" },
      { ...answer(roundId, 1, "extra-field"), isCorrect: true },
      { ...answer(roundId, 1, "x"), answerId: "a'); drop table answer; --" },
      { ...answer(roundId, 1, "bad-value"), response: { widget: "number", value: "1e999" } },
    ];
    for (const request of malformed) {
      expect(await ana.client.askAnything(request)).toMatchObject({ ok: false, code: "malformed" });
    }
    const wrong = { ...answer(roundId, 1, "wrong-widget"), response: { widget: "choice", chosen: "b" } };
    expect(await ana.client.askAnything(wrong)).toMatchObject({ ok: false, code: "wrong-widget" });
    expect(await ben.client.ask(answer(roundId, 1, "good-answer"))).toMatchObject({ ok: true });
  });

  test("a flood is refused to the one who floods", async () => {
    const lesson = await start();
    const [ana, ben] = [await lesson.seat("Ana"), await lesson.seat("Ben")];
    const flood = await Promise.all(Array.from({ length: 200 }, () => ana.client.ask({ type: "clock" })));
    expect(flood.filter((ack) => !ack.ok && ack.code === "rate-limited").length).toBeGreaterThan(50);
    expect(await ben.client.ask({ type: "clock" })).toMatchObject({ ok: true });
  });

  test("a message of a megabyte ends its own connection only", async () => {
    const lesson = await start();
    const [ana, ben] = [await lesson.seat("Ana"), await lesson.seat("Ben")];
    const closed = new Promise((resolve) => ana.client.socket.once("disconnect", resolve));
    ana.client.socket.emit("request", { type: "answer", padding: "x".repeat(1_000_000) });
    await closed;
    expect(await ben.client.ask({ type: "clock" })).toMatchObject({ ok: true });
  });
});

describe("§5 answers: faults of the database", () => {
  test("when every connection to it breaks, an answer is stored or said not to be, and can be sent again", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const seats = await lesson.seats(12);
    const roundId = await lesson.ask(teacher);
    const send = () =>
      Promise.all(
        seats.map(({ client }, index) => client.ask(answer(roundId, index, `answer-number-${index}`))),
      );
    const first = send();
    const kill =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    await server.database.pool.query(kill);
    for (const ack of await first) if (!ack.ok) expect(ack.code).toBe("unavailable");
    expect((await send()).every((ack) => ack.ok)).toBe(true);
    expect(await selectAnswers(server.services.db, lesson.roomId)).toHaveLength(12);
  });

  test("an answer the database refuses costs nobody else theirs", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const seats = await lesson.seats(6);
    const roundId = await lesson.ask(teacher);
    const [gone] = seats;
    // The row of one participant disappears under the running room, so its answer has nothing to refer to.
    await server.database.pool.query("delete from participant where id = $1", [
      gone?.credential.participantId,
    ]);
    const acks = await Promise.all(
      seats.map(({ client }, index) => client.ask(answer(roundId, index, `answer-number-${index}`))),
    );
    expect(acks.map((ack) => ack.ok)).toEqual([false, true, true, true, true, true]);
    expect(acks[0]).toMatchObject({ code: "unavailable" });
  });

  test("two servers that append at once keep one chain of events", async () => {
    const lesson = await start();
    const second = await server.another();
    try {
      const lock = (isLocked: boolean) => ({ type: "room-locked", at: Date.now(), isLocked }) as const;
      await second.services.live.state(lesson.roomId);
      const appended = await Promise.all(
        [server, second].flatMap(({ services }) =>
          [true, false, true, false].map((isLocked) => services.live.dispatch(lesson.roomId, lock(isLocked))),
        ),
      );
      const versions = appended.map((outcome) => (outcome.ok ? outcome.value.version : outcome.code));
      expect(versions.toSorted()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    } finally {
      await second.close();
    }
  });
});

describe("§8 limits and §5 answers: many at once", () => {
  test("a participant's seventh connection is refused, and the six go on", async () => {
    const lesson = await start();
    const { credential, client } = await lesson.seat("Ana");
    for (let tab = 2; tab <= 6; tab += 1) await lesson.tab(credential);
    const { token } = credential;
    const refusal = await connectLive(server, { auth: { audience: "student", room: lesson.roomId, token } });
    expect(refusal).toBe("too-many-connections");
    expect(await client.ask({ type: "clock" })).toMatchObject({ ok: true });
  });

  test("two hundred answers in the same instant are all acknowledged, and each is stored once", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const clients = (await lesson.seats(50)).map(({ client }) => client);
    const roundId = await lesson.ask(teacher);
    const acks = await Promise.all(
      clients.flatMap((client, index) =>
        // Each student's page sends its answer four times, as a page on a bad network does.
        Array.from({ length: 4 }, () => client.ask(answer(roundId, index, `answer-number-${index}`))),
      ),
    );
    expect(acks.filter((ack) => ack.ok)).toHaveLength(200);
    expect(await selectAnswers(server.services.db, lesson.roomId)).toHaveLength(50);
    const counted = await teacher.frame(
      (frame) => "counts" in frame && frame.counts.answered === 50 && frame.counts,
    );
    expect(counted).toMatchObject({ joined: 50, connected: 50 });
  }, 60_000);
});

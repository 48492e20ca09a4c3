import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { RoomSettings } from "@pyrena/contracts";
import {
  hostFrameSchema,
  peekAckSchema,
  projectorFrameSchema,
  rosterAckSchema,
  studentFrameSchema,
} from "@pyrena/contracts";
import { newToken } from "@pyrena/db";
import { answer, command, Lesson, versionAt } from "../testing/lesson.ts";
import { connectLive } from "../testing/test-client.ts";
import { RIGHT_VALUE, SECRET } from "../testing/test-room.ts";
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

describe("§1 connecting and §2 requests: who may do what", () => {
  test("a student or projector that calls host events is refused each of them", async () => {
    const lesson = await start();
    const { client, credential } = await lesson.seat("Ana");
    const screen = (await lesson.projector()).client;
    const requests = [
      ...(["close", "discuss", "revote", "reveal", "scoreboard", "skip", "end"] as const).map((type) => ({
        type,
        version: 1,
      })),
      { type: "open", version: 1, entryId: lesson.room.entryIds[0] },
      { type: "extend", version: 1, seconds: 60 },
      { type: "peek" },
      { type: "roster" },
      { type: "lock", isLocked: true },
      { type: "void", roundId: "some-round", isVoid: true },
      { type: "kick", participantId: credential.participantId },
      { type: "rename", participantId: credential.participantId, nickname: "Other" },
    ];
    for (const request of requests) {
      expect(await client.askAnything(request)).toMatchObject({ ok: false, code: "forbidden" });
      expect(await screen.askAnything(request)).toMatchObject({ ok: false, code: "forbidden" });
    }
    expect((await server.services.live.state(lesson.roomId)).version).toBe(1);
  });

  test("a connection is checked against the credential of the audience it names, and no other", async () => {
    const lesson = await start();
    const other = await start();
    const ana = await lesson.join("Ana");
    const student = { audience: "student", room: lesson.roomId, token: ana.token };
    const refusals: [string, Parameters<typeof connectLive>[1]][] = [
      ["not-signed-in", { auth: { audience: "host", room: lesson.roomId } }],
      ["unknown-participant", { auth: { ...student, room: other.roomId } }],
      ["unknown-participant", { auth: { ...student, token: newToken() }, cookie: server.cookie }],
      ["link-revoked", { auth: { ...student, audience: "projector" } }],
      ["malformed", { auth: { audience: "student", room: lesson.roomId } }],
      ["malformed", { auth: { ...student, isHost: true } }],
      ["protocol-mismatch", { auth: { ...student, protocol: 0 } }],
      ["unknown-room", { auth: { audience: "host", room: "no-such-room" }, cookie: server.cookie }],
    ];
    for (const [code, options] of refusals) expect(await connectLive(server, options)).toBe(code);
  });

  test("a foreign origin may not connect, with a good cookie or without", async () => {
    const lesson = await start();
    const auth = { audience: "host", room: lesson.roomId };
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1:1", null]) {
      expect(await connectLive(server, { auth, cookie: server.cookie, origin })).toBe("websocket error");
    }
  });

  test("a removed participant is told, is out, and cannot come back", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { client, credential } = await lesson.seat("Ana");
    const { participantId, token } = credential;
    expect(await teacher.ask({ type: "kick", participantId })).toMatchObject({ ok: true });
    await client.frame((frame) => frame.type === "gone" && frame.code === "kicked");
    expect(await connectLive(server, { auth: { audience: "student", room: lesson.roomId, token } })).toBe(
      "kicked",
    );
  });

  test("what changes points or removes somebody is in the audit log, with who did it", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const { credential } = await lesson.seat("Ana");
    const roundId = await lesson.ask(teacher);
    await command(teacher, "close");
    await command(teacher, "reveal");
    const { participantId } = credential;
    for (const request of [
      { type: "void", roundId, isVoid: true } as const,
      { type: "kick", participantId } as const,
    ]) {
      expect(await teacher.ask(request)).toMatchObject({ ok: true });
    }
    const { rows } = await server.database.pool.query(
      "select action, detail, actor_id is not null as has_actor from audit_event where subject = $1 and action <> 'room-opened' order by id",
      [`room:${lesson.roomId}`],
    );
    expect(rows).toEqual([
      { action: "round-voided", detail: { roundId, isVoid: true }, has_actor: true },
      { action: "participant-removed", detail: { participantId }, has_actor: true },
    ]);
  });

  test("a rename to a taken or impossible name is refused, another is shown", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const [ana] = [await lesson.seat("Ana"), await lesson.seat("Ben")];
    const { participantId } = ana.credential;
    expect(await teacher.ask({ type: "rename", participantId, nickname: "BEN" })).toMatchObject({
      code: "nickname-taken",
    });
    expect(await teacher.ask({ type: "rename", participantId, nickname: "  " })).toMatchObject({
      code: "nickname-empty",
    });
    expect(await teacher.ask({ type: "rename", participantId, nickname: "Anna" })).toMatchObject({
      ok: true,
    });
    await ana.client.frame((frame) => frame.type === "self" && frame.self.nickname === "Anna");
  });

  test("a double tap and a second host's stale page advance the room once", async () => {
    const lesson = await start();
    const [one, two] = [await lesson.host(), await lesson.host()];
    const request = {
      type: "open",
      version: versionAt(one),
      entryId: lesson.room.entryIds[0] ?? "",
    } as const;
    const acks = await Promise.all([one.ask(request), one.ask(request), two.ask(request)]);
    expect(acks.filter((ack) => ack.ok)).toHaveLength(1);
    expect(acks.filter((ack) => !ack.ok && ack.code === "stale-version")).toHaveLength(2);
  });

  test("a revoked projector link goes dark", async () => {
    const lesson = await start();
    const { link, client: screen } = await lesson.projector();
    await server.services.live.projectorLinkRevoked(lesson.roomId, link.id);
    await screen.frame((frame) => frame.type === "gone" && frame.code === "link-revoked");
  });
});

describe("§6 secrets", () => {
  test("no frame and no ack carries key, histogram or points before the reveal; peek and roster answer the host alone", async () => {
    const lesson = await start();
    const [teacher, other, screen] = [
      await lesson.host(),
      await lesson.host(),
      (await lesson.projector()).client,
    ];
    const students = await Promise.all(["Ana", "Ben", "Cleo"].map((name) => lesson.seat(name)));
    const roundId = await lesson.ask(teacher);
    const acks: unknown[] = [];
    for (const [index, { client }] of students.entries()) {
      acks.push(await client.ask(answer(roundId, index === 0 ? RIGHT_VALUE : index, `answer-of-${index}`)));
    }
    const peek = peekAckSchema.parse(await teacher.ask({ type: "peek" }));
    expect(peek).toMatchObject({
      ok: true,
      reveal: { answer: { value: RIGHT_VALUE } },
      ballots: [{ answered: 3, correct: 1 }],
    });
    const roster = rosterAckSchema.parse(await teacher.ask({ type: "roster" }));
    expect(roster.ok && roster.participants.map((row) => [row.nickname, row.hasAnswered])).toContainEqual([
      "Ana",
      true,
    ]);
    await command(teacher, "close");
    await command(teacher, "discuss");
    await screen.frame((frame) => frame.version === versionAt(teacher));

    const everything = [
      ...acks,
      ...[teacher, other].flatMap(({ frames }) => frames.map((frame) => hostFrameSchema.parse(frame))),
      ...screen.frames.map((frame) => projectorFrameSchema.parse(frame)),
    ];
    // Nobody's own right answer is in what is checked next: each student's frames are looked at without their answer.
    for (const { client } of students.slice(1))
      everything.push(...client.frames.map((frame) => studentFrameSchema.parse(frame)));
    const text = JSON.stringify(everything);
    for (const secret of [
      SECRET,
      String(RIGHT_VALUE),
      "histogram",
      "buckets",
      "isCorrect",
      '"grade"',
      "holders",
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain("getrefcount");

    await command(teacher, "reveal");
    const shown = await screen.frame((frame) => JSON.stringify(frame).includes(SECRET) && frame);
    expect(JSON.stringify(shown)).toContain("buckets");
  });

  test("right and wrong answers are acknowledged alike", async () => {
    const lesson = await start();
    const teacher = await lesson.host();
    const [ana, ben] = [await lesson.seat("Ana"), await lesson.seat("Ben")];
    const roundId = await lesson.ask(teacher);
    const right = await ana.client.ask(answer(roundId, RIGHT_VALUE, "same-length-1"));
    const wrong = await ben.client.ask(answer(roundId, 0, "same-length-2"));
    expect(Object.keys(right)).toEqual(Object.keys(wrong));
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import {
  type Ballot,
  hostFrameSchema,
  type LiveFrame,
  type ParticipantCredential,
  peekAckSchema,
  projectorFrameSchema,
  rosterAckSchema,
  studentFrameSchema,
} from "@pyrena/contracts";
import {
  insertProjectorLink,
  insertRoomEvent,
  newToken,
  selectAnswers,
  selectVariants,
  writeHeartbeat,
} from "@pyrena/db";
import { nanoid } from "nanoid";
import {
  connectHost,
  connectLive,
  connectStudent,
  joinRoom,
  mustConnect,
  openRoom,
  RIGHT_VALUE,
  SECRET,
  type TestClient,
  type TestRoom,
  TestServer,
} from "../testing/classroom.ts";

let server: TestServer;
let open: TestClient[] = [];
beforeAll(async () => {
  server = await TestServer.start();
}, 120_000);
afterEach(() => {
  for (const client of open) client.close();
  open = [];
});
afterAll(() => server.close());

function keep(client: TestClient): TestClient {
  open.push(client);
  return client;
}

async function seat(room: TestRoom, nickname: string) {
  const credential = await joinRoom(server, room.pin, nickname);
  return { credential, client: keep(await connectStudent(server, credential)) };
}

const host = async (room: TestRoom) => keep(await connectHost(server, room.roomId));

async function projector(room: TestRoom): Promise<TestClient> {
  const token = newToken();
  await insertProjectorLink(server.services.db, room.roomId, token);
  return keep(await mustConnect(server, { auth: { audience: "projector", room: room.roomId, token } }));
}

/** The newest version a host's page shows. */
function versionAt(client: TestClient): number {
  return client.frames.at(-1)?.version ?? 0;
}

type Simple = "close" | "discuss" | "revote" | "reveal" | "scoreboard" | "skip" | "end";

async function command(client: TestClient, type: Simple): Promise<void> {
  const ack = await client.ask({ type, version: versionAt(client) });
  if (!ack.ok) throw new Error(`${type}: ${ack.code}`);
  await client.frame((frame) => "version" in ack && frame.version >= ack.version);
}

/** Opens the entry and waits until the host's page shows it; returns the round. */
async function ask(client: TestClient, room: TestRoom, entry = 0): Promise<string> {
  const ack = await client.ask({
    type: "open",
    version: versionAt(client),
    entryId: room.entryIds[entry] ?? "",
  });
  if (!ack.ok || !("version" in ack)) throw new Error(JSON.stringify(ack));
  return client.frame(
    (frame) =>
      frame.version === ack.version &&
      frame.type === "view" &&
      "view" in frame &&
      frame.view.current.phase === "open" &&
      frame.view.current.round.roundId,
  );
}

const inPhase = (phase: string) => (frame: LiveFrame) =>
  "room" in frame && frame.room.current.phase === phase ? frame.room.current : null;

function answer(roundId: string, value: number, answerId: string, ballot: Ballot = 1) {
  return { type: "answer", answerId, roundId, ballot, response: { widget: "number", value } } as const;
}

describe("§3 frames: a round from the question to the scoreboard", () => {
  test("students, host and projector see each phase, and the points of the right answer", async () => {
    const room = await openRoom(server);
    const [teacher, screen] = [await host(room), await projector(room)];
    const [ana, ben] = [await seat(room, "Ana"), await seat(room, "Ben")];
    const roundId = await ask(teacher, room);
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
    const room = await openRoom(server);
    const teacher = await host(room);
    const { client } = await seat(room, "Ana");
    const roundId = await ask(teacher, room);
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

describe("§5 answers", () => {
  test("a duplicate gets the same ack and is stored once; a second answer is refused", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const { client } = await seat(room, "Ana");
    const roundId = await ask(teacher, room);
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
    expect(await selectAnswers(server.services.db, room.roomId)).toHaveLength(1);
  });

  test("two tabs answer at once: one answer stands and the other tab is told", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const { client, credential } = await seat(room, "Ana");
    const second = keep(await connectStudent(server, credential));
    const roundId = await ask(teacher, room);
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
    const room = await openRoom(server, { answersMayChange: true });
    const teacher = await host(room);
    const { client } = await seat(room, "Ana");
    const roundId = await ask(teacher, room);
    await client.ask(answer(roundId, 1, "first-try"));
    expect(await client.ask(answer(roundId, RIGHT_VALUE, "second-try"))).toMatchObject({
      ok: true,
      answerId: "second-try",
    });
    const rows = await selectAnswers(server.services.db, room.roomId);
    expect(rows.map((row) => row.idempotencyKey)).toEqual(["second-try"]);
  });

  test("late ones are refused with a reason", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const { client } = await seat(room, "Ana");
    const roundId = await ask(teacher, room);
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
    const room = await openRoom(server);
    const teacher = await host(room);
    const [ana, ben] = [await seat(room, "Ana"), await seat(room, "Ben")];
    const roundId = await ask(teacher, room);
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
    const room = await openRoom(server);
    const [ana, ben] = [await seat(room, "Ana"), await seat(room, "Ben")];
    const flood = await Promise.all(Array.from({ length: 200 }, () => ana.client.ask({ type: "clock" })));
    expect(flood.filter((ack) => !ack.ok && ack.code === "rate-limited").length).toBeGreaterThan(50);
    expect(await ben.client.ask({ type: "clock" })).toMatchObject({ ok: true });
  });

  test("a message of a megabyte ends its own connection only", async () => {
    const room = await openRoom(server);
    const [ana, ben] = [await seat(room, "Ana"), await seat(room, "Ben")];
    const closed = new Promise((resolve) => ana.client.socket.once("disconnect", resolve));
    ana.client.socket.emit("request", { type: "answer", padding: "x".repeat(1_000_000) });
    await closed;
    expect(await ben.client.ask({ type: "clock" })).toMatchObject({ ok: true });
  });
});

describe("§1 connecting and §2 requests: who may do what", () => {
  test("a student or projector that calls host events is refused each of them", async () => {
    const room = await openRoom(server);
    const { client, credential } = await seat(room, "Ana");
    const screen = await projector(room);
    const requests = [
      ...(["close", "discuss", "revote", "reveal", "scoreboard", "skip", "end"] as const).map((type) => ({
        type,
        version: 1,
      })),
      { type: "open", version: 1, entryId: room.entryIds[0] },
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
    expect((await server.services.live.state(room.roomId)).version).toBe(1);
  });

  test("a connection is checked against the credential of the audience it names, and no other", async () => {
    const room = await openRoom(server);
    const other = await openRoom(server);
    const ana = await joinRoom(server, room.pin, "Ana");
    const student = { audience: "student", room: room.roomId, token: ana.token };
    const refusals: [string, Parameters<typeof connectLive>[1]][] = [
      ["not-signed-in", { auth: { audience: "host", room: room.roomId } }],
      ["unknown-participant", { auth: { ...student, room: other.roomId } }],
      ["unknown-participant", { auth: { ...student, token: newToken() }, cookie: server.cookie }],
      ["link-revoked", { auth: { ...student, audience: "projector" } }],
      ["malformed", { auth: { audience: "student", room: room.roomId } }],
      ["malformed", { auth: { ...student, isHost: true } }],
      ["protocol-mismatch", { auth: { ...student, protocol: 0 } }],
      ["unknown-room", { auth: { audience: "host", room: "no-such-room" }, cookie: server.cookie }],
    ];
    for (const [code, options] of refusals) expect(await connectLive(server, options)).toBe(code);
  });

  test("a foreign origin may not connect, with a good cookie or without", async () => {
    const room = await openRoom(server);
    const auth = { audience: "host", room: room.roomId };
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1:1", null]) {
      expect(await connectLive(server, { auth, cookie: server.cookie, origin })).toBe("websocket error");
    }
  });

  test("a removed participant is told, is out, and cannot come back", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const { client, credential } = await seat(room, "Ana");
    const { participantId, token } = credential;
    expect(await teacher.ask({ type: "kick", participantId })).toMatchObject({ ok: true });
    await client.frame((frame) => frame.type === "gone" && frame.code === "kicked");
    expect(await connectLive(server, { auth: { audience: "student", room: room.roomId, token } })).toBe(
      "kicked",
    );
  });

  test("a rename to a taken or impossible name is refused, another is shown", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const [ana] = [await seat(room, "Ana"), await seat(room, "Ben")];
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
    const room = await openRoom(server);
    const [one, two] = [await host(room), await host(room)];
    const request = { type: "open", version: versionAt(one), entryId: room.entryIds[0] ?? "" } as const;
    const acks = await Promise.all([one.ask(request), one.ask(request), two.ask(request)]);
    expect(acks.filter((ack) => ack.ok)).toHaveLength(1);
    expect(acks.filter((ack) => !ack.ok && ack.code === "stale-version")).toHaveLength(2);
  });

  test("a revoked projector link goes dark", async () => {
    const room = await openRoom(server);
    const token = newToken();
    const link = await insertProjectorLink(server.services.db, room.roomId, token);
    const screen = keep(
      await mustConnect(server, { auth: { audience: "projector", room: room.roomId, token } }),
    );
    await server.services.live.projectorLinkRevoked(room.roomId, link.id);
    await screen.frame((frame) => frame.type === "gone" && frame.code === "link-revoked");
  });
});

describe("§6 secrets", () => {
  test("no frame and no ack carries key, histogram or points before the reveal; peek and roster answer the host alone", async () => {
    const room = await openRoom(server);
    const [teacher, other, screen] = [await host(room), await host(room), await projector(room)];
    const students = await Promise.all(["Ana", "Ben", "Cleo"].map((name) => seat(room, name)));
    const roundId = await ask(teacher, room);
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
    const room = await openRoom(server);
    const teacher = await host(room);
    const [ana, ben] = [await seat(room, "Ana"), await seat(room, "Ben")];
    const roundId = await ask(teacher, room);
    const right = await ana.client.ask(answer(roundId, RIGHT_VALUE, "same-length-1"));
    const wrong = await ben.client.ask(answer(roundId, 0, "same-length-2"));
    expect(Object.keys(right)).toEqual(Object.keys(wrong));
  });
});

describe("§4 coming back and §7 time", () => {
  test("a reload in mid-question finds the same person, the own answer and the time left", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const { client, credential } = await seat(room, "Ana");
    const roundId = await ask(teacher, room);
    await client.ask(answer(roundId, 42, "before-reload"));
    client.close();
    const again = keep(await connectStudent(server, credential));
    const view = await again.frame((frame) => frame.type === "view" && "self" in frame && frame);
    expect(view).toMatchObject({ self: { nickname: "Ana", answers: [{ response: { value: 42 } }] } });
    expect(view.room.current.phase === "open" && view.room.current.deadline).toBeGreaterThan(view.serverTime);
  });

  test("a page that already holds the newest version is told so in one small frame", async () => {
    const room = await openRoom(server);
    const credential = await joinRoom(server, room.pin, "Ana");
    const fresh = keep(await connectStudent(server, credential, 1));
    await fresh.frame((frame) => frame.type === "self");
    expect(fresh.frames.map((frame) => frame.type)).toEqual(["current", "self"]);
  });

  test("a late student gets the open question with the time left", async () => {
    const room = await openRoom(server);
    const roundId = await ask(await host(room), room);
    const late = await seat(room, "Late");
    await late.client.frame(inPhase("open"));
    expect(await late.client.ask(answer(roundId, 1, "late-comer"))).toMatchObject({ ok: true });
  });

  test("a question whose time is over closes by itself", async () => {
    const room = await openRoom(server, { secondsPerQuestion: 5 });
    const teacher = await host(room);
    const { client } = await seat(room, "Ana");
    await ask(teacher, room);
    await client.frame(inPhase("closed"));
  }, 15_000);
});

describe("§7 time: a restart of the server", () => {
  test("in mid-question loses nothing: everybody is back, answers stand, the lost time is given back", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const [ana, ben] = [await seat(room, "Ana"), await seat(room, "Ben")];
    const roundId = await ask(teacher, room);
    const before = await ana.client.frame(inPhase("open"));
    const answered = await ana.client.ask(answer(roundId, RIGHT_VALUE, "before-restart"));
    const seen = ben.client.frames.length;
    await server.restart();

    const after = await ben.client.frame(
      (frame) => ben.client.frames.indexOf(frame) >= seen && inPhase("open")(frame),
    );
    const deadlineOf = (current: typeof before) => (current.phase === "open" ? (current.deadline ?? 0) : 0);
    expect(deadlineOf(after)).toBeGreaterThan(deadlineOf(before));
    expect(await ana.client.ask(answer(roundId, RIGHT_VALUE, "before-restart"))).toEqual(answered);
    expect(await ben.client.ask(answer(roundId, 1, "after-restart"))).toMatchObject({ ok: true });
    expect(await selectAnswers(server.services.db, room.roomId)).toHaveLength(2);

    const again = await host(room);
    await command(again, "close");
    await command(again, "reveal");
    await ana.client.frame((frame) => frame.type === "self" && frame.self.result?.points === 100);
  }, 60_000);

  test("an outage longer than the longest extension ends the question, as its deadline says", async () => {
    const room = await openRoom(server);
    // A question that was opened two minutes ago by a server that died a second later.
    const at = Date.now() - 120_000;
    const state = await server.services.live.state(room.roomId);
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
      await insertRoomEvent(server.database.db, room.roomId, { version: 2, event }, [round]);
      await writeHeartbeat(server.database.db, "live", new Date(at + 1_000));
    });
    const { client } = await seat(room, "Ana");
    await client.frame(inPhase("closed"));
  }, 60_000);
});

describe("§5 answers: faults of the database", () => {
  test("when every connection to it breaks, an answer is stored or said not to be, and can be sent again", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const seats = await Promise.all(Array.from({ length: 12 }, (_, index) => seat(room, `Student ${index}`)));
    const roundId = await ask(teacher, room);
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
    expect(await selectAnswers(server.services.db, room.roomId)).toHaveLength(12);
  });

  test("an answer the database refuses costs nobody else theirs", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const seats = await Promise.all(Array.from({ length: 6 }, (_, index) => seat(room, `Student ${index}`)));
    const roundId = await ask(teacher, room);
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
    const room = await openRoom(server);
    const second = await server.another();
    try {
      const lock = (isLocked: boolean) => ({ type: "room-locked", at: Date.now(), isLocked }) as const;
      await second.services.live.state(room.roomId);
      const appended = await Promise.all(
        [server, second].flatMap(({ services }) =>
          [true, false, true, false].map((isLocked) => services.live.dispatch(room.roomId, lock(isLocked))),
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
    const room = await openRoom(server);
    const { credential, client } = await seat(room, "Ana");
    for (let tab = 2; tab <= 6; tab += 1) keep(await connectStudent(server, credential));
    const { token } = credential;
    const refusal = await connectLive(server, { auth: { audience: "student", room: room.roomId, token } });
    expect(refusal).toBe("too-many-connections");
    expect(await client.ask({ type: "clock" })).toMatchObject({ ok: true });
  });

  test("two hundred answers in the same instant are all acknowledged, and each is stored once", async () => {
    const room = await openRoom(server);
    const teacher = await host(room);
    const credentials: ParticipantCredential[] = [];
    for (let index = 0; index < 50; index += 1)
      credentials.push(await joinRoom(server, room.pin, `Student ${index}`));
    const clients = await Promise.all(credentials.map((credential) => connectStudent(server, credential)));
    for (const client of clients) keep(client);
    const roundId = await ask(teacher, room);
    const acks = await Promise.all(
      clients.flatMap((client, index) =>
        // Each student's page sends its answer four times, as a page on a bad network does.
        Array.from({ length: 4 }, () => client.ask(answer(roundId, index, `answer-number-${index}`))),
      ),
    );
    expect(acks.filter((ack) => ack.ok)).toHaveLength(200);
    expect(await selectAnswers(server.services.db, room.roomId)).toHaveLength(50);
    const counted = await teacher.frame(
      (frame) => "counts" in frame && frame.counts.answered === 50 && frame.counts,
    );
    expect(counted).toMatchObject({ joined: 50, connected: 50 });
  }, 60_000);
});

import { describe, expect, test } from "@jest/globals";
import { type HostFrame, hostFrameSchema, type LiveFrame, studentFrameSchema } from "@pyrena/contracts";
import { applyStudentFrame, type StudentPage } from "./client.ts";
import type { RoomEvent } from "./event.ts";
import { type Control, checkVersion, controlsOf } from "./host.ts";
import { afterOutage, LONGEST_EXTENSION_MS } from "./outage.ts";
import { countReactions, NO_REACTIONS, react } from "./reactions.ts";
import { latestBallot } from "./state.ts";
import { isWorthDiscussing } from "./tally.ts";
import { Classroom } from "./testing/classroom.ts";
import { number, QUESTION, questionOpened, REVEAL, RIGHT_VALUE, roomOpened } from "./testing/fixtures.ts";
import { NETWORK_GRACE_MS, transition } from "./transition.ts";
import { peekTallies, rosterRows, scoreboard } from "./view.ts";

function opened(
  settings: Parameters<typeof roomOpened>[1] = {},
  students = ["ana-0001", "ben-0001"],
): Classroom {
  const room = new Classroom();
  room.dispatch(roomOpened(room.now, settings));
  for (const student of students) room.join(student);
  return room;
}

function ask(room: Classroom, roundId: string): void {
  expect(room.dispatch(questionOpened(room.now, roundId))).toBeNull();
}

function closeAndReveal(room: Classroom): void {
  expect(room.dispatch({ type: "question-closed", at: room.now, cause: "host" })).toBeNull();
  expect(room.dispatch({ type: "revealed", at: room.now, reveal: REVEAL })).toBeNull();
}

const pointsOf = (room: Classroom, student: string) =>
  scoreboard(room.room).ranking.standings.get(student)?.points;

describe("an answer", () => {
  test("sent twice is stored once and acknowledged twice", () => {
    const room = opened();
    ask(room, "round-0001");
    expect(room.answer("ana-0001", number(3), { answerId: "same-key" })).toEqual({ admit: "store" });
    expect(room.answer("ana-0001", number(3), { answerId: "same-key" }).admit).toBe("repeat");
    expect(room.answers).toHaveLength(1);
  });

  test("sent twice is acknowledged again even after the close, but a new one is too late", () => {
    const room = opened();
    ask(room, "round-0001");
    room.answer("ana-0001", number(3), { answerId: "same-key" });
    room.dispatch({ type: "question-closed", at: room.now, cause: "time" });
    expect(room.answer("ana-0001", number(3), { answerId: "same-key" }).admit).toBe("repeat");
    expect(room.answer("ben-0001", number(3))).toEqual({ admit: "no", code: "too-late" });
  });

  test("within the network grace is taken, after it is not", () => {
    const room = opened();
    ask(room, "round-0001");
    room.now += 60_000 + NETWORK_GRACE_MS;
    expect(room.answer("ana-0001", number(0))).toEqual({ admit: "store" });
    room.now += 1;
    expect(room.answer("ben-0001", number(0))).toEqual({ admit: "no", code: "too-late" });
  });

  test("to another round, another ballot or another widget is refused by name", () => {
    const room = opened();
    ask(room, "round-0001");
    expect(room.answer("ana-0001", number(1), { roundId: "round-0000" })).toEqual({
      admit: "no",
      code: "stale-round",
    });
    expect(room.answer("ana-0001", number(1), { ballot: 2 })).toEqual({ admit: "no", code: "stale-round" });
    expect(room.answer("ana-0001", { widget: "line", line: 1 })).toEqual({
      admit: "no",
      code: "wrong-widget",
    });
  });

  test("may be changed only where the room says so", () => {
    const strict = opened();
    ask(strict, "round-0001");
    strict.answer("ana-0001", number(1));
    expect(strict.answer("ana-0001", number(RIGHT_VALUE))).toEqual({ admit: "no", code: "already-answered" });
    const lenient = opened({ answersMayChange: true });
    ask(lenient, "round-0001");
    lenient.answer("ana-0001", number(1));
    expect(lenient.answer("ana-0001", number(RIGHT_VALUE))).toEqual({ admit: "replace" });
    closeAndReveal(lenient);
    expect(pointsOf(lenient, "ana-0001")).toBe(100);
  });
});

describe("points", () => {
  test("accuracy: a slow right answer earns as much as a fast one; the first option is an answer", () => {
    const room = opened();
    ask(room, "round-0001");
    room.answer("ana-0001", number(RIGHT_VALUE));
    room.now += 50_000;
    room.answer("ben-0001", number(RIGHT_VALUE));
    closeAndReveal(room);
    expect([pointsOf(room, "ana-0001"), pointsOf(room, "ben-0001")]).toEqual([100, 100]);
    expect(scoreboard(room.room).ranking.rows.map((row) => row.rank)).toEqual([1, 1]);
  });

  test("speed: the bonus is measured from the first correct answer, not from the opening", () => {
    const room = opened({ scoring: "speed" });
    ask(room, "round-0001");
    room.now += 40_000;
    room.answer("ana-0001", number(RIGHT_VALUE));
    room.now += 10_000;
    room.answer("ben-0001", number(RIGHT_VALUE));
    closeAndReveal(room);
    expect([pointsOf(room, "ana-0001"), pointsOf(room, "ben-0001")]).toEqual([150, 125]);
  });

  test("streak: grows with right answers in a row and a void round does not break it", () => {
    const room = opened({ scoring: "streak" });
    for (const [index, value] of [RIGHT_VALUE, 0, RIGHT_VALUE].entries()) {
      ask(room, `round-000${index}`);
      room.answer("ana-0001", number(value));
      closeAndReveal(room);
    }
    expect(pointsOf(room, "ana-0001")).toBe(200);
    expect(
      room.dispatch({ type: "round-voided", at: room.now, roundId: "round-0001", isVoid: true }),
    ).toBeNull();
    expect(pointsOf(room, "ana-0001")).toBe(210);
    expect(
      room.dispatch({ type: "round-voided", at: room.now, roundId: "round-0001", isVoid: false }),
    ).toBeNull();
    expect(pointsOf(room, "ana-0001")).toBe(200);
  });

  test("a removed participant leaves the ranking", () => {
    const room = opened();
    ask(room, "round-0001");
    room.answer("ana-0001", number(RIGHT_VALUE));
    closeAndReveal(room);
    room.dispatch({ type: "participant-removed", at: room.now, participantId: "ana-0001" });
    expect(scoreboard(room.room).ranking.rows.map((row) => row.participantId)).toEqual(["ben-0001"]);
  });
});

describe("peer instruction", () => {
  test("vote, discuss, revote: the last ballot counts and both tallies show the gain", () => {
    const students = ["s-000001", "s-000002", "s-000003", "s-000004", "s-000005", "s-000006"];
    const room = opened({}, students);
    ask(room, "round-0001");
    for (const [index, student] of students.entries())
      room.answer(student, number(index < 3 ? RIGHT_VALUE : 1));
    room.dispatch({ type: "question-closed", at: room.now, cause: "host" });
    expect(peekTallies(room.room).map(isWorthDiscussing)).toEqual([true]);
    room.dispatch({ type: "discussion-opened", at: room.now });
    room.dispatch({
      type: "revote-opened",
      at: room.now,
      variantId: "twin-of-entry-001",
      question: QUESTION,
      timeLimit: 30,
    });
    for (const student of students.slice(1)) room.answer(student, number(RIGHT_VALUE));
    closeAndReveal(room);
    expect(peekTallies(room.room).map(({ answered, correct }) => [answered, correct])).toEqual([
      [6, 3],
      [5, 5],
    ]);
    // The first student did not vote again: their first answer stands.
    expect(students.map((student) => pointsOf(room, student))).toEqual([100, 100, 100, 100, 100, 100]);
  });

  test("there is one discussion per round", () => {
    const room = opened();
    ask(room, "round-0001");
    room.dispatch({ type: "question-closed", at: room.now, cause: "host" });
    room.dispatch({ type: "discussion-opened", at: room.now });
    room.dispatch({
      type: "revote-opened",
      at: room.now,
      variantId: "twin-of-entry-001",
      question: QUESTION,
      timeLimit: null,
    });
    room.dispatch({ type: "question-closed", at: room.now, cause: "host" });
    expect(room.dispatch({ type: "discussion-opened", at: room.now })).toBe("wrong-phase");
  });
});

describe("an outage", () => {
  test("gives its length back to the open question, at most a minute", () => {
    const room = opened();
    ask(room, "round-0001");
    const { state } = room.room;
    const openedAt = room.now;
    expect(afterOutage(state, openedAt + 10_000, openedAt + 25_000)).toMatchObject({
      byMs: 15_000,
      cause: "outage",
    });
    expect(afterOutage(state, openedAt + 10_000, openedAt + 900_000)).toMatchObject({
      byMs: LONGEST_EXTENSION_MS,
    });
  });

  test("before the question opened, or after its time was over, gives nothing back", () => {
    const room = opened();
    ask(room, "round-0001");
    const openedAt = room.now;
    expect(afterOutage(room.room.state, openedAt - 50_000, openedAt)).toBeNull();
    expect(afterOutage(room.room.state, openedAt + 60_000, openedAt + 70_000)).toBeNull();
    expect(afterOutage(room.room.state, openedAt - 50_000, openedAt + 2_000)).toMatchObject({ byMs: 2_000 });
  });

  test("as an event it moves the deadline and the scheduled close", () => {
    const room = opened();
    ask(room, "round-0001");
    const { state } = room.room;
    if (state.phase !== "open") throw new Error("not open");
    const step = transition(state, { type: "question-extended", at: 5, byMs: 15_000, cause: "outage" });
    const deadline = latestBallot(state.round).deadline ?? 0;
    expect(step.ok && step.effects).toContainEqual({
      type: "schedule-close",
      at: deadline + 15_000 + NETWORK_GRACE_MS,
    });
  });
});

describe("the host", () => {
  const events: Record<Exclude<Control, "peek">, RoomEvent> = {
    open: questionOpened(9, "round-next", "entry-002"),
    close: { type: "question-closed", at: 9, cause: "host" },
    extend: { type: "question-extended", at: 9, byMs: 10_000, cause: "host" },
    discuss: { type: "discussion-opened", at: 9 },
    revote: {
      type: "revote-opened",
      at: 9,
      variantId: "twin-of-entry-001",
      question: QUESTION,
      timeLimit: 30,
    },
    reveal: { type: "revealed", at: 9, reveal: REVEAL },
    scoreboard: { type: "scoreboard-shown", at: 9 },
    skip: { type: "round-skipped", at: 9 },
    end: { type: "room-ended", at: 9 },
  };
  const path: (keyof typeof events)[] = [
    "open",
    "close",
    "discuss",
    "revote",
    "close",
    "reveal",
    "scoreboard",
    "end",
  ];

  test("is offered exactly what the machine accepts, in every phase", () => {
    const room = opened();
    for (const control of [null, ...path]) {
      if (control !== null) expect(room.dispatch(events[control])).toBeNull();
      const { state } = room.opened();
      const accepted = Object.keys(events).filter(
        (name) => transition(state, events[name as keyof typeof events]).ok,
      );
      const offered = controlsOf(state).filter((name) => name !== "peek");
      // A round id is used once; the second "open" of this test asks a fresh one.
      const fresh = transition(state, { ...questionOpened(9, "round-other") }).ok ? ["open"] : [];
      expect(offered.toSorted()).toEqual([...new Set([...accepted, ...fresh])].toSorted());
    }
  });

  test("with a page of an older version is refused", () => {
    const room = opened();
    expect(checkVersion(room.room.state, { type: "end", version: 0 })).toBe("stale-version");
    expect(checkVersion(room.room.state, { type: "end", version: 1 })).toBeNull();
    expect(checkVersion(room.room.state, { type: "peek" })).toBeNull();
  });

  test("can push an item that was not in the deck, and skip a question without a trace in the points", () => {
    const room = opened();
    const entry = {
      entryId: "pushed-01",
      itemVersionId: "version-of-pushed",
      title: "Own program",
      kind: "output",
      variantId: "variant-pushed",
      twinVariantId: null,
    };
    expect(room.dispatch({ type: "entry-added", at: room.now, entry })).toBeNull();
    expect(room.dispatch(questionOpened(room.now, "round-0001", "pushed-01"))).toBeNull();
    room.answer("ana-0001", number(RIGHT_VALUE));
    expect(room.dispatch({ type: "round-skipped", at: room.now })).toBeNull();
    expect(pointsOf(room, "ana-0001")).toBe(0);
    expect(room.opened().state.phase).toBe("lobby");
  });

  test("sees names and who answered in the roster only", () => {
    const room = opened();
    const frames: HostFrame[] = [];
    room.connect({ audience: "host" }, (frame) => frames.push(hostFrameSchema.parse(frame)));
    ask(room, "round-0001");
    room.answer("ana-0001", number(1));
    expect(rosterRows(room.room).map((row) => [row.nickname, row.hasAnswered])).toEqual([
      ["ana-0001", true],
      ["ben-0001", false],
    ]);
    expect(JSON.stringify(frames.at(-1))).not.toContain("ana-0001");
  });
});

test("reactions count the last one of each participant", () => {
  const reactions = react(react(react(NO_REACTIONS, "a", "lost"), "b", "lost"), "a", "faster");
  expect(countReactions(reactions)).toEqual({ lost: 1, slower: 0, faster: 1 });
});

test("twenty students play three rounds over the in-memory transport, some reloading and some late", () => {
  const room = opened({}, []);
  const students = Array.from({ length: 20 }, (_, index) => `student-${String(index).padStart(2, "0")}`);
  const pages = new Map<string, StudentPage | null>();
  const leave = new Map<string, () => void>();
  const sit = (student: string, seen?: number) => {
    const receive = (frame: LiveFrame) =>
      pages.set(student, applyStudentFrame(pages.get(student) ?? null, studentFrameSchema.parse(frame)));
    leave.set(student, room.connect({ audience: "student", participantId: student }, receive, seen));
  };
  for (const student of students.slice(0, 15)) {
    room.join(student);
    sit(student);
  }
  for (const [round, roundId] of ["round-0001", "round-0002", "round-0003"].entries()) {
    ask(room, roundId);
    if (round === 0) {
      for (const student of students.slice(15)) {
        room.join(student);
        sit(student);
      }
    }
    for (const [index, student] of students.entries()) {
      if (index % 5 === round) {
        leave.get(student)?.();
        pages.set(student, null);
        sit(student);
      }
      const page = pages.get(student);
      expect(page?.room.current.phase).toBe("open");
      room.now += 10;
      expect(room.answer(student, number(index % 2 === 0 ? RIGHT_VALUE : 1)).admit).toBe("store");
    }
    closeAndReveal(room);
    for (const [index, student] of students.entries()) {
      expect(pages.get(student)?.self.result).toMatchObject({ roundId, points: index % 2 === 0 ? 100 : 0 });
    }
    room.dispatch({ type: "scoreboard-shown", at: room.now });
  }
  expect(room.answers).toHaveLength(60);
  for (const page of pages.values()) {
    expect(page?.version).toBe(room.room.state.version);
    expect(page?.self.standing?.of).toBe(20);
  }
});

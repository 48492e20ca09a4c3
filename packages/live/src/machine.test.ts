import { describe, expect, test } from "@jest/globals";
import { hostFrameSchema, projectorFrameSchema, studentFrameSchema } from "@pyrena/contracts";
import fc from "fast-check";
import { applyStudentFrame, type StudentPage } from "./client.ts";
import { roomEventSchema } from "./event.ts";
import { record } from "./ledger.ts";
import { allRounds, latestBallot } from "./state.ts";
import { SECRET } from "./testing/fixtures.ts";
import { play, STUDENTS, type Try, tries } from "./testing/script.ts";
import { fold, NETWORK_GRACE_MS, transition } from "./transition.ts";
import { hostView, projectorView, scoreboard, studentRoom, studentSelf } from "./view.ts";

/** The whole of what is stored, through the text it is stored as. */
const stored = <T>(rows: readonly T[]): T[] => JSON.parse(JSON.stringify(rows));

const wholeScript: Try[] = [
  { do: "event", type: "question-opened", pick: 0 },
  ...Array.from(
    { length: STUDENTS },
    (_, student): Try => ({ do: "answer", student, value: student, lateMs: 0 }),
  ),
  { do: "event", type: "question-closed", pick: 0 },
  { do: "event", type: "revealed", pick: 0 },
  { do: "event", type: "scoreboard-shown", pick: 0 },
];

describe("a room is its events and its rows", () => {
  test("folding what was stored gives the same room, however often", () => {
    fc.assert(
      fc.property(tries, (script) => {
        const { room, events, answers } = play(script);
        const replayed = fold(stored(events).map((event) => roomEventSchema.parse(event)));
        expect(replayed).toEqual(room.state);
        const again = { ...room, state: replayed, ledger: record(new Map(), stored(answers)) };
        expect(scoreboard(again)).toEqual(scoreboard(room));
      }),
    );
  });

  test("folding in two parts gives the same room as folding at once", () => {
    fc.assert(
      fc.property(tries, fc.nat(60), (script, cut) => {
        const { events } = play(script);
        expect(fold(events.slice(cut), fold(events.slice(0, cut)))).toEqual(fold(events));
      }),
    );
  });

  test("the version counts the events, and a refused event changes nothing", () => {
    fc.assert(
      fc.property(tries, (script) => {
        const { room, events } = play(script);
        expect(room.state.version).toBe(events.length);
        const before = JSON.stringify(room.state);
        const step = transition(room.state, {
          type: "round-voided",
          at: 1,
          roundId: "never-was",
          isVoid: true,
        });
        expect(step).toEqual({ ok: false, code: "unknown-round" });
        expect(JSON.stringify(room.state)).toBe(before);
      }),
    );
  });
});

describe("answers", () => {
  test("none is stored after the close or after the deadline and its grace", () => {
    fc.assert(
      fc.property(tries, (script) => {
        const { room, answers } = play(script);
        const rounds = new Map(allRounds(room.state).map((round) => [round.roundId, round]));
        for (const answer of answers) {
          const ballot = rounds.get(answer.roundId)?.ballots[answer.ballot - 1];
          expect(ballot).toBeDefined();
          if (ballot?.closedAt != null) expect(answer.receivedAt).toBeLessThanOrEqual(ballot.closedAt);
          if (ballot?.deadline != null)
            expect(answer.receivedAt).toBeLessThanOrEqual(ballot.deadline + NETWORK_GRACE_MS);
        }
      }),
    );
  });

  test("nobody has two in one ballot unless the room lets them change it", () => {
    fc.assert(
      fc.property(tries, (script) => {
        const { answers } = play(script);
        const seats = answers.map((answer) => `${answer.roundId} ${answer.ballot} ${answer.participantId}`);
        expect(new Set(seats).size).toBe(seats.length);
      }),
    );
  });
});

describe("what each audience sees", () => {
  test("no key, histogram, point or name of an answer before the reveal, in any frame", () => {
    fc.assert(
      fc.property(tries, (script) => {
        const seen: { phase: string | undefined; text: string }[] = [];
        play(script, (classroom) => {
          const phase = () => classroom.room.state.phase;
          classroom.connect({ audience: "projector" }, (frame) => {
            seen.push({ phase: phase(), text: JSON.stringify(projectorFrameSchema.parse(frame)) });
          });
          classroom.connect({ audience: "host" }, (frame) => {
            seen.push({ phase: phase(), text: JSON.stringify(hostFrameSchema.parse(frame)) });
          });
          for (let index = 0; index < STUDENTS; index += 1) {
            classroom.connect({ audience: "student", participantId: `student-${index}` }, (frame) => {
              seen.push({ phase: phase(), text: JSON.stringify(studentFrameSchema.parse(frame)) });
            });
          }
        });
        for (const { phase, text } of seen) if (phase !== "reveal") expect(text).not.toContain(SECRET);
      }),
    );
  });

  test("the sweep above would see a leak: after the reveal the secret is in every audience's view", () => {
    const classroom = play(wholeScript.slice(0, -1));
    const room = classroom.opened();
    for (const view of [studentRoom(room), projectorView(room), hostView(room)]) {
      expect(JSON.stringify(view)).toContain(SECRET);
    }
  });

  test("points do not move before the reveal", () => {
    const classroom = play(wholeScript.slice(0, -2));
    expect(scoreboard(classroom.room).ranking.rows.map((row) => row.points)).toEqual([0, 0, 0, 0, 0]);
    const self = studentSelf(classroom.opened(), "student-3", scoreboard(classroom.room));
    expect(self?.result).toBeNull();
    expect(self?.answers).toHaveLength(1);
  });

  test("a page that applied the frames as they came equals a page loaded afresh", () => {
    fc.assert(
      fc.property(tries, (script) => {
        const live: { page: StudentPage | null } = { page: null };
        const classroom = play(script, (room) => {
          room.connect({ audience: "student", participantId: "student-0" }, (frame) => {
            live.page = applyStudentFrame(live.page, studentFrameSchema.parse(frame));
          });
        });
        const fresh: { page: StudentPage | null } = { page: null };
        classroom.connect({ audience: "student", participantId: "student-0" }, (frame) => {
          fresh.page = applyStudentFrame(fresh.page, studentFrameSchema.parse(frame));
        });
        expect(live.page?.version).toBe(fresh.page?.version);
        expect(live.page?.room.current).toEqual(fresh.page?.room.current);
        const { answers: _mine, ...self } = live.page?.self ?? { answers: [] };
        expect(fresh.page?.self).toMatchObject(self);
      }),
    );
  });
});

test("the machine never leaves a question open without a way to close it", () => {
  fc.assert(
    fc.property(tries, (script) => {
      const { room } = play(script);
      if (room.state.phase !== "open") return;
      expect(latestBallot(room.state.round).closedAt).toBeNull();
      expect(transition(room.state, { type: "question-closed", at: 9e12, cause: "host" }).ok).toBe(true);
    }),
  );
});

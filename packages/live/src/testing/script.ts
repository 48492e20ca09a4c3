import fc from "fast-check";
import type { RoomEvent } from "../event.ts";
import { currentRound } from "../state.ts";
import { Classroom } from "./classroom.ts";
import { number, QUESTION, questionOpened, REVEAL, roomOpened } from "./fixtures.ts";

/** One thing somebody tries; most tries are refused in most phases, which is the point. */
export type Try =
  | { readonly do: "event"; readonly type: RoomEvent["type"]; readonly pick: number }
  | { readonly do: "answer"; readonly student: number; readonly value: number; readonly lateMs: number }
  | { readonly do: "wait"; readonly ms: number };

const EVENT_TYPES = [
  "question-opened",
  "question-opened",
  "question-closed",
  "question-extended",
  "discussion-opened",
  "revote-opened",
  "revealed",
  "revealed",
  "scoreboard-shown",
  "round-skipped",
  "round-voided",
  "room-locked",
  "participant-renamed",
  "participant-removed",
  "entry-added",
] as const;

export const STUDENTS = 5;

export const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("event" as const),
        type: fc.constantFrom(...EVENT_TYPES),
        pick: fc.nat(9),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("answer" as const),
        student: fc.nat(STUDENTS - 1),
        value: fc.integer({ min: 0, max: 4 }),
        lateMs: fc.constantFrom(0, 0, 0, 70_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 30_000 }) }),
    },
  ),
  { minLength: 5, maxLength: 60 },
);

/** Plays a script; `watch` is told about each try and what came of it. */
export function play(script: readonly Try[], prepare: (room: Classroom) => void = () => {}): Classroom {
  const room = new Classroom();
  room.dispatch(roomOpened(room.now));
  for (let index = 0; index < STUDENTS; index += 1) room.join(`student-${index}`);
  prepare(room);
  for (const attempt of script) {
    if (attempt.do === "wait") room.now += attempt.ms;
    else if (attempt.do === "event") room.dispatch(makeEvent(room, attempt.type, attempt.pick));
    else {
      room.now += attempt.lateMs;
      room.answer(`student-${attempt.student}`, number(attempt.value));
    }
  }
  return room;
}

function makeEvent(
  room: Classroom,
  type: (typeof EVENT_TYPES)[number] | RoomEvent["type"],
  pick: number,
): RoomEvent {
  const at = room.now;
  const roundId = currentRound(room.room.state)?.roundId ?? `round-0000${pick}`;
  switch (type) {
    case "room-opened":
      return roomOpened(at);
    case "question-opened":
      return questionOpened(
        at,
        `round-${String(room.events.length).padStart(5, "0")}`,
        `entry-00${(pick % 4) + 1}`,
      );
    case "question-closed":
      return { type, at, cause: "host" };
    case "question-extended":
      return { type, at, byMs: 1_000 * (pick + 1), cause: "host" };
    case "discussion-opened":
    case "scoreboard-shown":
    case "round-skipped":
    case "room-ended":
      return { type, at };
    case "revote-opened":
      return {
        type,
        at,
        variantId: "twin-of-entry-001",
        question: QUESTION,
        timeLimit: pick === 0 ? null : 30,
      };
    case "revealed":
      return { type, at, reveal: REVEAL };
    case "round-voided":
      return { type, at, roundId, isVoid: pick % 2 === 0 };
    case "room-locked":
      return { type, at, isLocked: pick % 2 === 0 };
    case "participant-renamed":
      return { type, at, participantId: `student-${pick % STUDENTS}`, nickname: `name-${pick}` };
    case "participant-removed":
      return { type, at, participantId: `student-${pick % STUDENTS}` };
    case "entry-added":
      return {
        type,
        at,
        entry: {
          entryId: `added-${String(room.events.length).padStart(5, "0")}`,
          itemVersionId: "version-added",
          title: "Added",
          kind: "output",
          variantId: "variant-added",
          twinVariantId: null,
        },
      };
  }
}

import { describe, expect, test } from "@jest/globals";
import type { PhaseView, Question, StudentFrame, StudentSelf } from "@pyrena/contracts";
import {
  answerState,
  initialStudent,
  reduceStudent,
  type StudentAction,
  type StudentState,
} from "./student-state.ts";

const question: Question = {
  kind: "refcount",
  title: "Two names",
  program: { source: "a = []", python: "3.13", pythonFull: "3.13.18", mode: "script" },
  place: { line: 1, occurrence: 1, when: "after" },
  prompt: { code: "refcount-counted", values: { name: "a", line: 1, occurrence: 1, when: "after" } },
  input: { widget: "number" },
};

const self: StudentSelf = {
  participantId: "participant-1",
  nickname: "Ana",
  answers: [],
  result: null,
  standing: null,
};

function open(roundId: string, ballot: 1 | 2 = 1): PhaseView {
  return { phase: "open", round: { roundId, ordinal: 1, ballot }, question, openedAt: 0, deadline: null };
}

function view(version: number, current: PhaseView, own: StudentSelf = self): StudentFrame {
  const settings = {
    secondsPerQuestion: null,
    answersMayChange: false,
    scoring: "accuracy",
    asksConfidence: true,
    showsLeaderboard: true,
  } as const;
  const room = { title: "Room", settings, counts: { joined: 1, connected: 1, answered: 0 }, current };
  return { type: "view", version, serverTime: 0, room, self: own };
}

function run(...actions: StudentAction[]): StudentState {
  return actions.reduce(reduceStudent, initialStudent);
}

const frame = (value: StudentFrame): StudentAction => ({ type: "frame", frame: value });
const sent: StudentAction = {
  type: "sent",
  answerId: "answer-01",
  response: { widget: "number", value: 3 },
  confidence: null,
};

describe("the student's page", () => {
  test("says saved only after the ack", () => {
    const waiting = run(frame(view(1, open("round-01"))), sent);
    expect(answerState(waiting).kind).toBe("sending");
    const acked = reduceStudent(waiting, {
      type: "acked",
      answerId: "answer-01",
      ack: { ok: true, answerId: "answer-01", receivedAt: 7 },
    });
    expect(answerState(acked)).toMatchObject({ kind: "saved", receivedAt: 7 });
  });

  test("keeps an answer on its way through a server that is away", () => {
    const state = run(frame(view(1, open("round-01"))), sent, {
      type: "acked",
      answerId: "answer-01",
      ack: { ok: false, code: "unavailable", message: "" },
    });
    expect(answerState(state).kind).toBe("sending");
  });

  test("says why an answer was refused", () => {
    const state = run(frame(view(1, open("round-01"))), sent, {
      type: "acked",
      answerId: "answer-01",
      ack: { ok: false, code: "too-late", message: "" },
    });
    expect(answerState(state)).toMatchObject({ kind: "refused", code: "too-late" });
  });

  test("brings the unsent choice and the answer on its way back after a reload", () => {
    const kept = {
      roundId: "round-01",
      ballot: 1,
      draft: { widget: "number", text: "2" },
      confidence: "sure",
    } as const;
    const state = run({ type: "restored", kept, outbox: null }, frame(view(5, open("round-01"))));
    expect(state.kept).toEqual(kept);
    expect(answerState(state).kind).toBe("editing");
  });

  test("drops what was meant for another question or ballot", () => {
    const first = run(frame(view(1, open("round-01"))), sent);
    expect(run(frame(view(1, open("round-01")))).outbox).toBeNull();
    expect(reduceStudent(first, frame(view(2, open("round-01", 2)))).outbox).toBeNull();
    expect(reduceStudent(first, frame(view(2, open("round-02")))).outbox).toBeNull();
  });

  test("believes the server when it already holds an answer from another tab", () => {
    const stored = {
      answerId: "answer-99",
      roundId: "round-01",
      ballot: 1,
      response: { widget: "number", value: 5 },
      confidence: null,
      receivedAt: 3,
    } as const;
    const state = run(frame(view(1, open("round-01"), { ...self, answers: [stored] })), sent, {
      type: "acked",
      answerId: "answer-01",
      ack: { ok: false, code: "already-answered", message: "" },
    });
    expect(answerState(state)).toMatchObject({ kind: "saved", response: { value: 5 } });
  });

  test("an older frame changes nothing", () => {
    const state = run(frame(view(5, open("round-05"))), {
      type: "frame",
      frame: { type: "counts", version: 4, serverTime: 0, counts: { joined: 9, connected: 9, answered: 9 } },
    });
    expect(state.page?.room.counts.joined).toBe(1);
  });
});

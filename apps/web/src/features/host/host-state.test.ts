import { describe, expect, test } from "@jest/globals";
import type { DeckEntryView, HostView, RosterRow } from "@pyrena/contracts";
import { initialHost, type Peek, primaryStep, reduceHost, sortRoster } from "./host-state.ts";

const entry = (entryId: string, status: DeckEntryView["status"]): DeckEntryView => ({
  entryId,
  title: entryId,
  kind: "refcount",
  timeLimit: null,
  status,
  roundId: null,
});

function view(parts: Partial<HostView>): HostView {
  return {
    title: "Room",
    pin: "4K79CD",
    isLocked: false,
    settings: {
      secondsPerQuestion: 60,
      answersMayChange: false,
      scoring: "accuracy",
      asksConfidence: true,
      showsLeaderboard: true,
    },
    counts: { joined: 0, connected: 0, answered: 0 },
    current: { phase: "lobby", names: [] },
    deck: [entry("entry-01", "waiting"), entry("entry-02", "waiting")],
    controls: ["open", "end"],
    ...parts,
  };
}

describe("the one thing to press", () => {
  test("asks the first waiting question", () => {
    expect(primaryStep(view({}))).toEqual({ type: "open", entryId: "entry-01", isFirst: true });
    const later = view({ deck: [entry("entry-01", "asked"), entry("entry-02", "waiting")] });
    expect(primaryStep(later)).toEqual({ type: "open", entryId: "entry-02", isFirst: false });
  });

  test("ends a room whose deck is done", () => {
    expect(primaryStep(view({ deck: [entry("entry-01", "asked")] }))).toEqual({ type: "end" });
  });

  test("offers nothing that the server does not allow", () => {
    expect(primaryStep(view({ controls: [] }))).toEqual({ type: "none" });
  });
});

describe("the host's page", () => {
  test("forgets a peek as soon as the room moves", () => {
    const peek: Peek = {
      ok: true,
      roundId: "round-01",
      reveal: {
        answer: { widget: "number", value: 3 },
        answerText: "3",
        answerBucket: "3",
        holders: [],
        why: [],
        notes: [],
        misconceptions: [],
        picture: null,
      },
      ballots: [],
      isWorthDiscussing: false,
    };
    const peeking = reduceHost(initialHost, { type: "peek", peek });
    expect(peeking.peek).toBe(peek);
    const next = reduceHost(peeking, {
      type: "frame",
      frame: { type: "view", version: 2, serverTime: 0, view: view({}) },
    });
    expect(next.peek).toBeNull();
  });
});

describe("sortRoster", () => {
  const row = (nickname: string, parts: Partial<RosterRow> = {}): RosterRow => ({
    participantId: nickname,
    nickname,
    isConnected: true,
    hasAnswered: false,
    isRemoved: false,
    ...parts,
  });

  test("puts those who need help first and finds by part of a name", () => {
    const rows = [
      row("Cy", { hasAnswered: true }),
      row("Bo"),
      row("Al", { isConnected: false }),
      row("Bobby"),
    ];
    expect(sortRoster(rows, "").map(({ nickname }) => nickname)).toEqual(["Al", "Bo", "Bobby", "Cy"]);
    expect(sortRoster(rows, "bo").map(({ nickname }) => nickname)).toEqual(["Bo", "Bobby"]);
  });
});

/**
 * Rooms for the eye, in development only: what each audience sees in each phase, with the hostile cases (long names,
 * long lines, three hundred people) that a small class never shows. Parsed by the contracts, so they cannot go stale.
 */
import {
  type BallotTally,
  type HeapPicture,
  type HostView,
  hostViewSchema,
  type LeaderboardRow,
  type PhaseView,
  type Question,
  type Reveal,
  type RosterRow,
  type StudentRoom,
  type StudentSelf,
  studentRoomSchema,
  studentSelfSchema,
} from "@pyrena/contracts";

const program = { python: "3.13", pythonFull: "3.13.18", mode: "script" } as const;

export const questions: Record<
  "number" | "choice" | "true-false" | "multi" | "line" | "text-lines",
  Question
> = {
  number: {
    kind: "refcount",
    title: "Two names, one list",
    program: { ...program, source: "import sys\n\na = []\nb = a\nbox = [b]\nprint(sys.getrefcount(a))\n" },
    place: { line: 6, occurrence: 1, when: "before" },
    prompt: { code: "refcount-printed", values: { name: "a", line: 6, occurrence: 1 } },
    input: { widget: "number" },
  },
  choice: {
    kind: "output",
    title: "What a weak reference sees",
    program: {
      ...program,
      source:
        'import weakref\n\n\nclass Node:\n    """One knot of a chain with a name that is rather long, to see how a long line scrolls inside."""\n\n    def __init__(self, name, following=None):\n        self.name = name\n        self.following = following\n\n\nhead = Node("head")\nwatch = weakref.ref(head)\ndel head\nprint(watch())\n',
    },
    place: { line: 15, occurrence: 1, when: "after" },
    prompt: { code: "output-line", values: { line: 15, occurrence: 1 } },
    input: {
      widget: "choice",
      options: [
        { id: "a", label: "None" },
        { id: "b", label: "<__main__.Node object at 0x7f1c2e5b3d90>" },
        { id: "c", label: "<weakref at 0x7f1c2e5b3d90; dead>" },
        { id: "d", label: "It raises ReferenceError: weakly-referenced object no longer exists" },
      ],
    },
  },
  "true-false": {
    kind: "identity",
    title: "The edge of the cache",
    program: {
      ...program,
      source:
        'a = 256\nb = int("256")\nc = 257\nd = int("257")\nprint(a is b)\nprint(c is d)\nprint(c is 257)\n',
    },
    place: null,
    prompt: { code: "identity-rows", values: { count: 3 } },
    input: {
      widget: "true-false",
      rows: [
        { id: "r1", line: 5, text: "a is b" },
        { id: "r2", line: 6, text: "c is d" },
        { id: "r3", line: 7, text: "c is 257" },
      ],
    },
  },
  multi: {
    kind: "leak",
    title: "What the cache keeps",
    program: {
      ...program,
      source:
        "cache = {}\n\ndef load(key):\n    page = Page(key)\n    cache[key] = page\n    return page.size\n\nfor key in range(3):\n    load(key)\n",
    },
    place: { line: 9, occurrence: 3, when: "after" },
    prompt: { code: "leak-alive", values: { line: 8, occurrence: 1 } },
    input: {
      widget: "multi",
      options: [
        { id: "o1", label: "Page #1", line: 4 },
        { id: "o2", label: "Page #2", line: 4 },
        { id: "o3", label: "Page #3", line: 4 },
      ],
    },
  },
  line: {
    kind: "leak",
    title: "Who holds the page?",
    program: {
      ...program,
      source:
        "cache = {}\n\ndef load(key):\n    page = Page(key)\n    cache[key] = page\n    return page.size\n\nload(1)\n",
    },
    place: null,
    prompt: { code: "leak-keeper", values: { line: 8, occurrence: 1 } },
    input: { widget: "line", lines: [1, 4, 5, 6, 8] },
  },
  "text-lines": {
    kind: "output",
    title: "Farewell",
    program: {
      ...program,
      mode: "repl",
      source: "class T:\n    def __del__(self): print('bye')\nt = T()\nu = t\ndel t\nu = None\n",
    },
    place: null,
    prompt: { code: "output-program", values: {} },
    input: { widget: "text-lines" },
  },
};

const object = (
  number: number,
  type: string,
  count: HeapPicture["objects"][number]["count"],
  parts: Partial<HeapPicture["objects"][number]> = {},
): HeapPicture["objects"][number] => ({
  id: `o${number}`,
  type,
  number,
  count,
  text: null,
  slots: [],
  state: "alive",
  bornLine: number + 2,
  isAsked: false,
  ...parts,
});

const slot = (id: string, name: string, text: string | null = null) => ({ id, name, text });

export const picture: HeapPicture = {
  frames: [
    {
      id: "module",
      kind: "module",
      title: "module",
      line: 6,
      slots: [
        slot("sys", "sys", "module"),
        slot("a", "a"),
        slot("b", "b"),
        slot("box", "box"),
        slot("limit", "limit", "256"),
      ],
    },
    { id: "hands", kind: "stack", title: "call of getrefcount", line: 6, slots: [slot("arg", "argument")] },
  ],
  objects: [
    object(1, "list", 4, { isAsked: true }),
    object(2, "list", 1, { slots: [slot("box0", "[0]")] }),
    object(3, "Node", 1, {
      slots: [slot("next3", "next"), slot("name3", "name", "'x'")],
      state: "unreachable",
    }),
    object(4, "Node", 1, { slots: [slot("next4", "next")], state: "unreachable" }),
    object(5, "str", "immortal", { text: "'a string that is far too long for its box'" }),
  ],
  edges: [
    { from: "a", to: "o1", kind: "counted", ordinal: 1, line: 3 },
    { from: "b", to: "o1", kind: "counted", ordinal: 2, line: 4 },
    { from: "box0", to: "o1", kind: "counted", ordinal: 3, line: 5 },
    { from: "arg", to: "o1", kind: "counted", ordinal: 4, line: 6 },
    { from: "box", to: "o2", kind: "counted", ordinal: 1, line: 5 },
    { from: "next3", to: "o4", kind: "counted", ordinal: 1, line: 8 },
    { from: "next4", to: "o3", kind: "counted", ordinal: 1, line: 9 },
    { from: "limit", to: "o5", kind: "weak", ordinal: null, line: 9 },
  ],
  folded: 2,
};

export const reveal: Reveal = {
  answer: { widget: "number", value: 4 },
  answerText: "4",
  answerBucket: "4",
  holders: [
    { text: "name a", line: 3, counted: true, ordinal: 1 },
    { text: "name b", line: 4, counted: true, ordinal: 2 },
    { text: "box[0]", line: 5, counted: true, ordinal: 3 },
    { text: "the call's own argument", line: 6, counted: true, ordinal: 4 },
    { text: "weakref in watch", line: 2, counted: false, ordinal: null },
  ],
  why: [{ code: "refcount-argument-counts", values: { count: 3, printed: 4 } }],
  notes: [{ code: "versions-differ", values: { versions: "3.14 and 3.15", answer: "3" } }],
  misconceptions: [
    {
      bucket: "3",
      responseText: "3",
      id: "M03",
      title: "The call's own argument was left out",
      refutation:
        "While getrefcount looks, its parameter holds the object too, so it prints one more than you count outside.",
    },
    {
      bucket: "1",
      responseText: "1",
      id: "M01",
      title: "Assignment copies",
      refutation: "b = a makes no second list: both names lead to the same one, and each of them counts.",
    },
  ],
  picture,
};

export const tally: BallotTally = {
  ballot: 1,
  answered: 27,
  correct: 14,
  buckets: [
    { id: "4", label: "4", count: 14, isCorrect: true },
    { id: "3", label: "3", count: 9, isCorrect: false },
    { id: "2", label: "2", count: 3, isCorrect: false },
    { id: "1", label: "1", count: 1, isCorrect: false },
  ],
};

const longName = "Maximiliane-Philippa von Hohenst";

export const leaderboard: readonly LeaderboardRow[] = Array.from({ length: 30 }, (_, index) => ({
  rank: index + 1,
  nickname: index === 2 ? longName : `Student ${index + 1}`,
  points: 5000 - index * 137,
  correct: Math.max(0, 5 - Math.floor(index / 6)),
}));

export function roster(size: number): readonly RosterRow[] {
  return Array.from({ length: size }, (_, index) => ({
    participantId: `participant-${index}`,
    nickname: index === 2 ? longName : `Student ${index + 1}`,
    isConnected: index % 9 !== 0,
    hasAnswered: index % 3 !== 0,
    isRemoved: index === 7,
  }));
}

export function phase(name: PhaseView["phase"], question: Question, now: number): PhaseView {
  const round = { roundId: "round-0001", ordinal: 3, ballot: 1 } as const;
  switch (name) {
    case "lobby":
      return { phase: "lobby", names: leaderboard.slice(0, 14).map((row) => row.nickname) };
    case "open":
      return { phase: "open", round, question, openedAt: now - 20_000, deadline: now + 44_000 };
    case "closed":
      return { phase: "closed", round, question, closedAt: now };
    case "discuss":
      return { phase: "discuss", round, question, since: now };
    case "reveal":
      return { phase: "reveal", round, question, reveal, ballots: [tally], isVoid: false };
    case "scoreboard":
      return { phase: "scoreboard", leaderboard: [...leaderboard] };
    case "ended":
      return { phase: "ended", endedAt: now, leaderboard: [...leaderboard] };
  }
}

const settings = {
  secondsPerQuestion: 60,
  answersMayChange: true,
  scoring: "accuracy",
  asksConfidence: true,
  showsLeaderboard: true,
} as const;

export function studentRoom(current: PhaseView): StudentRoom {
  return studentRoomSchema.parse({
    title: "Memory, third lesson",
    settings,
    counts: { joined: 31, connected: 29, answered: 27 },
    current,
  });
}

export function studentSelf(current: PhaseView): StudentSelf {
  const isRevealed = current.phase === "reveal";
  const answer = {
    answerId: "answer-0001",
    roundId: "round-0001",
    ballot: 1,
    response: { widget: "number", value: 3 },
    confidence: "sure",
    receivedAt: 1_700_000_000_000,
  };
  return studentSelfSchema.parse({
    participantId: "participant-2",
    nickname: longName,
    answers: isRevealed || current.phase === "closed" ? [answer] : [],
    result: isRevealed
      ? {
          roundId: "round-0001",
          grade: {
            score: 0.5,
            correct: false,
            parts: [],
            evidence: [{ misconception: "M03", predicted: true }],
          },
          points: 500,
        }
      : null,
    standing: { points: 2350, correct: 2, rank: 3, of: 31, streak: 0 },
  });
}

const controls: Record<PhaseView["phase"], HostView["controls"]> = {
  lobby: ["open", "end"],
  open: ["close", "extend", "skip", "peek"],
  closed: ["reveal", "discuss", "skip", "peek", "extend"],
  discuss: ["revote", "reveal", "peek"],
  reveal: ["open", "scoreboard", "end"],
  scoreboard: ["open", "end"],
  ended: [],
};

export function hostView(current: PhaseView): HostView {
  return hostViewSchema.parse({
    title: "Memory, third lesson",
    pin: "4K79MX",
    isLocked: current.phase === "closed",
    settings,
    counts: { joined: 31, connected: 29, answered: 27 },
    current,
    deck: Object.values(questions).map((question, index) => ({
      entryId: `entry-000${index}`,
      title: question.title,
      kind: question.kind,
      timeLimit: null,
      status: index === 0 ? "asked" : index === 1 ? "void" : index === 2 ? "current" : "waiting",
      roundId: index < 3 ? `round-000${index}` : null,
    })),
    controls: controls[current.phase],
  });
}

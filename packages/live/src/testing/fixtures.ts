import {
  type Bucket,
  type Grade,
  type Question,
  type Response,
  type Reveal,
  roomSettingsSchema,
} from "@pyrena/contracts";
import type { DeckEntry, EventOf } from "../event.ts";

/** Marks everything that must not be seen before the reveal, so that a test can look for it in any frame. */
export const SECRET = "SECRET";
export const RIGHT_VALUE = 3;

export const QUESTION: Question = {
  kind: "refcount",
  title: "Two names",
  program: {
    source: "a = []\nb = a\nimport sys\nprint(sys.getrefcount(a))\n",
    python: "3.13",
    pythonFull: "3.13.18",
    mode: "script",
  },
  place: { line: 4, occurrence: 1, when: "before" },
  prompt: { code: "refcount-printed", values: { name: "a", line: 4, occurrence: 1 } },
  input: { widget: "number" },
};

export const REVEAL: Reveal = {
  answer: { widget: "number", value: RIGHT_VALUE },
  answerText: `${SECRET} answer`,
  answerBucket: `${SECRET}:${RIGHT_VALUE}`,
  holders: [{ text: `${SECRET} holder`, line: 1, counted: true, ordinal: 1 }],
  why: [],
  notes: [],
  misconceptions: [],
  picture: null,
};

export function gradeOf(response: Response): Grade {
  const correct = response.widget === "number" && response.value === RIGHT_VALUE;
  return { score: correct ? 1 : 0, correct, parts: [], evidence: [] };
}

export function bucketOf(response: Response): Bucket {
  const value = response.widget === "number" ? response.value : "other";
  return { id: `${SECRET}:${value}`, label: `${SECRET} ${value}` };
}

export function deckEntry(entryId: string): DeckEntry {
  return {
    entryId,
    itemVersionId: `version-of-${entryId}`,
    title: "Two names",
    kind: "refcount",
    variantId: `variant-of-${entryId}`,
    twinVariantId: `twin-of-${entryId}`,
  };
}

export function roomOpened(
  at: number,
  settings: Partial<EventOf<"room-opened">["settings"]> = {},
): EventOf<"room-opened"> {
  return {
    type: "room-opened",
    at,
    title: "Monday",
    pin: "C7F9KX",
    settings: { ...roomSettingsSchema.parse({}), ...settings },
    deck: [deckEntry("entry-001"), deckEntry("entry-002"), deckEntry("entry-003")],
  };
}

export function questionOpened(
  at: number,
  roundId: string,
  entryId = "entry-001",
): EventOf<"question-opened"> {
  return {
    type: "question-opened",
    at,
    roundId,
    entryId,
    variantId: `variant-of-${entryId}`,
    question: QUESTION,
    timeLimit: 60,
  };
}

export function number(value: number): Response {
  return { widget: "number", value };
}

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Response } from "@pyrena/contracts";
import { insertAnswers, selectVariants } from "@pyrena/db";
import { grade, histogramBucket, keySchema, reveal } from "@pyrena/puzzles/grading";
import { refcountDraft } from "./testing/drafts.ts";
import { refusalOf } from "./testing/refusals.ts";
import { type Caller, createSchool, type School } from "./testing/school.ts";

let school: School;
let grace: Caller;
beforeAll(async () => {
  school = await createSchool();
  grace = (await school.instructor("Grace")).caller;
});
afterAll(() => school.close());

test("results are derived from the answers: per question and per student", async () => {
  const { itemId } = await grace.item.create({ draft: refcountDraft() });
  const { deckId } = await grace.deck.create({ title: "Deck", itemIds: [itemId] });
  const { roomId, pin } = await grace.room.open({ deckId });
  const [ana, ben, cleo] = await Promise.all(
    ["Ana", "Ben", "Cleo"].map((nickname) => school.stranger().room.join({ pin, nickname })),
  );
  if (!ana || !ben || !cleo) throw new Error("three joined");
  await playOneRound(roomId, [
    { participantId: ana.participantId, value: 3, timeMs: 4000 },
    { participantId: ben.participantId, value: 7, timeMs: 9000 },
  ]);

  const results = await grace.room.results({ roomId });
  expect(results.rounds).toMatchObject([
    {
      ordinal: 1,
      kind: "refcount",
      topic: "reference counting",
      answerText: "3",
      isVoided: false,
      ballots: [
        {
          ballot: 1,
          answered: 2,
          correct: 1,
          medianTimeMs: 6500,
          buckets: expect.arrayContaining([
            expect.objectContaining({ label: "3", count: 1, isCorrect: true }),
            expect.objectContaining({ label: "7", count: 1, isCorrect: false }),
          ]),
        },
      ],
    },
  ]);
  expect(results.students).toMatchObject([
    {
      nickname: "Ana",
      rank: 1,
      points: 100,
      correct: 1,
      answered: 1,
      answers: [{ label: "3", isCorrect: true, points: 100 }],
    },
    {
      nickname: "Ben",
      rank: 2,
      points: 0,
      correct: 0,
      answered: 1,
      answers: [{ label: "7", isCorrect: false }],
    },
    { nickname: "Cleo", rank: 2, points: 0, correct: 0, answered: 0, answers: [] },
  ]);

  const own = { roomId, token: ben.token };
  expect(await refusalOf(school.stranger().room.myResults(own))).toEqual({ code: "results-not-ready" });
  await school.services.live.dispatch(roomId, { type: "room-ended", at: Date.now() });
  const mine = await school.stranger().room.myResults(own);
  expect(mine.students.map(({ nickname }) => nickname)).toEqual(["Ben"]);
  expect(await grace.room.list()).toMatchObject([{ id: roomId, participants: 3, endedAt: expect.any(Date) }]);
});

interface Played {
  readonly participantId: string;
  readonly value: number;
  readonly timeMs: number;
}

async function playOneRound(roomId: string, played: readonly Played[]): Promise<void> {
  const { live, db } = school.services;
  const state = await live.state(roomId);
  if (state.phase === "unopened") throw new Error("the room is open");
  const [entry] = state.deck;
  const [variant] = await selectVariants(db, [entry?.variantId ?? ""]);
  if (!entry || !variant) throw new Error("the deck has an entry");
  const { entryId, variantId } = entry;
  const { question } = variant;
  const key = keySchema.parse(variant.key);
  const roundId = "round-one-id";
  const at = Date.now();
  await live.dispatch(roomId, {
    type: "question-opened",
    at,
    roundId,
    entryId,
    variantId,
    question,
    timeLimit: 60,
  });
  await insertAnswers(
    db,
    played.map(({ participantId, value, timeMs }) => {
      const response: Response = { widget: "number", value };
      return {
        ...{ roundId, ballot: 1 as const, participantId, response, timeMs },
        idempotencyKey: `key-${participantId}`,
        confidence: null,
        receivedAt: new Date(at + timeMs),
        variantKeyId: variant.keyId,
        grade: grade(response, key),
        bucket: histogramBucket(response, question),
      };
    }),
  );
  await live.dispatch(roomId, { type: "question-closed", at: at + 10_000, cause: "host" });
  await live.dispatch(roomId, { type: "revealed", at: at + 11_000, reveal: reveal(question, key) });
}

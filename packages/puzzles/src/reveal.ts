/** From a stored key to what everybody may see after the reveal. */
import type { MisconceptionNote, Question, Reveal } from "@pyrena/contracts";
import type { Key } from "./key.ts";
import { misconception } from "./misconceptions/catalogue.ts";
import { histogramBucket, responseText } from "./response-text.ts";

const MAX_TEXT = 4000;

export function reveal(question: Question, key: Key): Reveal {
  return {
    answer: key.answer,
    answerText: responseText(key.answer, question).slice(0, MAX_TEXT),
    answerBucket: histogramBucket(key.answer, question).id,
    holders: key.holders,
    why: key.why,
    notes: key.notes,
    misconceptions: notes(question, key),
    picture: key.picture,
  };
}

function notes(question: Question, key: Key): MisconceptionNote[] {
  return key.predictions.map(({ misconception: id, response }) => {
    const { title, refutation } = misconception(id);
    const bucket = histogramBucket(response, question);
    return { bucket: bucket.id, responseText: bucket.label, id, title, refutation };
  });
}

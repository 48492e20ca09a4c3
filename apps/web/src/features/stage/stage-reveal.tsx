"use client";

import type { PhaseView } from "@pyrena/contracts";
import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Picture } from "../../heap-picture/picture.tsx";
import { Program } from "../question/program.tsx";
import { PromptText } from "../question/prompt.tsx";
import { AnswerRows } from "../reveal/answer-rows.tsx";
import { ClassHistogram } from "../reveal/class-histogram.tsx";
import { pictureOf } from "../reveal/picture-of.ts";
import { useAnswerLabel } from "../reveal/response-text.tsx";
import { notesGiven, Suggestions } from "../reveal/suggestions.tsx";
import { ReasonList, Why } from "../reveal/why.tsx";
import { isWideCode } from "./code-size.ts";

type Revealed = PhaseView & { phase: "reveal" };

/** More sentences than these are not read from a wall. */
const MOST_REASONS = 4;
const MOST_NOTES = 2;

/** The answer, the memory with its holders, and the class, side by side; nobody can scroll a wall. */
export function StageReveal({ current }: { current: Revealed }) {
  const { reveal } = current;
  const hasMemory = pictureOf(reveal) !== null || reveal.holders.length > 0 || isByRow(current);
  return (
    <div
      className={classNames(
        "grid grow content-start gap-x-6 gap-y-4",
        hasMemory ? threeColumns : "lg:grid-cols-2",
      )}
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Asked current={current} />
        {hasMemory ? <Reasons current={current} /> : null}
      </div>
      {hasMemory ? (
        <div className="flex min-w-0 flex-col gap-4 lg:row-span-2 2xl:row-span-1">
          <Memory current={current} />
        </div>
      ) : null}
      <div className="flex min-w-0 flex-col gap-4">
        <ClassPart current={current} />
        {hasMemory ? null : <Reasons current={current} />}
      </div>
    </div>
  );
}

const threeColumns =
  "lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:grid-rows-[auto_1fr] 2xl:grid-cols-[minmax(0,9fr)_minmax(0,13fr)_minmax(0,8fr)] 2xl:grid-rows-1";

function Asked({ current }: { current: Revealed }) {
  const t = useTranslations();
  const labelOf = useAnswerLabel();
  const { question, reveal, isVoid } = current;
  const answer = labelOf(reveal.answerText, question);
  return (
    <>
      <h1 className="text-20 font-semibold">
        <PromptText question={question} />
      </h1>
      {isByRow(current) ? null : (
        <p className="flex flex-wrap items-center gap-x-4">
          <span className="text-16 text-muted">{t("projector.answer")}</span>
          <b
            className={classNames(
              "min-w-0 border-2 border-ok bg-ok-soft px-4 font-mono break-words whitespace-pre-wrap text-ok",
              answer.length > SHORT_ANSWER || answer.includes("\n")
                ? "rounded-box py-1 text-16"
                : "rounded-pill text-25",
            )}
          >
            {answer}
          </b>
        </p>
      )}
      {isVoid ? <p className="text-16 font-semibold text-warn">{t("reveal.void")}</p> : null}
      <Program
        question={question}
        className={classNames(
          "max-h-[48vh] overflow-y-auto",
          isWideCode(question.program.source) ? "text-14" : "text-16",
        )}
      />
    </>
  );
}

/** What still reads as one number or word in a pill. */
const SHORT_ANSWER = 16;

function Memory({ current }: { current: Revealed }) {
  const t = useTranslations("reveal");
  const { reveal, question } = current;
  const picture = pictureOf(reveal);
  return (
    <>
      <AnswerRows question={question} right={reveal.answer} />
      {picture ? (
        <section className="flex flex-col gap-2">
          <h2 className="text-20 font-bold">{t("picture")}</h2>
          <Picture picture={picture} isOnWall />
        </section>
      ) : null}
      <Why reveal={reveal} question={question} isWide />
    </>
  );
}

function ClassPart({ current }: { current: Revealed }) {
  const { question, reveal, ballots } = current;
  const given = new Set(
    ballots.flatMap((ballot) => ballot.buckets.filter((bucket) => bucket.count > 0)).map(({ id }) => id),
  );
  return (
    <>
      <ClassHistogram ballots={ballots} question={question} reveal={reveal} />
      <Suggestions notes={notesGiven(reveal, given).slice(0, MOST_NOTES)} />
    </>
  );
}

/** The answer has a row per line, which says what the reasons would say once more. */
function isByRow({ question }: Revealed): boolean {
  return question.input.widget === "true-false";
}

function Reasons({ current }: { current: Revealed }) {
  if (isByRow(current)) return null;
  const { why, notes, holders } = current.reveal;
  // What keeps them is in the list of holders already.
  const untold = holders.length > 0 ? why.filter((reason) => reason.code !== "leak-kept") : why;
  return <ReasonList reasons={[...untold, ...notes].slice(0, MOST_REASONS)} />;
}

"use client";

import type { PhaseView } from "@pyrena/contracts";
import { useTranslations } from "next-intl";
import { Picture } from "../../heap-picture/picture.tsx";
import { Program } from "../question/program.tsx";
import { PromptText } from "../question/prompt.tsx";
import { ClassHistogram } from "../reveal/class-histogram.tsx";
import { useAnswerLabel } from "../reveal/response-text.tsx";
import { notesGiven, Suggestions } from "../reveal/suggestions.tsx";
import { ReasonList, Why } from "../reveal/why.tsx";

/** On a projector more boxes than these cannot be told apart. */
const MOST_BOXES = 9;
const MOST_REASONS = 4;

/** The answer, the class, the reason and the memory, side by side. */
export function StageReveal({ current }: { current: PhaseView & { phase: "reveal" } }) {
  const t = useTranslations();
  const labelOf = useAnswerLabel();
  const { question, reveal, ballots, isVoid } = current;
  const given = new Set(
    ballots.flatMap((ballot) => ballot.buckets.filter((bucket) => bucket.count > 0)).map(({ id }) => id),
  );
  return (
    <div className="grid grow content-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:grid-rows-[auto_1fr] 2xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)_minmax(0,4fr)] 2xl:grid-rows-1">
      <div className="flex min-w-0 flex-col gap-4">
        <h1 className="text-20 font-semibold">
          <PromptText question={question} />
        </h1>
        <p className="flex flex-wrap items-center gap-x-4">
          <span className="text-16 text-muted">{t("projector.answer")}</span>
          <b className="rounded-pill border-2 border-ok bg-ok-soft px-4 font-mono text-25 break-words whitespace-pre-wrap text-ok">
            {labelOf(reveal.answerText, question)}
          </b>
        </p>
        {isVoid ? <p className="text-16 font-semibold text-warn">{t("reveal.void")}</p> : null}
        <Program question={question} className="max-h-[48vh] overflow-y-auto text-16" />
        <ReasonList reasons={[...reveal.why, ...reveal.notes].slice(0, MOST_REASONS)} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:row-span-2 2xl:row-span-1">
        {reveal.picture ? (
          <section className="flex flex-col gap-2">
            <h2 className="text-20 font-bold">{t("reveal.picture")}</h2>
            <Picture picture={reveal.picture} limit={MOST_BOXES} isOnWall />
          </section>
        ) : null}
        <Why reveal={reveal} question={question} isWide />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <ClassHistogram ballots={ballots} question={question} />
        <Suggestions notes={notesGiven(reveal, given).slice(0, 2)} />
      </div>
    </div>
  );
}

"use client";

import type { BallotTally, Question, Reveal } from "@pyrena/contracts";
import { Bar, classNames, OptionMark, optionColour } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { type HistogramBar, histogram } from "./bars.ts";
import { useAnswerLabel } from "./response-text.tsx";

interface ClassHistogramProps {
  readonly ballots: readonly BallotTally[];
  readonly question: Question;
  readonly reveal: Reveal;
}

/** What the class answered; after a revote both ballots and the gain. */
export function ClassHistogram({ ballots, question, reveal }: ClassHistogramProps) {
  const t = useTranslations("reveal");
  const last = ballots.at(-1);
  const first = ballots.length > 1 ? ballots[0] : undefined;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-20 font-bold">{t("class")}</h2>
      {last && last.answered > 0 ? (
        <OneBallot tally={last} question={question} reveal={reveal} />
      ) : (
        <p>{t("nobody")}</p>
      )}
      {first && last ? (
        <p className="text-16 font-medium">{t("gain", { before: first.correct, after: last.correct })}</p>
      ) : null}
    </section>
  );
}

interface OneBallotProps {
  readonly tally: BallotTally;
  readonly question: Question;
  readonly reveal: Reveal;
}

function OneBallot({ tally, question, reveal }: OneBallotProps) {
  const t = useTranslations("reveal");
  const labelOf = useAnswerLabel();
  const { bars, folded } = histogram(tally, question, { id: reveal.answerBucket, label: reveal.answerText });
  const isStacked = bars.some((bar) => bar.label.length > LONGEST_BESIDE);
  return (
    <>
      <p className="tabular text-16 text-muted">
        {t("rightOf", { correct: tally.correct, answered: tally.answered })}
      </p>
      <ul className="grid grid-cols-[fit-content(45%)_1fr_auto] gap-x-3 gap-y-2">
        {bars.map((bar) => (
          <BarRow
            key={bar.id}
            bar={bar}
            label={oneLine(labelOf(bar.label, question))}
            isStacked={isStacked}
          />
        ))}
      </ul>
      {folded > 0 ? <p className="text-14 text-muted">{t("moreBuckets", { count: folded })}</p> : null}
    </>
  );
}

interface BarRowProps {
  readonly bar: HistogramBar;
  readonly label: string;
  /** Long labels stand above their bars, where they have the whole width. */
  readonly isStacked: boolean;
}

function BarRow({ bar, label, isStacked }: BarRowProps) {
  const t = useTranslations("reveal");
  return (
    <li className="col-span-full grid grid-cols-subgrid items-center">
      <span
        className={classNames("flex min-w-0 items-center gap-2", isStacked ? "col-span-full" : "justify-end")}
      >
        {bar.option === null ? null : <OptionMark index={bar.option} />}
        <span
          title={label}
          className={classNames(
            "line-clamp-2 min-w-0 font-mono text-16 break-words whitespace-pre-wrap",
            bar.isCorrect && "font-bold",
          )}
        >
          {label}
        </span>
      </span>
      <Bar
        share={bar.share}
        label={t("bar", { label, count: bar.count, correct: String(bar.isCorrect) })}
        className={classNames("h-5", isStacked && "col-span-2")}
        fill={bar.option === null ? (bar.isCorrect ? "bg-ok" : "bg-muted") : optionColour(bar.option)}
      />
      <span
        className="tabular flex min-w-8 items-center gap-1 font-mono text-16 font-bold"
        aria-hidden="true"
      >
        {bar.count}
        {bar.isCorrect ? <span className="text-ok">✓</span> : null}
      </span>
    </li>
  );
}

const LONGEST_BESIDE = 12;

/** Printed lines beside a bar: their breaks are shown, not made. */
function oneLine(text: string): string {
  return text.replaceAll("\n", " ↵ ");
}

"use client";

import type { PhaseView, StudentSelf } from "@pyrena/contracts";
import { Card, classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { InlineCode } from "../code/inline-code.tsx";
import { AnswerRows } from "../reveal/answer-rows.tsx";
import { useAnswerLabel } from "../reveal/response-text.tsx";
import { YourAnswer } from "./your-answer.tsx";

interface ResultCardProps {
  readonly current: PhaseView & { phase: "reveal" };
  readonly self: StudentSelf;
}

/** Right or not, the points, the rank, and what my answer suggests I believe. */
export function ResultCard({ current, self }: ResultCardProps) {
  const t = useTranslations("play.result");
  const words = useTranslations("reveal");
  const labelOf = useAnswerLabel();
  const { question, reveal, round, isVoid } = current;
  const result = self.result?.roundId === round.roundId ? self.result : null;
  const answer = self.answers.filter((own) => own.roundId === round.roundId).at(-1);
  const verdict = verdictOf(result?.grade ?? null);
  const note = noteFor(current, self);
  const isRight = verdict === "correct";
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className={classNames("text-25 font-bold", colours[verdict])}>
          <span aria-hidden="true">{signs[verdict]} </span>
          {t(verdict)}
        </h1>
        {result && !isVoid ? (
          <span className="tabular text-20 font-semibold">{t("points", { points: result.points })}</span>
        ) : null}
        {self.standing ? (
          <span className="tabular ml-auto text-16 text-muted">
            {t("rank", { rank: self.standing.rank, of: self.standing.of })}
          </span>
        ) : null}
      </div>
      {isVoid ? <p className="font-medium text-warn">{words("void")}</p> : null}
      {question.input.widget === "true-false" ? (
        <AnswerRows question={question} right={reveal.answer} given={answer?.response} />
      ) : (
        <>
          {answer ? <YourAnswer response={answer.response} question={question} /> : null}
          {isRight ? null : (
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-14 text-muted">{words("answerIs")}</span>
              <code className="min-w-0 font-mono text-20 font-bold break-words whitespace-pre-wrap text-ok">
                {labelOf(reveal.answerText, question)}
              </code>
            </p>
          )}
        </>
      )}
      {note ? (
        <div className="border-l-4 border-warn pl-3">
          <p className="font-semibold">
            <InlineCode text={note.title} />
          </p>
          <p className="text-muted">
            <InlineCode text={note.refutation} />
          </p>
        </div>
      ) : null}
    </Card>
  );
}

type Verdict = "correct" | "partly" | "wrong" | "none";

function verdictOf(grade: { score: number; correct: boolean } | null): Verdict {
  if (!grade) return "none";
  if (grade.correct) return "correct";
  return grade.score > 0 ? "partly" : "wrong";
}

/** The first wrong rule that predicts exactly what this student answered. */
function noteFor({ reveal }: { reveal: (PhaseView & { phase: "reveal" })["reveal"] }, self: StudentSelf) {
  const predicted = self.result?.grade?.evidence
    .filter((entry) => entry.predicted)
    .map((entry) => entry.misconception);
  if (!predicted || self.result?.grade?.correct) return undefined;
  return reveal.misconceptions.find((note) => predicted.includes(note.id));
}

const signs: Record<Verdict, string> = { correct: "✓", partly: "◐", wrong: "✕", none: "–" };
const colours: Record<Verdict, string> = {
  correct: "text-ok",
  partly: "text-warn",
  wrong: "text-bad",
  none: "text-muted",
};

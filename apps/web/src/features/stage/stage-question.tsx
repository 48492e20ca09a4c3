"use client";

import type { Counts, PhaseView, Question } from "@pyrena/contracts";
import { OptionMark, ProgressCount } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Program } from "../question/program.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { codeSize } from "./code-size.ts";

interface StageQuestionProps {
  readonly current: PhaseView & { phase: "open" | "closed" | "discuss" };
  readonly counts: Counts;
}

/** Code large on the left, the question and how many answered on the right. */
export function StageQuestion({ current, counts }: StageQuestionProps) {
  const t = useTranslations("projector");
  const { question } = current;
  const of = Math.max(counts.answered, counts.connected);
  return (
    <div className="grid grow content-start gap-6 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-2">
        <p className="text-14 text-muted">
          <PythonLabel question={question} />
        </p>
        <Program
          question={question}
          className={`max-h-[75vh] overflow-y-auto ${codeSize(question.program.source)}`}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {current.phase === "closed" ? <p className="text-20 font-bold text-warn">{t("closed")}</p> : null}
        {current.phase === "discuss" ? (
          <div>
            <p className="text-25 font-bold text-accent">{t("discuss.title")}</p>
            <p className="text-16">{t("discuss.body")}</p>
          </div>
        ) : null}
        <h1 className="text-25 font-semibold">
          <PromptText question={question} />
        </h1>
        <Offer question={question} />
        <div className="mt-auto">
          <ProgressCount
            done={counts.answered}
            of={of}
            label={t("answered", { answered: counts.answered, of })}
          />
        </div>
      </div>
    </div>
  );
}

/** The options as everybody sees them, with the letters and shapes that are on the phones. */
function Offer({ question }: { question: Question }) {
  const words = useTranslations("question");
  const { input } = question;
  if (input.widget === "choice" || input.widget === "multi") {
    return (
      <ul className="flex flex-col gap-2">
        {input.options.map((option, index) => (
          <li key={option.id} className="flex items-center gap-3">
            <OptionMark index={index} />
            <span className="min-w-0 font-mono text-16 break-words whitespace-pre-wrap">{option.label}</span>
          </li>
        ))}
      </ul>
    );
  }
  if (input.widget === "true-false") {
    return (
      <ul className="flex flex-col gap-2">
        {input.rows.map((row) => (
          <li key={row.id} className="flex items-baseline gap-3">
            <span className="shrink-0 text-14 text-muted">{words("line", { line: row.line })}</span>
            <code className="min-w-0 font-mono text-16 break-words">{row.text}</code>
          </li>
        ))}
      </ul>
    );
  }
  return null;
}

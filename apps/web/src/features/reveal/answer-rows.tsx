"use client";

import type { Question, Response } from "@pyrena/contracts";
import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";

interface AnswerRowsProps {
  readonly question: Question;
  readonly right: Response;
  /** What this student answered, to say row by row whether it was right. */
  readonly given?: Response | undefined;
}

/** True or False per line: a row of words would have to be counted off against the program. */
export function AnswerRows({ question, right, given }: AnswerRowsProps) {
  const t = useTranslations("reveal");
  const { input } = question;
  if (input.widget !== "true-false" || right.widget !== "true-false") return null;
  return (
    <ul className="flex flex-col divide-y divide-line rounded-box border border-line bg-surface">
      {input.rows.map((row) => {
        const isTrue = right.values[row.id] === true;
        const isHit = given?.widget === "true-false" ? given.values[row.id] === isTrue : null;
        return (
          <li key={row.id} className="flex items-center gap-3 px-3 py-1.5">
            <span className="tabular min-w-4 shrink-0 text-right font-mono text-14 text-muted">
              {row.line}
            </span>
            <code className="min-w-0 grow font-mono text-16 break-words">{row.text}</code>
            <b className={classNames("shrink-0 font-mono text-16", isTrue ? "text-ok" : "text-bad")}>
              {t(isTrue ? "true" : "false")}
            </b>
            {isHit === null ? null : (
              <span
                role="img"
                aria-label={t(isHit ? "rowRight" : "rowWrong")}
                className={classNames("w-5 shrink-0 text-center font-bold", isHit ? "text-ok" : "text-bad")}
              >
                {isHit ? "✓" : "✕"}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

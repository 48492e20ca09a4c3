"use client";

import type { Problem } from "@pyrena/contracts";
import { Button } from "@pyrena/ui";
import { useTranslations } from "next-intl";

/** What keeps the program from being asked, each at its line, and that nothing is lost. */
export function Problems({
  problems,
  onGoTo,
}: {
  problems: readonly Problem[];
  onGoTo: (line: number) => void;
}) {
  const t = useTranslations("author.problem");
  const sentence = useProblemText();
  return (
    <section role="alert" className="flex flex-col gap-3 rounded-box border border-bad bg-bad-soft p-4">
      <h2 className="font-bold text-bad">
        <span aria-hidden="true">✕ </span>
        {t("title")}
      </h2>
      <ul className="flex flex-col gap-2">
        {problems.map((problem) => (
          <li
            key={`${problem.code}${problem.line}${problem.message}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1"
          >
            {problem.line === null ? null : (
              <Button
                size="small"
                aria-label={t("goTo", { line: problem.line })}
                onClick={() => onGoTo(problem.line ?? 1)}
              >
                {t("atLine", { line: problem.line })}
              </Button>
            )}
            <span className="min-w-0 break-words">{sentence(problem)}</span>
          </li>
        ))}
      </ul>
      <p className="text-14 text-muted">{t("safe")}</p>
    </section>
  );
}

/** A problem in the reader's words. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations("author.problems");
  return ({ code, message }) => t(code, { message: message.replace(/\.$/, "") });
}

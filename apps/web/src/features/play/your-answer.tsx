"use client";

import type { Question, Response } from "@pyrena/contracts";
import { useTranslations } from "next-intl";
import { useResponseText } from "../reveal/response-text.tsx";

interface YourAnswerProps {
  readonly response: Response;
  readonly question: Question;
  readonly label?: string;
}

/** The answer one gave, small and exact. */
export function YourAnswer({ response, question, label }: YourAnswerProps) {
  const t = useTranslations("play.result");
  const text = useResponseText();
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-14 text-muted">{label ?? t("yourAnswer")}</span>
      <code className="min-w-0 font-mono text-20 font-bold break-words whitespace-pre-wrap">
        {text(response, question)}
      </code>
    </p>
  );
}

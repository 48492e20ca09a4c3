"use client";

import type { Question } from "@pyrena/contracts";
import { useTranslations } from "next-intl";

/** The question in the reader's language; the engine only sends a code and what to fill in. */
export function PromptText({ question }: { question: Question }) {
  const t = useTranslations("question.prompt");
  const { code, values } = question.prompt;
  return <>{t.rich(code, { ...values, c: (chunks) => <code className="font-mono">{chunks}</code> })}</>;
}

/** "CPython 3.13.18, run as a file": every question says what it is about. */
export function PythonLabel({ question }: { question: Question }) {
  const t = useTranslations("question");
  const { pythonFull, mode } = question.program;
  return <>{t("python", { version: pythonFull, mode })}</>;
}

"use client";

import type { PreviewGrade, Question } from "@pyrena/contracts";
import { Button, Card } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Picture } from "../../heap-picture/picture.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { AnswerWidget } from "../question/answer-widget.tsx";
import { type Draft, emptyDraft, responseOf } from "../question/draft.ts";
import { Program } from "../question/program.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { pictureOf } from "../reveal/picture-of.ts";
import { Why } from "../reveal/why.tsx";

/** The question as a student has it, answered and graded by the engine; nothing is stored. */
export function PreviewPage({
  itemId,
  question,
  seed,
}: {
  itemId: string;
  question: Question;
  seed: string;
}) {
  const t = useTranslations("author.preview");
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(question.input));
  const tryOut = useMutation(useTRPC().item.tryOut.mutationOptions());
  const response = responseOf(draft, question);
  const graded = tryOut.data;
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Link
          href={`/items/${itemId}`}
          className="touchable inline-flex items-center self-start text-14 text-muted underline"
        >
          {t("edit")}
        </Link>
        <h1 className="text-25 font-bold">{t("title")}</h1>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <Card className="flex flex-col gap-4">
        <p className="text-14 text-muted">
          <PythonLabel question={question} />
        </p>
        <Program question={question} draft={draft} isDisabled={graded !== undefined} onChange={setDraft} />
        <p className="text-20 font-semibold">
          <PromptText question={question} />
        </p>
        <AnswerWidget
          question={question}
          draft={draft}
          isDisabled={graded !== undefined}
          onChange={setDraft}
        />
        {tryOut.isError ? (
          <p role="alert" className="font-medium text-bad">
            <span aria-hidden="true">✕ </span>
            {t("failed")}
          </p>
        ) : null}
        {graded === undefined ? (
          <Button
            tone="primary"
            size="large"
            wide
            disabled={response === null}
            busy={tryOut.isPending}
            onClick={() => response && tryOut.mutate({ itemId, seed, response })}
          >
            {t("check")}
          </Button>
        ) : (
          <Button size="large" wide onClick={() => tryOut.reset()}>
            {t("again")}
          </Button>
        )}
      </Card>
      {graded === undefined ? null : <Graded graded={graded} question={question} />}
      <Link
        href={`/items/${itemId}/preview?seed=${nextSeed(seed)}`}
        className="touchable inline-flex items-center self-start underline"
      >
        {t("another")}
      </Link>
    </div>
  );
}

function Graded({ graded, question }: { graded: PreviewGrade; question: Question }) {
  const t = useTranslations("author.preview");
  const words = useTranslations("reveal");
  const { isCorrect, score, reveal } = graded;
  const picture = pictureOf(reveal);
  return (
    <section aria-live="polite" className="flex flex-col gap-6">
      <p className={isCorrect ? "text-25 font-bold text-ok" : "text-25 font-bold text-bad"}>
        <span aria-hidden="true">{isCorrect ? "✓ " : "✕ "}</span>
        {isCorrect ? t("right") : score > 0 ? t("partly", { percent: Math.round(score * 100) }) : t("wrong")}
      </p>
      <Why reveal={reveal} question={question} />
      {picture === null ? null : (
        <section className="flex flex-col gap-3">
          <h2 className="text-20 font-bold">{words("picture")}</h2>
          <Picture picture={picture} />
        </section>
      )}
    </section>
  );
}

/** Variants are numbered from 1 in the address. */
function nextSeed(seed: string): string {
  const number = /^preview-(\d+)$/.exec(seed)?.[1];
  return `preview-${number === undefined ? 1 : Number(number) + 1}`;
}

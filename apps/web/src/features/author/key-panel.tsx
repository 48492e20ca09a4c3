"use client";

import type { CheckReport } from "@pyrena/contracts";
import { Skeleton } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Picture } from "../../heap-picture/picture.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { pictureOf } from "../reveal/picture-of.ts";
import { Suggestions } from "../reveal/suggestions.tsx";
import { Why } from "../reveal/why.tsx";

/** The computed key: what students will read, the answer, its reasons, the picture, and what wrong answers suggest. */
export function KeyPanel({ report, isPending }: { report: CheckReport | undefined; isPending: boolean }) {
  const t = useTranslations("author.key");
  const words = useTranslations("reveal");
  if (report === undefined)
    return isPending ? (
      <Skeleton className="h-40" label={t("computing")} />
    ) : (
      <p className="text-muted">{t("none")}</p>
    );
  if (!report.ok) return null;
  const { question, reveal } = report;
  const picture = pictureOf(reveal);
  return (
    <div className={isPending ? "motion-breathe flex flex-col gap-6" : "flex flex-col gap-6"}>
      <div className="flex flex-col gap-1">
        <p className="text-14 text-muted">
          {t("asks")} · <PythonLabel question={question} />
        </p>
        <p className="text-20 font-semibold">
          <PromptText question={question} />
        </p>
        <p className="font-mono text-25 font-bold whitespace-pre-wrap text-ok">{reveal.answerText}</p>
      </div>
      <Why reveal={reveal} question={question} />
      {picture === null ? null : (
        <section className="flex flex-col gap-3">
          <h2 className="text-20 font-bold">{words("picture")}</h2>
          <Picture picture={picture} />
        </section>
      )}
      <Suggestions notes={reveal.misconceptions} />
    </div>
  );
}

"use client";

import type { Question, Reason, Reveal } from "@pyrena/contracts";
import { CountBadge, classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";

interface WhyProps {
  readonly reveal: Reveal;
  readonly question: Question;
  /** On a wall there is room for two columns and none for scrolling; the reasons stand elsewhere. */
  readonly isWide?: boolean;
}

/** The counted holders with the line that made each, then the reasons. */
export function Why({ reveal, question, isWide = false }: WhyProps) {
  const t = useTranslations("reveal");
  const isCount = question.kind === "refcount";
  if (isWide && reveal.holders.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-20 font-bold">
        {isCount ? t("whyCount", { answer: reveal.answerText }) : t("why")}
      </h2>
      {reveal.holders.length > 0 ? (
        <ol
          aria-label={t("holders")}
          className={classNames(
            "grid overflow-hidden rounded-box border border-line bg-surface",
            isWide && "sm:grid-cols-2",
          )}
        >
          {reveal.holders.map((holder, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: holders never move
            <li key={index} className="flex items-center gap-3 px-3 py-1.5 outline outline-line">
              {holder.counted && holder.ordinal !== null ? (
                <CountBadge size="small" count={holder.ordinal} label={String(holder.ordinal)} />
              ) : (
                <span aria-hidden="true" className="inline-block w-6 text-center text-muted">
                  ┄
                </span>
              )}
              <span className="min-w-0 grow break-words">
                {holder.text}
                {holder.counted ? null : <span className="text-muted"> ({t("notCounted")})</span>}
              </span>
              {holder.line === null ? null : (
                <span className="shrink-0 text-14 text-muted">{t("line", { line: holder.line })}</span>
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {isWide ? null : <ReasonList reasons={[...reveal.why, ...reveal.notes]} />}
    </section>
  );
}

export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons never move
        <li key={index} className="max-w-prose">
          <ReasonText reason={reason} />
        </li>
      ))}
    </ul>
  );
}

/** One reason in the reader's language. */
export function ReasonText({ reason }: { reason: Reason }) {
  const t = useTranslations("reveal.reason");
  return (
    <>
      {t.rich(reason.code, {
        ...reason.values,
        c: (chunks) => <code className="font-mono font-medium">{chunks}</code>,
      })}
    </>
  );
}

"use client";

import { Button, Skeleton } from "@pyrena/ui";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { type AuthorDraft, itemOf } from "./author-draft.ts";
import { DraftFields } from "./draft-fields.tsx";
import { KeyPanel } from "./key-panel.tsx";
import { Offers } from "./offers.tsx";
import { Problems, useProblemText } from "./problems.tsx";
import { SaveBar } from "./save-bar.tsx";
import { useCandidates, useCheck, useSettled } from "./use-engine.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

interface AuthorPageProps {
  /** null: a new item. */
  readonly itemId: string | null;
  readonly initial: AuthorDraft;
  readonly topics: readonly string[];
  /** A deck the new item goes into. */
  readonly deckId: string | null;
}

/** The program on the left, on the right what it can be asked and the computed answer with its reasons. */
export function AuthorPage({ itemId, initial, topics, deckId }: AuthorPageProps) {
  const t = useTranslations("author");
  const kept = useKeptDraft(itemId ?? "new", initial);
  const { draft, change } = kept;
  const [goTo, setGoTo] = useState<{ line: number } | null>(null);
  const settled = useSettled(draft);
  const item = useMemo(
    () => itemOf(settled, { title: t("untitled"), topic: t("topicDefault") }),
    [settled, t],
  );
  // A program with placeholders is only Python once a seed has filled them in, which the check does.
  const isTemplate = Object.keys(settled.params).length > 0;
  const found = useCandidates(settled, !isTemplate);
  const check = useCheck(item);
  const sentence = useProblemText();
  const problems = found.data?.problems.length
    ? found.data.problems
    : check.data?.ok === false
      ? check.data.problems
      : [];
  const marks = useMemo(
    () =>
      problems.flatMap((problem) =>
        problem.line === null ? [] : [{ line: problem.line, message: sentence(problem) }],
      ),
    [problems, sentence],
  );

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex flex-col">
          <Link
            href="/items"
            className="touchable inline-flex items-center self-start text-14 text-muted underline"
          >
            {t("back")}
          </Link>
          <h1 className="text-25 font-bold">{itemId === null ? t("newTitle") : t("editTitle")}</h1>
        </div>
        <SaveBar itemId={itemId} kept={kept} deckId={deckId} isReady={check.data?.ok === true} />
      </div>
      <div className="grid gap-x-6 gap-y-8 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <DraftFields draft={draft} topics={topics} onChange={change} />
          <CodeEditor
            label={t("program")}
            value={draft.source}
            marks={marks}
            goTo={goTo}
            onChange={(source) => change({ source })}
          />
          {problems.length > 0 ? <Problems problems={problems} onGoTo={(line) => setGoTo({ line })} /> : null}
          <Output text={found.data?.output} />
        </div>
        <section className="flex min-w-0 flex-col gap-3 lg:col-start-2 lg:row-span-2">
          <h2 className="text-20 font-bold">{t("offers.title")}</h2>
          <p className="text-14 text-muted">{t("offers.lead")}</p>
          {isTemplate ? <p className="text-muted">{t("offers.template")}</p> : null}
          {found.isPending && !isTemplate ? <Skeleton className="h-48" label={t("offers.running")} /> : null}
          {found.isError ? (
            <p role="alert" className="flex flex-wrap items-center gap-3 text-bad">
              {t("offers.failed")}
              <Button size="small" onClick={() => found.refetch()}>
                {t("offers.retry")}
              </Button>
            </p>
          ) : null}
          {found.data && found.data.problems.length > 0 ? (
            <p className="text-muted">{t("offers.paused")}</p>
          ) : null}
          {found.data && found.data.problems.length === 0 ? (
            <Offers found={found.data} asked={draft.asked} onAsk={(asked) => change({ asked })} />
          ) : null}
        </section>
        <section aria-live="polite" className="flex min-w-0 flex-col gap-3 border-t border-line pt-6">
          <h2 className="text-20 font-bold">{t("key.title")}</h2>
          <KeyPanel report={item === null ? undefined : check.data} isPending={check.isFetching} />
        </section>
      </div>
    </div>
  );
}

function Output({ text }: { text: string | undefined }) {
  const t = useTranslations("author");
  if (text === undefined) return null;
  if (text === "") return <p className="text-14 text-muted">{t("printsNothing")}</p>;
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-14 font-semibold">{t("output")}</h2>
      <pre className="max-h-48 overflow-auto rounded-box border border-line bg-sunken p-3 font-mono text-14">
        {text}
      </pre>
    </section>
  );
}

/** The editor is the heaviest part of the desk and comes when it is needed. */
const CodeEditor = dynamic(() => import("./code-editor.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-64" />,
});

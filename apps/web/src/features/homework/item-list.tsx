"use client";

import type { HomeworkDetail, HomeworkItem } from "@pyrena/contracts";
import { Button, CountBadge, classNames } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { FormProblem } from "../auth/form-problem.tsx";
import { useRefusal } from "./refusal.ts";

/** Every question with its attempts, and the one thing to do next with it. */
export function ItemList({ homework }: { homework: HomeworkDetail }) {
  const t = useTranslations("homework");
  return (
    <section aria-labelledby="questions" className="flex flex-col gap-3">
      <h2 id="questions" className="text-20 font-bold">
        {t("questions")}
      </h2>
      <ol className="divide-y divide-line rounded-box border border-line bg-surface">
        {homework.entries.map((item, n) => (
          <Row key={item.id} homework={homework} item={item} number={n + 1} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly homework: HomeworkDetail;
  readonly item: HomeworkItem;
  readonly number: number;
}

function Row({ homework, item, number }: RowProps) {
  const t = useTranslations("homework");
  const { attempts, maxAttempts } = item;
  const used = attempts.length;
  const ended = attempts.filter(({ isOpen }) => !isOpen);
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CountBadge
          count={number}
          size="small"
          label={String(number)}
          tone={ended.length > 0 ? "ok" : "ink"}
        />
        <span className="min-w-0 grow basis-48">
          <span className="block font-semibold break-words">{item.title}</span>
          <span className="block text-14 text-muted">
            {maxAttempts === null
              ? t("item.attemptsFree", { used })
              : t("item.attempts", { used, max: maxAttempts })}
          </span>
        </span>
        {item.score === null ? (
          ended.length > 0 ? (
            <span className="text-14 text-muted">{t("item.handedIn")}</span>
          ) : null
        ) : (
          <b className="text-20">{t("score", { percent: Math.round(item.score * 100) })}</b>
        )}
        <NextStep homework={homework} item={item} number={number} />
      </div>
      {ended.length === 0 ? null : (
        <ul className="flex flex-wrap gap-2 pl-10">
          {ended.map((attempt) => (
            <li key={attempt.id}>
              <Past homework={homework} attempt={attempt} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function NextStep({ homework, item, number }: RowProps) {
  const t = useTranslations("homework.item");
  const router = useRouter();
  const refusal = useRefusal();
  const begin = useMutation(
    useTRPC().homework.begin.mutationOptions({
      onSuccess: ({ attemptId }) => router.push(`/homework/${homework.id}/${attemptId}`),
    }),
  );
  const { title, attempts, maxAttempts, nextWorth } = item;
  const isRunning = homework.state === "open" || homework.state === "late";
  const open = attempts.find(({ isOpen }) => isOpen);
  const mayTry = isRunning && (open !== undefined || maxAttempts === null || attempts.length < maxAttempts);
  const isPractice = !mayTry && item.score !== null;
  if (!mayTry && !isPractice) return null;
  const word = isPractice ? "practise" : open ? "resume" : attempts.length > 0 ? "again" : "begin";
  const isFirst = word === "begin" || word === "resume";
  return (
    <div className="flex flex-col items-end gap-1">
      <Button
        tone={isFirst ? "primary" : "plain"}
        busy={begin.isPending || begin.isSuccess}
        aria-label={t(`${word}Label`, { number, title })}
        onClick={() =>
          begin.mutate({
            assignmentId: homework.id,
            itemId: item.id,
            purpose: isPractice ? "practice" : "graded",
          })
        }
      >
        {t(word)}
      </Button>
      {mayTry && nextWorth < 1 ? (
        <span className="text-14 text-warn">{t("worth", { percent: Math.round(nextWorth * 100) })}</span>
      ) : null}
      {begin.error ? <FormProblem>{refusal(begin.error)}</FormProblem> : null}
    </div>
  );
}

function Past({
  homework,
  attempt,
}: {
  homework: HomeworkDetail;
  attempt: HomeworkItem["attempts"][number];
}) {
  const t = useTranslations("homework");
  const { id, ordinal, score } = attempt;
  const percent = score === null ? null : Math.round(score * 100);
  const result = percent === null ? t("item.handedIn") : t("score", { percent });
  return (
    <Link
      href={`/homework/${homework.id}/${id}`}
      aria-label={t("item.look", { number: ordinal, result })}
      className={classNames(
        "touchable inline-flex items-center gap-2 rounded-box border border-line px-3 text-14 hover:border-ink",
        percent === null ? "text-muted" : percent >= 100 ? "text-ok" : percent > 0 ? "text-warn" : "text-bad",
      )}
    >
      <span aria-hidden="true">
        {percent === null ? "…" : percent >= 100 ? "✓" : percent > 0 ? "◐" : "✕"}
      </span>
      {`${ordinal}: ${result}`}
    </Link>
  );
}

"use client";

import type { HomeworkDetail } from "@pyrena/contracts";
import { Badge, Button, Card, ProgressCount } from "@pyrena/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { FormProblem } from "../auth/form-problem.tsx";
import { Credit } from "./credit.tsx";
import { ItemList } from "./item-list.tsx";
import { useRefusal } from "./refusal.ts";
import { stateTones } from "./state-tones.ts";
import { useTimes } from "./use-times.ts";

/** One assignment as a student has it: what it asks, what answers earn when, and every question with its attempts. */
export function HomeworkPage({ initial }: { initial: HomeworkDetail }) {
  const t = useTranslations("homework");
  const trpc = useTRPC();
  const { data: homework } = useQuery(
    trpc.homework.get.queryOptions({ assignmentId: initial.id }, { initialData: initial, staleTime: 0 }),
  );
  const { at } = useTimes(homework.timeZone);
  const { title, description, state, answered, items, score, dueAt, opensAt } = homework;
  const needsStart =
    homework.timeLimitMinutes !== null &&
    homework.startedAt === null &&
    (state === "open" || state === "late");
  return (
    <div className="mx-auto flex w-full max-w-200 flex-col gap-6">
      <Link
        href={`/classes/${homework.classId}`}
        className="touchable inline-flex items-center self-start text-14 text-muted underline"
      >
        {t("back")}
      </Link>
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h1 className="min-w-0 text-25 font-bold break-words">{title}</h1>
          <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
        </div>
        <p className="text-muted">
          {state === "not-open" && opensAt !== null
            ? t("opens", { at: at(opensAt) })
            : dueAt === null
              ? t("noDue")
              : t("due", { at: at(dueAt) })}
          {" · "}
          {t("zone", { zone: homework.timeZone })}
        </p>
        {description === "" ? null : <p className="max-w-prose whitespace-pre-line">{description}</p>}
      </div>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grow basis-60">
          <ProgressCount done={answered} of={items} label={t("answered", { answered, items })} />
        </div>
        {score === null ? null : (
          <p className="text-31 leading-none font-bold">{t("score", { percent: Math.round(score * 100) })}</p>
        )}
      </div>
      {needsStart ? <StartCard homework={homework} /> : null}
      {homework.endsAt !== null && homework.startedAt !== null && homework.timeLimitMinutes !== null ? (
        <p className="font-semibold">{t("limit.until", { at: at(homework.endsAt) })}</p>
      ) : null}
      {homework.entries.length === 0 || needsStart ? null : <ItemList homework={homework} />}
      <Credit homework={homework} />
    </div>
  );
}

/** The clock of a time limit starts with a press, never by looking. */
function StartCard({ homework }: { homework: HomeworkDetail }) {
  const t = useTranslations("homework.limit");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refusal = useRefusal();
  const { queryKey } = trpc.homework.get.queryOptions({ assignmentId: homework.id });
  const start = useMutation(
    trpc.homework.start.mutationOptions({ onSettled: () => client.invalidateQueries({ queryKey }) }),
  );
  return (
    <Card className="flex flex-col items-start gap-3">
      <h2 className="text-20 font-bold">{t("title")}</h2>
      <p>{t("body", { minutes: homework.timeLimitMinutes ?? 0 })}</p>
      {start.error ? <FormProblem>{refusal(start.error)}</FormProblem> : null}
      <Button
        tone="primary"
        size="large"
        busy={start.isPending}
        onClick={() => start.mutate({ assignmentId: homework.id })}
      >
        {t("start")}
      </Button>
    </Card>
  );
}

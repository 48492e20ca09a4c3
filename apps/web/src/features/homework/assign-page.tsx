"use client";

import { type DeckSummary, feedbackPolicySchema } from "@pyrena/contracts";
import { Button, EmptyState, TextInput, useToast } from "@pyrena/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { problemOf } from "../../trpc/problem.ts";
import { FormProblem } from "../auth/form-problem.tsx";
import { type AssignForm, emptyAssignForm, policyOf, problemIn } from "./assign-draft.ts";
import { AssignRules } from "./assign-rules.tsx";
import { Choice } from "./choice.tsx";
import { TimeFields } from "./time-fields.tsx";
import { wallTimes } from "./times.ts";

interface AssignPageProps {
  readonly classId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly decks: readonly DeckSummary[];
}

/** Makes homework of a deck: which, when, and by what rules. */
export function AssignPage({ classId, name, timeZone, decks }: AssignPageProps) {
  const t = useTranslations("homework.assign");
  const router = useRouter();
  const toast = useToast();
  const trpc = useTRPC();
  const client = useQueryClient();
  const create = useMutation(trpc.assignment.create.mutationOptions());
  const [form, setForm] = useState<AssignForm>(emptyAssignForm);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (values: Partial<AssignForm>) => setForm((old) => ({ ...old, ...values }));
  const usable = decks.filter(({ items }) => items > 0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemIn(form);
    setProblem(found === null ? null : t(found));
    if (found !== null) return;
    try {
      const deck = await client.fetchQuery(trpc.deck.get.queryOptions({ deckId: form.deckId }));
      const itemIds = deck.entries.map(({ item }) => item.id);
      const { title, description } = form;
      await create.mutateAsync({
        ...{ classId, title: title.trim(), description, itemIds },
        times: wallTimes(form),
        policy: policyOf(form),
      });
      toast(t("done"), "ok");
      router.push(`/classes/${classId}`);
    } catch (error) {
      setProblem(problemOf(error).code === "item-has-problems" ? t("notReady") : t("failed"));
    }
  };

  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Link
          href={`/classes/${classId}`}
          className="touchable inline-flex items-center self-start text-14 text-muted underline"
        >
          {name}
        </Link>
        <h1 className="text-25 font-bold">{t("title")}</h1>
        <p className="break-words text-muted">{t("to", { name })}</p>
      </div>
      {usable.length === 0 ? (
        <EmptyState title={t("noDeck")} />
      ) : (
        <form onSubmit={submit} noValidate className="flex flex-col gap-6">
          <Choice
            label={t("deck")}
            hint={t("deckHint")}
            value={form.deckId}
            options={[
              { value: "", label: "" },
              ...usable.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(deckId) =>
              set({ deckId, title: form.title || (usable.find(({ id }) => id === deckId)?.title ?? "") })
            }
          />
          <TextInput
            label={t("name")}
            value={form.title}
            maxLength={120}
            onChange={(event) => set({ title: event.target.value })}
          />
          <TextInput
            label={t("description")}
            value={form.description}
            maxLength={2000}
            onChange={(event) => set({ description: event.target.value })}
          />
          <fieldset className="flex flex-col gap-3">
            <legend className="pb-2 font-bold">{t("times", { zone: timeZone })}</legend>
            <TimeFields values={form} hints onChange={set} />
          </fieldset>
          <AssignRules form={form} onChange={set} />
          <Choice
            label={t("feedback")}
            value={form.feedback}
            options={feedbackPolicySchema.options.map((value) => ({
              value,
              label: t(`feedbackValue.${value}`),
            }))}
            onChange={(feedback) => set({ feedback })}
          />
          {problem === null ? null : <FormProblem>{problem}</FormProblem>}
          <Button type="submit" tone="primary" size="large" busy={create.isPending || create.isSuccess}>
            {t("submit")}
          </Button>
        </form>
      )}
    </div>
  );
}

"use client";

import type { RouterOutputs } from "@pyrena/api";
import { timesAreInOrder } from "@pyrena/contracts";
import { Button, Dialog, TextInput, useToast } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { FormProblem } from "../auth/form-problem.tsx";
import { TimeFields } from "./time-fields.tsx";
import { timeValues, wallTimes } from "./times.ts";

interface ExtendProps {
  readonly assignment: RouterOutputs["assignment"]["get"];
  readonly userId: string;
  readonly name: string;
}

/** What one student is given in this assignment: other times, more attempts, or that it does not count. */
export function Extend({ assignment, userId, name }: ExtendProps) {
  const t = useTranslations("homework.manage");
  const words = useTranslations("homework.assign");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const given = assignment.accommodations.find((one) => one.userId === userId);
  const [isOpen, setOpen] = useState(false);
  const [times, setTimes] = useState(() => timeValues(given?.times ?? null));
  const [attempts, setAttempts] = useState(String(given?.maxAttempts ?? ""));
  const [isExcused, setExcused] = useState(given?.isExcused ?? false);
  const [problem, setProblem] = useState<string | null>(null);
  const extend = useMutation(useTRPC().assignment.extend.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!timesAreInOrder(wallTimes(times))) return setProblem(words("order"));
    extend.mutate(
      {
        assignmentId: assignment.id,
        userId,
        times: wallTimes(times),
        maxAttempts: attempts === "" ? null : Number(attempts),
        extraTimeFactor: given?.extraTimeFactor ?? null,
        isExcused: isExcused || null,
      },
      {
        onSuccess: () => {
          setProblem(null);
          setOpen(false);
          toast(t("saved"), "ok");
          router.refresh();
        },
        onError: () => setProblem(t("failed")),
      },
    );
  };
  return (
    <>
      <Button size="small" aria-label={t("extendLabel", { name })} onClick={() => setOpen(true)}>
        {t("extend")}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={t("extendTitle", { name })}
        closeLabel={common("close")}
        onClose={() => setOpen(false)}
      >
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <p className="text-14 text-muted">{t("extendLead")}</p>
          <TimeFields
            values={times}
            hints={false}
            onChange={(next) => setTimes((old) => ({ ...old, ...next }))}
          />
          <TextInput
            label={t("attempts")}
            inputMode="numeric"
            value={attempts}
            onChange={(event) => setAttempts(event.target.value.replace(/\D/g, "").slice(0, 2))}
          />
          <label className="touchable flex items-center gap-3">
            <input
              type="checkbox"
              checked={isExcused}
              onChange={(event) => setExcused(event.target.checked)}
              className="size-5 accent-accent"
            />
            {t("excused", { name })}
          </label>
          {problem === null ? null : <FormProblem>{problem}</FormProblem>}
          <Button type="submit" tone="primary" busy={extend.isPending} className="self-end">
            {t("save")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

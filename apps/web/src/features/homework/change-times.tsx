"use client";

import type { RouterOutputs } from "@pyrena/api";
import { timesAreInOrder } from "@pyrena/contracts";
import { Button, Dialog, useToast } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { FormProblem } from "../auth/form-problem.tsx";
import { ConfirmButton } from "../confirm/confirm-button.tsx";
import { TimeFields } from "./time-fields.tsx";
import { timeValues, wallTimes } from "./times.ts";

type Assignment = RouterOutputs["assignment"]["get"];

/** New times for everybody; answers that are in are scored by them at once. */
export function ChangeTimes({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("homework.manage");
  const words = useTranslations("homework.assign");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState(() => timeValues(assignment.times));
  const [problem, setProblem] = useState<string | null>(null);
  const update = useMutation(useTRPC().assignment.update.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!timesAreInOrder(wallTimes(values))) return setProblem(words("order"));
    const { id, title, description, policy } = assignment;
    update.mutate(
      { assignmentId: id, title, description, policy, times: wallTimes(values) },
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
      <Button onClick={() => setOpen(true)}>{t("change")}</Button>
      <Dialog
        isOpen={isOpen}
        title={t("changeTitle")}
        closeLabel={common("close")}
        onClose={() => setOpen(false)}
      >
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <p className="text-14 text-muted">{words("times", { zone: assignment.timeZone })}</p>
          <TimeFields values={values} hints onChange={(next) => setValues((old) => ({ ...old, ...next }))} />
          {problem === null ? null : <FormProblem>{problem}</FormProblem>}
          <Button type="submit" tone="primary" busy={update.isPending} className="self-end">
            {t("save")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

export function RemoveHomework({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("homework.manage");
  const router = useRouter();
  const toast = useToast();
  const remove = useMutation(
    useTRPC().assignment.remove.mutationOptions({
      onSuccess: () => router.push(`/classes/${assignment.classId}`),
      onError: () => toast(t("failed"), "bad"),
    }),
  );
  const words = {
    title: t("removeSure.title"),
    body: t("removeSure.body"),
    confirm: t("removeSure.confirm"),
    cancel: t("removeSure.cancel"),
  };
  return (
    <ConfirmButton
      label={t("remove")}
      words={words}
      isBusy={remove.isPending || remove.isSuccess}
      onConfirm={() => remove.mutate({ assignmentId: assignment.id })}
    />
  );
}

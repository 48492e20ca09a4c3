"use client";

import { Button } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { FormProblem } from "../auth/form-problem.tsx";
import { joinProblem } from "./join-problem.ts";

/** For somebody signed in who followed a class's link: one button. */
export function JoinAs({ code, name }: { code: string; name: string }) {
  const t = useTranslations("classes.door");
  const problems = useTranslations("classes.join");
  const join = useMutation(
    useTRPC().class.join.mutationOptions({
      onSuccess: ({ classId }) => location.assign(`/classes/${classId}`),
    }),
  );
  const isBusy = join.isPending || join.isSuccess;
  return (
    <div className="flex flex-col gap-4">
      {join.error ? <FormProblem>{problems(joinProblem(join.error))}</FormProblem> : null}
      <Button tone="primary" size="large" wide busy={isBusy} onClick={() => join.mutate({ code })}>
        {isBusy ? t("joining") : t("join", { name })}
      </Button>
    </div>
  );
}

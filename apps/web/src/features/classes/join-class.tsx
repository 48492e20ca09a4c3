"use client";

import { Button, Dialog, TextInput } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { joinProblem } from "./join-problem.ts";

/** Joins by the code somebody was told. */
export function JoinClass({ isPrimary }: { isPrimary: boolean }) {
  const t = useTranslations("classes.join");
  const common = useTranslations("common");
  const router = useRouter();
  const join = useMutation(useTRPC().class.join.mutationOptions());
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === "") return;
    join.mutate({ code }, { onSuccess: ({ classId }) => router.push(`/classes/${classId}`) });
  };
  return (
    <>
      <Button tone={isPrimary ? "primary" : "plain"} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog isOpen={isOpen} title={t("title")} closeLabel={common("close")} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <TextInput
            label={t("code")}
            hint={t("codeHint")}
            value={code}
            maxLength={20}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            error={join.error ? t(joinProblem(join.error)) : undefined}
            onChange={(event) => setCode(event.target.value)}
            className="font-mono uppercase"
          />
          <Button type="submit" tone="primary" busy={join.isPending || join.isSuccess} className="self-end">
            {t("submit")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

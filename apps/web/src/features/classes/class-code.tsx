"use client";

import { Badge, useToast } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmButton } from "../confirm/confirm-button.tsx";

interface ClassCodeProps {
  readonly classId: string;
  readonly code: string;
  readonly origin: string;
  readonly isInstructor: boolean;
}

/** The code that lets students in, in two groups that can be read aloud, and the link with it inside. */
export function ClassCode({ classId, code: first, origin, isInstructor }: ClassCodeProps) {
  const t = useTranslations("classes.page");
  const toast = useToast();
  const [code, setCode] = useState(first);
  const replace = useMutation(
    useTRPC().class.newCode.mutationOptions({
      onSuccess: (made) => setCode(made.code),
      onError: () => toast(t("failed"), "bad"),
    }),
  );
  const words = {
    title: t("newCodeSure.title"),
    body: t("newCodeSure.body"),
    confirm: t("newCodeSure.confirm"),
    cancel: t("newCodeSure.cancel"),
  };
  const link = `${origin}/class/${code}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Badge>
        {t("code")} <b className="font-mono text-ink">{`${code.slice(0, 4)} ${code.slice(4)}`}</b>
      </Badge>
      <span className="min-w-0 text-14 break-words text-muted">{t("link", { link })}</span>
      {isInstructor ? (
        <ConfirmButton
          // A new code is a new button: the dialog it asked in is closed with the old one.
          key={code}
          label={t("newCode")}
          words={words}
          isBusy={replace.isPending}
          onConfirm={() => replace.mutate({ classId })}
        />
      ) : null}
    </div>
  );
}

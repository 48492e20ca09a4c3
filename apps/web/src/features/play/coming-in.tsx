"use client";

import { Skeleton } from "@pyrena/ui";
import { useTranslations } from "next-intl";

/** The shape of a question before the first frame has come. */
export function ComingIn() {
  const t = useTranslations("play");
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-4 p-4">
      <Skeleton className="h-9" label={t("loading")} />
      <Skeleton className="h-48" />
      <Skeleton className="h-24" />
      <Skeleton className="h-14" />
    </div>
  );
}

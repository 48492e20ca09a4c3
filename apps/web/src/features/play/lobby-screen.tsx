"use client";

import type { StudentPage } from "@pyrena/live";
import { CountBadge } from "@pyrena/ui";
import { useTranslations } from "next-intl";

/** Waiting, with a shape: how many are here. */
export function LobbyScreen({ page }: { page: StudentPage }) {
  const t = useTranslations("play");
  const here = t("lobby.here", { count: page.room.counts.connected });
  return (
    <div className="flex grow flex-col items-center justify-center gap-4 text-center">
      <CountBadge count={page.room.counts.connected} label={here} size="large" />
      <p aria-hidden="true" className="text-16 text-muted">
        {here}
      </p>
      <h1 className="text-31 font-bold">{t("lobby.title")}</h1>
      <p className="max-w-full text-20 font-semibold break-words">{page.self.nickname}</p>
      <p className="max-w-prose text-16 text-muted">{t("lobby.body")}</p>
    </div>
  );
}

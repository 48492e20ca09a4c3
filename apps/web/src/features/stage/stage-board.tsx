"use client";

import type { PhaseView } from "@pyrena/contracts";
import { useTranslations } from "next-intl";
import { Leaderboard } from "../live/leaderboard.tsx";

/** What is readable from the last row. */
const TOP = 10;

export function StageBoard({ current }: { current: PhaseView & { phase: "scoreboard" | "ended" } }) {
  const t = useTranslations("projector");
  const title = current.phase === "ended" ? t("final") : t("board");
  return (
    <div className="mx-auto flex w-full max-w-200 grow flex-col gap-4">
      <h1 className="text-31 font-bold">{title}</h1>
      <Leaderboard rows={current.leaderboard.slice(0, TOP)} title={title} />
      {current.phase === "ended" ? <p className="text-20 text-muted">{t("ended")}</p> : null}
    </div>
  );
}

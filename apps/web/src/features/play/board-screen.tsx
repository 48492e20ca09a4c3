"use client";

import type { PhaseView } from "@pyrena/contracts";
import type { StudentPage } from "@pyrena/live";
import { Card } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Leaderboard } from "../live/leaderboard.tsx";

interface BoardScreenProps {
  readonly current: PhaseView & { phase: "scoreboard" | "ended" };
  readonly page: StudentPage;
}

/** Where I stand, then everybody. At the end the same, and goodbye. */
export function BoardScreen({ current, page }: BoardScreenProps) {
  const t = useTranslations("play");
  const { standing, nickname } = page.self;
  const isEnd = current.phase === "ended";
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-25 font-bold">{isEnd ? t("ended.title") : t("board.title")}</h1>
      {isEnd ? <p className="text-muted">{t("ended.body")}</p> : null}
      {standing ? (
        <Card className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="tabular text-31 font-bold">
            {t("result.rank", { rank: standing.rank, of: standing.of })}
          </span>
          <span className="tabular text-16 text-muted">
            {t("board.yourPoints", { points: standing.points, correct: standing.correct })}
          </span>
        </Card>
      ) : null}
      {page.room.settings.showsLeaderboard ? (
        <Leaderboard
          rows={current.leaderboard}
          title={t(isEnd ? "board.final" : "board.title")}
          me={nickname}
        />
      ) : (
        <p className="text-muted">{t("board.hidden")}</p>
      )}
    </div>
  );
}

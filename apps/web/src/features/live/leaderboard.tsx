"use client";

import type { LeaderboardRow } from "@pyrena/contracts";
import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";

interface LeaderboardProps {
  readonly rows: readonly LeaderboardRow[];
  readonly title: string;
  readonly me?: string | undefined;
}

/** Rank, name, right answers, points; equal points share a rank. */
export function Leaderboard({ rows, title, me }: LeaderboardProps) {
  const t = useTranslations("play.board");
  if (rows.length === 0) return <p className="text-16 text-muted">{t("empty")}</p>;
  return (
    <table className="tabular w-full border-collapse text-16">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-14 text-muted">
          <th scope="col" className="px-2 py-2 text-right font-medium">
            <span className="sr-only">{t("rank")}</span>
            <span aria-hidden="true">#</span>
          </th>
          <th scope="col" className="w-full px-2 py-2 text-left font-medium">
            {t("name")}
          </th>
          <th scope="col" className="px-2 py-2 text-right font-medium">
            {t("correct")}
          </th>
          <th scope="col" className="px-2 py-2 text-right font-medium">
            {t("points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.nickname}
            className={classNames(
              "border-t border-line",
              row.nickname === me && "bg-accent-soft font-semibold",
            )}
          >
            <td className="py-2 pr-2 pl-2 text-right font-mono">{row.rank}</td>
            <th scope="row" className="max-w-0 truncate px-2 py-2 text-left font-medium">
              {row.nickname}
              {row.nickname === me ? (
                <span className="text-14 font-normal text-muted"> ({t("you")})</span>
              ) : null}
            </th>
            <td className="px-2 py-2 text-right">{row.correct}</td>
            <td className="py-2 pr-2 pl-2 text-right font-mono font-bold">{row.points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

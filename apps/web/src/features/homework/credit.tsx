"use client";

import type { HomeworkDetail } from "@pyrena/contracts";
import { Bar } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useTimes } from "./use-times.ts";

/** What an answer earns and until when: the student sees what being late costs before it costs it. */
export function Credit({ homework }: { homework: HomeworkDetail }) {
  const t = useTranslations("homework.credit");
  const { at } = useTimes(homework.timeZone);
  const sentence = ({ until, credit }: HomeworkDetail["credit"][number]): string => {
    const percent = Math.round(credit * 100);
    if (until === null)
      return percent === 100 ? t("always") : percent === 0 ? t("nothing") : t("partForEver", { percent });
    return percent === 100 ? t("full", { at: at(until) }) : t("part", { percent, at: at(until) });
  };
  return (
    <section aria-labelledby="credit" className="flex flex-col gap-2">
      <h2 id="credit" className="text-16 font-bold">
        {t("title")}
      </h2>
      <ul className="flex flex-col gap-2">
        {homework.credit.map((stretch) => (
          <li
            key={stretch.until?.getTime() ?? "end"}
            className="grid grid-cols-[4rem_1fr] items-center gap-3 text-14"
          >
            <Bar share={stretch.credit} label={`${Math.round(stretch.credit * 100)} %`} />
            <span>{sentence(stretch)}</span>
          </li>
        ))}
      </ul>
      {homework.closesAt === null ? null : (
        <p className="text-14 text-muted">{t("closed", { at: at(homework.closesAt) })}</p>
      )}
    </section>
  );
}

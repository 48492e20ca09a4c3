"use client";

import type { ImportReport } from "@pyrena/contracts";
import { useTranslations } from "next-intl";

/** What an import took, what it kept with a warning, and what it left out and why. */
export function ImportReportList({ report }: { report: ImportReport }) {
  const t = useTranslations("deck.import");
  const doubtful = report.items.filter((item) => item.outcome === "with-problems");
  const refused = report.items.filter((item) => item.outcome === "refused");
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="font-semibold text-ok">
        <span aria-hidden="true">✓ </span>
        {t("done", { imported: report.imported })}
      </p>
      {doubtful.length === 0 ? null : (
        <ul className="flex flex-col gap-1 text-14">
          {doubtful.map((item) => (
            <li key={item.itemId}>
              <b>{item.title}</b> {t("withProblems", { problem: item.problems[0]?.message ?? "" })}
            </li>
          ))}
        </ul>
      )}
      {refused.length === 0 ? null : (
        <div className="flex flex-col gap-1 text-14">
          <p className="font-semibold text-bad">
            <span aria-hidden="true">✕ </span>
            {t("refused", { refused: refused.length })}
          </p>
          <ul className="flex flex-col gap-1">
            {refused.map((item) => (
              <li key={item.number}>
                {t("entry", {
                  number: item.number,
                  message: `${item.issues[0]?.path ?? ""} ${item.issues[0]?.message ?? ""}`.trim(),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

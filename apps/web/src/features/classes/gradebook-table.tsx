"use client";

import type { GradebookCell, GradebookColumn, GradebookRow } from "@pyrena/contracts";
import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import type { Order } from "./gradebook.ts";

interface GradebookTableProps {
  readonly columns: readonly GradebookColumn[];
  readonly rows: readonly GradebookRow[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

/** Names and heads stay while the rest scrolls. */
export function GradebookTable({ columns, rows, order, onOrder }: GradebookTableProps) {
  const t = useTranslations("classes.gradebook");
  const heads = [
    { id: "name", title: t("student") },
    { id: "total", title: t("total") },
    ...columns.map(({ id, title }) => ({ id, title })),
  ];
  return (
    <table aria-label={t("label")} className="tabular w-full border-separate border-spacing-0 text-16">
      <thead>
        <tr>
          {heads.map(({ id, title }) => (
            <Head key={id} id={id} title={title} order={order} onOrder={onOrder} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.userId}>
            <th
              scope="row"
              title={`${row.name} · ${row.email}`}
              className={classNames(
                cellClass,
                "sticky left-0 z-10 max-w-56 min-w-36 truncate bg-surface text-left",
              )}
            >
              {row.name}
            </th>
            <td className={classNames(cellClass, "text-right font-bold")}>
              {row.total === null ? t("missing") : t("scored", { percent: percentOf(row.total) })}
            </td>
            {row.cells.map((cell, n) => (
              <td key={columns[n]?.id} className={classNames(cellClass, "text-right")}>
                <Cell cell={cell} isDue={columns[n]?.isDue ?? false} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cellClass = "border-b border-line px-3 py-2 font-medium";

function Head({
  id,
  title,
  order,
  onOrder,
}: { id: string; title: string } & Pick<GradebookTableProps, "order" | "onOrder">) {
  const t = useTranslations("classes.gradebook");
  const isHere = order.by === id;
  // Names are looked for from A on, numbers from the best on.
  const isFalling = isHere ? !order.isFalling : id !== "name";
  return (
    <th
      scope="col"
      aria-sort={isHere ? (order.isFalling ? "descending" : "ascending") : "none"}
      className={classNames(
        "sticky top-0 border-b border-line bg-sunken px-1 text-14 font-medium",
        id === "name" ? "left-0 z-20 text-left" : "z-10 text-right",
      )}
    >
      <button
        type="button"
        aria-label={t("sortBy", { column: title })}
        title={title}
        onClick={() => onOrder({ by: id, isFalling })}
        className="touchable inline-flex max-w-40 items-center gap-1 rounded-box px-2 text-muted hover:text-ink"
      >
        <span className="truncate">{title}</span>
        <span aria-hidden="true">{isHere ? (order.isFalling ? "↓" : "↑") : "↕"}</span>
      </button>
    </th>
  );
}

function Cell({ cell, isDue }: { cell: GradebookCell; isDue: boolean }) {
  const t = useTranslations("classes.gradebook");
  switch (cell.state) {
    case "scored":
      return t("scored", { percent: percentOf(cell.score) });
    case "excused":
      return (
        <span role="img" aria-label={t("excusedWords")} title={t("excusedWords")} className="text-muted">
          {t("excused")}
        </span>
      );
    case "missing":
      return (
        <span
          role="img"
          aria-label={isDue ? t("zero") : t("missingWords")}
          title={isDue ? t("zero") : t("missingWords")}
          className={isDue ? "font-semibold text-bad" : "text-muted"}
        >
          {isDue ? t("scored", { percent: 0 }) : t("missing")}
        </span>
      );
  }
}

function percentOf(share: number): number {
  return Math.round(share * 100);
}

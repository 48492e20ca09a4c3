/** The gradebook as the page orders, searches and exports it. */
import type { Gradebook, GradebookCell, GradebookRow } from "@pyrena/contracts";

export interface Order {
  /** "name", "total" or the id of a column. */
  readonly by: string;
  readonly isFalling: boolean;
}

/** The rows that fit the search, in this order; what has no number comes last either way. */
export function ordered(
  { columns, rows }: Gradebook,
  { by, isFalling }: Order,
  find: string,
): GradebookRow[] {
  const wanted = find.trim().toLocaleLowerCase();
  const column = columns.findIndex(({ id }) => id === by);
  const numberOf = (row: GradebookRow) => (by === "total" ? row.total : scoreIn(row.cells[column]));
  const byName = (a: GradebookRow, b: GradebookRow) =>
    a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1);
  const sign = isFalling ? -1 : 1;
  return rows
    .filter(({ name, email }) => `${name} ${email}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => {
      if (by === "name") return sign * byName(a, b);
      const [one, other] = [numberOf(a), numberOf(b)];
      if (one === null || other === null)
        return Number(one === null) - Number(other === null) || byName(a, b);
      return sign * (one - other) || byName(a, b);
    });
}

function scoreIn(cell: GradebookCell | undefined): number | null {
  return cell?.state === "scored" ? cell.score : null;
}

/** One row per student, with the ids that stay the same from one export to the next. */
export function gradebookCsv({ columns, rows }: Gradebook): string {
  const head = [
    "user_id",
    "name",
    "email",
    ...columns.flatMap(({ id, title }) => [`${title} [${id}]`]),
    "total",
  ];
  const lines = rows.map((row) => [
    row.userId,
    row.name,
    row.email,
    ...row.cells.map(cellText),
    percent(row.total),
  ]);
  return `${[head, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function cellText(cell: GradebookCell): string {
  return cell.state === "scored" ? percent(cell.score) : cell.state === "excused" ? "excused" : "";
}

function percent(share: number | null): string {
  return share === null ? "" : String(Math.round(share * 10_000) / 100);
}

/** A spreadsheet takes a cell that begins like this for a formula, and runs it; an apostrophe in front makes it a text. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

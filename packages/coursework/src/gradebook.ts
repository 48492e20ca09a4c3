/** The course result of a student from the columns of the gradebook: categories, weights, dropped scores. */

/** A column: an assignment or a room. */
export interface Column {
  readonly id: string;
  readonly categoryId: string | null;
  /** Share within its category. */
  readonly weight: number;
  /** Whether it can count already: it is due, or its room has ended. */
  readonly isDue: boolean;
}

export interface Category {
  readonly id: string;
  /** Share of the course. */
  readonly weight: number;
  /** So many of a student's lowest scores in it do not count. */
  readonly dropsLowest: number;
}

/** A student's score in a column. */
export type Cell =
  /** `score` is 0 … 1. */
  | { readonly state: "scored"; readonly score: number }
  /** Nothing was handed in. Once the column is due it earns nothing; before, it is left out. */
  | { readonly state: "missing" }
  /** Does not count for this student. */
  | { readonly state: "excused" };

export interface CourseResult {
  /** 0 … 1; null while nothing counts. */
  readonly total: number | null;
  readonly byCategory: ReadonlyMap<string, number>;
  /** Columns left out as the student's lowest. */
  readonly dropped: ReadonlySet<string>;
}

/** Columns without a category make up one together, which counts where there are no categories. */
const UNSORTED: Category = { id: "", weight: 1, dropsLowest: 0 };

export function courseResult(
  columns: readonly Column[],
  categories: readonly Category[],
  cells: ReadonlyMap<string, Cell>,
): CourseResult {
  const byCategory = new Map<string, number>();
  const dropped = new Set<string>();
  for (const category of categories.length === 0 ? [UNSORTED] : categories) {
    const own = columns.filter(({ categoryId }) => categories.length === 0 || categoryId === category.id);
    const counted = own.flatMap((column) => counting(column, cells.get(column.id)));
    for (const id of lowest(counted, category.dropsLowest)) dropped.add(id);
    const mean = weightedMean(counted.filter(({ id }) => !dropped.has(id)));
    if (mean !== null) byCategory.set(category.id, mean);
  }
  const shares = (categories.length === 0 ? [UNSORTED] : categories).flatMap(({ id, weight }) => {
    const score = byCategory.get(id);
    return score === undefined ? [] : [{ id, weight, score }];
  });
  return { total: weightedMean(shares), byCategory, dropped };
}

interface Weighted {
  readonly id: string;
  readonly weight: number;
  readonly score: number;
}

function counting({ id, weight, isDue }: Column, cell: Cell = { state: "missing" }): Weighted[] {
  if (cell.state === "excused" || (cell.state === "missing" && !isDue)) return [];
  return [{ id, weight, score: cell.state === "scored" ? cell.score : 0 }];
}

/** The lowest `count` scores, but never all: a result must rest on something. Of equal scores the lighter one goes last. */
function lowest(scores: readonly Weighted[], count: number): string[] {
  const drop = Math.min(count, Math.max(0, scores.length - 1));
  return [...scores]
    .sort((a, b) => a.score - b.score || b.weight - a.weight)
    .slice(0, drop)
    .map(({ id }) => id);
}

function weightedMean(values: readonly Weighted[]): number | null {
  const weight = values.reduce((sum, value) => sum + value.weight, 0);
  if (weight === 0) return null;
  return values.reduce((sum, value) => sum + value.weight * value.score, 0) / weight;
}

/** The largest size at which a program still fits its half of the wall; 14 is 24 pixels there, the least a wall may show. */
export function codeSize(source: string): "text-25" | "text-20" | "text-16" | "text-14" {
  const lines = source.trimEnd().split("\n");
  const longest = Math.max(...lines.map((line) => line.length));
  const size = sizes.find(({ rows, columns }) => lines.length <= rows && longest <= columns);
  return size?.name ?? "text-14";
}

const sizes = [
  { name: "text-25", rows: 11, columns: 34 },
  { name: "text-20", rows: 15, columns: 44 },
  { name: "text-16", rows: 18, columns: Number.POSITIVE_INFINITY },
] as const;

/** At the reveal the program shares the wall with two more columns. */
export function isWideCode(source: string): boolean {
  return source.split("\n").some((line) => line.length > 30);
}

/** The largest size at which a program still fits its half of the wall; never under the base size. */
export function codeSize(source: string): "text-25" | "text-20" | "text-16" {
  const lines = source.trimEnd().split("\n");
  const longest = Math.max(...lines.map((line) => line.length));
  const size = sizes.find(({ rows, columns }) => lines.length <= rows && longest <= columns);
  return size?.name ?? "text-16";
}

const sizes = [
  { name: "text-25", rows: 11, columns: 34 },
  { name: "text-20", rows: 15, columns: 44 },
] as const;

/** At the reveal the program shares the wall with two more columns; 14 is the smallest a wall may show (24 pixels there). */
export function isWideCode(source: string): boolean {
  return source.split("\n").some((line) => line.length > 30);
}

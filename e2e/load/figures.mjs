/** Sorted samples as the figures of a table. */
export function figures(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { n: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

const ms = (value) => (Number.isNaN(value) ? "–" : `${value.toFixed(1)} ms`);

/** Rows of { what, bar, p50, p99, max, note } as a Markdown table. */
export function table(rows) {
  const lines = rows.map(({ what, bar = "", n, p50, p99, max, note = "" }) =>
    [what, n, ms(p50), ms(p99), ms(max), bar, note].join(" | "),
  );
  const head = ["what | n | p50 | p99 | max | bar | ", "--|--|--|--|--|--|--"];
  return [...head, ...lines].map((line) => `| ${line} |`).join("\n");
}

/** The name a misspelt one may have meant.   [mirrors _Py_CalculateSuggestions, Python/suggestions.c] */

const maxCandidates = 750;
const maxLength = 40;
const moveCost = 2;
const caseCost = 1;

/** The first of the names nearest to `wrong`; no more than a third of the characters may differ. [calculate_suggestions] */
export function closest(names: readonly string[], wrong: string): string | null {
  if (names.length > maxCandidates || wrong.length > maxLength) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (name === wrong || name.length > maxLength) continue;
    const limit = Math.min(Math.floor(((name.length + wrong.length + 3) * moveCost) / 6), bestDistance - 1);
    const distance = levenshtein(wrong, name);
    if (distance > limit) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}

/** Edit distance; another case costs half of another letter. [levenshtein_distance] */
function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j * moveCost);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * moveCost];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + substitutionCost(a[i - 1] ?? "", b[j - 1] ?? "");
      next.push(Math.min(substituted, (row[j] ?? 0) + moveCost, (next[j - 1] ?? 0) + moveCost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? caseCost : moveCost;
}

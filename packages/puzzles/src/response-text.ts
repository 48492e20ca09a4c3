/** Responses as text: what two of them have in common for a histogram, and how one reads on a bar. */
import type { Bucket, Question, Response } from "@pyrena/contracts";

/** Python's own words may be typed in any case; a phone capitalises as it likes. */
const PYTHON_WORDS = new Map([
  ["true", "True"],
  ["false", "False"],
  ["none", "None"],
]);

const MAX_LENGTH = 1000;
const NOTHING = "–";

/** Printed lines as they are compared: outer blanks and empty lines at the end do not matter. */
export function normaliseLines(lines: readonly string[]): string[] {
  const result = lines.map((line) =>
    line
      .trim()
      .split(/\s+/)
      .map((word) => PYTHON_WORDS.get(word.toLowerCase()) ?? word)
      .join(" "),
  );
  while (result.length > 0 && result.at(-1) === "") result.pop();
  return result;
}

/** Two responses are the same answer exactly when their canonical texts are equal. */
export function canonical(response: Response): string {
  switch (response.widget) {
    case "number":
      return String(response.value);
    case "true-false":
      return Object.keys(response.values)
        .sort()
        .map((id) => `${id}=${response.values[id] === true ? "T" : "F"}`)
        .join(" ");
    case "multi":
      return response.chosen.length === 0 ? "none" : [...response.chosen].sort().join(" ");
    case "choice":
      return response.chosen;
    case "line":
      return String(response.line);
    case "text-lines":
      return normaliseLines(response.lines).join("\n");
  }
}

export function sameAnswer(one: Response, other: Response): boolean {
  return one.widget === other.widget && canonical(one) === canonical(other);
}

/** How a response reads, in the words of its question. */
export function responseText(response: Response, question: Question): string {
  const { input } = question;
  if (response.widget === "true-false" && input.widget === "true-false") {
    return input.rows.map((row) => (response.values[row.id] === true ? "True" : "False")).join(", ");
  }
  if (response.widget === "multi" && input.widget === "multi") {
    const chosen = input.options.filter((option) => response.chosen.includes(option.id));
    return chosen.length === 0 ? NOTHING : chosen.map((option) => option.label).join(", ");
  }
  if (response.widget === "choice" && input.widget === "choice") {
    return input.options.find((option) => option.id === response.chosen)?.label ?? response.chosen;
  }
  return canonical(response);
}

export function histogramBucket(response: Response, question: Question): Bucket {
  const text = responseText(response, question);
  return { id: shortened(canonical(response)), label: shortened(text === "" ? NOTHING : text) };
}

/** Long texts keep their beginning and are told apart by a checksum of the whole. */
function shortened(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  let sum = 0;
  for (const char of text) sum = (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return `${text.slice(0, MAX_LENGTH - 12)} … ${sum.toString(16)}`;
}

/** What can be said about a program's lines from their text: indentation, blocks, which of them hold code. */

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlank(line: string): boolean {
  const text = line.trim();
  return text === "" || text.startsWith("#");
}

/** Brackets opened minus brackets closed, strings left out. */
export function openBrackets(line: string): number {
  const code = line.replace(/(["'])(?:\\.|(?!\1).)*\1/g, "").replace(/#.*$/, "");
  return (code.match(/[([{]/g) ?? []).length - (code.match(/[)\]}]/g) ?? []).length;
}

const CLAUSE = /^(else|elif|except|finally)\b/;

/** The last line of the statement that begins on a line: its open brackets, its block and its further clauses. */
export function statementEnd(lines: readonly string[], line: number): number {
  const first = lines[line - 1] ?? "";
  const indent = indentOf(first);
  let depth = openBrackets(first);
  let end = line;
  for (let number = line + 1; number <= lines.length; number += 1) {
    const text = lines[number - 1] ?? "";
    const belongs =
      depth > 0 || indentOf(text) > indent || (indentOf(text) === indent && CLAUSE.test(text.trim()));
    if (!belongs && !isBlank(text)) break;
    depth += openBrackets(text);
    if (belongs && !isBlank(text)) end = number;
  }
  return end;
}

/** Lines that hold code: what a learner can tap when a line is asked. */
export function codeLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (isBlank(line) ? [] : [index + 1]));
}

/** Names of the classes the program defines. */
export function classNames(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => /^\s*class (\w+)/.exec(line)?.[1] ?? []));
}

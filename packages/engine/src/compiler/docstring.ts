/** Docstrings, with the indentation taken off from 3.13.   [mirrors _PyCompile_CleanDoc, Lib/inspect.py cleandoc] */
import type { Stmt } from "../parser/ast.ts";

export function docstringOf(body: readonly Stmt[], isCleaned: boolean): string | null {
  const first = body[0];
  if (first?.type !== "Expr" || first.value.type !== "Constant" || first.value.value.kind !== "str")
    return null;
  const text = first.value.value.value;
  return isCleaned ? cleaned(text) : text;
}

function cleaned(doc: string): string {
  const lines = expandTabs(doc).split("\n");
  const margins = lines.slice(1).flatMap((line) => (line.trim() === "" ? [] : [indentOf(line)]));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  const [first = "", ...rest] = lines;
  return [first.replace(/^ +/, ""), ...rest.map((line) => line.slice(Math.min(margin, indentOf(line))))].join(
    "\n",
  );
}

function indentOf(line: string): number {
  return line.length - line.replace(/^ +/, "").length;
}

function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  return text
    .split("\n")
    .map((line) => {
      let out = "";
      for (const char of line) out += char === "\t" ? " ".repeat(8 - (out.length % 8)) : char;
      return out;
    })
    .join("\n");
}

/** To 3.9 every SyntaxError looks for Python 2's print and exec in its line.   [mirrors _report_missing_parentheses] */
import type { Diagnostic } from "../diagnostics.ts";

/** `found`, or the message about missing parentheses if its line looks like Python 2. */
export function withLegacyHint(found: Diagnostic, source: string): Diagnostic {
  if (found.code !== "syntax-error") return found;
  const line = source.split("\n", found.range.lineno)[found.range.lineno - 1] ?? "";
  if (line.includes("(")) return found;
  const colon = line.indexOf(":");
  const message = hint(line) ?? (colon < 0 ? null : hint(line.slice(colon + 1)));
  return message === null ? found : { ...found, message };
}

function hint(line: string): string | null {
  const text = line.trimStart();
  if (text.startsWith("exec ")) return "Missing parentheses in call to 'exec'";
  if (!text.startsWith("print ")) return null;
  const semicolon = text.indexOf(";", 6);
  const argument = text.slice(6, semicolon < 0 ? undefined : semicolon).trim();
  const end = argument.endsWith(",") ? ' end=" "' : "";
  return `Missing parentheses in call to 'print'. Did you mean print(${argument}${end})?`;
}

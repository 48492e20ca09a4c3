/**
 * The text of a session as the prompt reads it: input by input, so that what cannot be parsed stops nothing before it.
 * [mirrors PyRun_InteractiveLoop]
 */
import type { Module, Stmt } from "./parser/ast.ts";
import type { Diagnostic } from "./parser/diagnostics.ts";
import { interactiveInputs, parseModule } from "./parser/parser.ts";
import type { PythonVersion } from "./python-version.ts";

/** Statements that are compiled together, or what is wrong with an input. */
export type PromptInput =
  | { readonly kind: "statements"; readonly body: readonly Stmt[] }
  | { readonly kind: "rejected"; readonly diagnostic: Diagnostic };

/** The inputs in order. After one that cannot be parsed, reading goes on with the line behind the error. */
export function promptInputs(source: string, python: PythonVersion): readonly PromptInput[] {
  const inputs: PromptInput[] = [];
  const lines = source.split("\n");
  for (let from = 0; from < lines.length; ) {
    const text = part(lines, from, lines.length);
    const parsed = parseModule(text, python);
    if (parsed.ok) {
      for (const body of interactiveInputs(parsed.module)) inputs.push({ kind: "statements", body });
      return inputs;
    }
    const { diagnostic } = parsed;
    const failed = Math.max(from, diagnostic.range.lineno - 1);
    for (const body of inputsBefore(lines, from, failed, python)) inputs.push({ kind: "statements", body });
    inputs.push({ kind: "rejected", diagnostic });
    if (diagnostic.code === "unsupported" || readsOn(diagnostic)) return inputs;
    from = failed + 1;
  }
  return inputs;
}

/** Lines of a session with empty ones before them, so that they keep their numbers. */
function part(lines: readonly string[], from: number, to: number): string {
  return "\n".repeat(from) + lines.slice(from, to).join("\n");
}

/** What is not finished takes in every line there is. */
function readsOn({ message }: Diagnostic): boolean {
  return /never closed|unterminated triple|unexpected EOF|EOF while scanning triple/.test(message);
}

/** The inputs that end before the one with the error, which begins on or above line `failed`. */
function inputsBefore(
  lines: readonly string[],
  from: number,
  failed: number,
  python: PythonVersion,
): readonly (readonly Stmt[])[] {
  for (let at = failed; at > from; at -= 1) {
    // An input begins in the first column.
    if (!/^[^\s#)\]}]/.test(lines[at] ?? "")) continue;
    const parsed = parseModule(part(lines, from, at), python);
    if (parsed.ok) return interactiveInputs(parsed.module);
  }
  return [];
}

/** The inputs of a session that parses as a whole. */
export function statementsOf(module: Module): readonly PromptInput[] {
  return interactiveInputs(module).map((body) => ({ kind: "statements", body }));
}

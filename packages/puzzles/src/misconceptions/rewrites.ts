/**
 * Wrong rules the engine does not have and that can be said in Python: the program is rewritten so that the real engine
 * does what somebody who holds the rule expects, and is then asked the same question. Lines keep their numbers. A rewriting
 * that raises says nothing.
 */
import { indentOf, openBrackets, statementEnd } from "../source-lines.ts";

/** The rewritten program, or null where the rule has nothing to change. */
type Rewrite = (source: string) => string | null;

export const rewrites: Readonly<Record<string, Rewrite>> = {
  M28: keepWhatWasBound,
  M54: (source) => changed(source, source.replace(/gc\.collect\([01]\)/g, "gc.collect()")),
  M63: (source) => letGoAtTheEndOfWith(source),
  M71: (source) =>
    measured(
      source,
      "import sys as _sys; _size = lambda o: _sys.getsizeof(o) + (sum(map(_size, o)) if isinstance(o, (list, tuple)) else 0)",
    ),
  M72: (source) =>
    source.includes(".append(") ? measured(source, "_size = lambda o: 56 + 8 * len(o)") : null,
  M73: (source) =>
    source.includes(".append(")
      ? measured(source, "_size = lambda o: 56 + 8 * (len(o) and 1 << (len(o) - 1).bit_length())")
      : null,
};

function changed(source: string, next: string): string | null {
  return next === source ? null : next;
}

function everyLine(source: string, change: (line: string) => string): string | null {
  return changed(source, source.split("\n").map(change).join("\n"));
}

/** Something to run first, put before the first line; a program that begins with a block has no room for it. */
function withPreamble(source: string, text: string): string | null {
  const first = source.split("\n")[0] ?? "";
  return isSimple(first) ? `${text}; ${source}` : null;
}

/** A top-level statement that is complete on its line, so that another one may stand beside it. */
function isSimple(line: string): boolean {
  const text = line.trim();
  if (text === "" || indentOf(line) > 0 || text.endsWith(":") || openBrackets(line) !== 0) return false;
  return !/^(class|def|for|while|if|with|try|else|elif|except|finally|async|@|#|from __future__)/.test(text);
}

function measured(source: string, size: string): string | null {
  const next = source.replaceAll("sys.getsizeof(", "_size(");
  return next === source ? null : withPreamble(next, size);
}

/** The name after `as` is let go of in the last line of the block, if that line can have another statement beside it. */
function letGoAtTheEndOfWith(source: string): string | null {
  const lines = source.split("\n");
  for (const [index, line] of lines.entries()) {
    const name = /^\s*with .+ as (\w+):$/.exec(line)?.[1];
    if (name === undefined) continue;
    const last = statementEnd(lines, index + 1) - 1;
    const text = lines[last] ?? "";
    if (last > index && isSimple(text.trim()) && !/\b(return|raise|break|continue)\b/.test(text)) {
      lines[last] = `${text}; ${name} = None`;
    }
  }
  return changed(source, lines.join("\n"));
}

/** A name that is bound again goes on holding what it held. */
function keepWhatWasBound(source: string): string | null {
  const bound = new Set<string>();
  const next = everyLine(source, (line) => {
    const match = /^(\s*)([A-Za-z_]\w*) = /.exec(line);
    if (match === null) return line;
    const id = `${match[1]?.length} ${match[2]}`;
    const isAgain = bound.has(id);
    bound.add(id);
    return isAgain ? `${match[1]}_kept.append(${match[2]}); ${line.trimStart()}` : line;
  });
  return next === null ? null : withPreamble(next, "_kept = []");
}

/** What a caller asks for and what it gets. */
import type { Nuisance } from "./nuisance.ts";
import type { Diagnostic, SourceRange } from "./parser/diagnostics.ts";
import type { PythonVersion } from "./python-version.ts";
import type { RuleId } from "./rules/catalogue.ts";
import type { Recorded } from "./trace/recorded.ts";

export interface Limits {
  /** Bytecode instructions and charged primitive work. */
  readonly steps: number;
  /** Bytes and objects alive at once. */
  readonly bytes: number;
  readonly objects: number;
  /** Characters written to stdout and stderr together. */
  readonly output: number;
}

export interface RunOptions {
  readonly python: PythonVersion;
  readonly mode?: "script" | "repl";
  /** As tracebacks show it. */
  readonly filename?: string;
  readonly limits?: Partial<Limits>;
  /** "lines": steps, slot writes, allocations; "full": allocator and collector events too. */
  readonly trace?: "off" | "lines" | "full";
  /** 0 equals the recorded interpreter; other values draw everything CPython does not promise. */
  readonly nuisance?: number | Partial<Nuisance>;
  /** Wrong rules of memory to run the program under: what somebody expects who holds them. */
  readonly rules?: readonly RuleId[];
}

export interface UncaughtException {
  readonly typeName: string;
  readonly message: string;
  /** `Type: message`, the last line of the traceback. */
  readonly summary: string;
  readonly traceback: string;
  readonly line: number | null;
}

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  /** Set when the source did not compile; nothing ran then. */
  readonly diagnostic: Diagnostic | null;
  readonly exception: UncaughtException | null;
  readonly exitCode: number;
  /** The limit that ended the run and the line it had reached. */
  readonly limit: {
    readonly kind: "steps" | "bytes" | "objects" | "depth" | "output";
    readonly range: SourceRange | null;
  } | null;
  /** Valid Python the engine does not model yet: named, with its place; the run stopped there. */
  readonly unsupported: { readonly what: string; readonly range: SourceRange | null } | null;
  /** null when tracing was off. */
  readonly recorded: Recorded | null;
}

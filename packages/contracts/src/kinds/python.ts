import { z } from "zod";

/** The CPython versions a program can be asked about. */
export const pythonVersions = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"] as const;
export const pythonVersionSchema = z.enum(pythonVersions);
export type PythonVersion = z.infer<typeof pythonVersionSchema>;

/** `script`: the whole text is one compile unit. `repl`: each top-level statement is typed at a prompt. */
export const runModes = ["script", "repl"] as const;
export const runModeSchema = z.enum(runModes);
export type RunMode = z.infer<typeof runModeSchema>;

export const lineNumberSchema = z.int().min(1).max(2000);

/** What "there" means: a moment of the run, just before or after the k-th execution of a line (k from 1). */
export const placeSchema = z.strictObject({
  line: lineNumberSchema,
  occurrence: z.int().min(1).max(10_000),
  when: z.enum(["before", "after"]),
});
export type Place = z.infer<typeof placeSchema>;

/** One execution of a line, when before or after makes no difference. */
export const lineRunSchema = z.strictObject({
  line: lineNumberSchema,
  occurrence: z.int().min(1).max(10_000),
});
export type LineRun = z.infer<typeof lineRunSchema>;

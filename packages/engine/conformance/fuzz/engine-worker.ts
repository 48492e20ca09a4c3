/** Runs programs on the engine in a thread of its own, so that one that hangs can be ended. */
import { parentPort } from "node:worker_threads";
import { type PythonVersion, run } from "../../src/index.ts";
import type { Outcome } from "./oracle.ts";

export interface Request {
  readonly source: string;
  readonly version: PythonVersion;
}

parentPort?.on("message", ({ source, version }: Request) =>
  parentPort?.postMessage(outcomeOf(source, version)),
);

/** A refusal, a limit and a crash are errors by name: none of them is what CPython does. */
function outcomeOf(source: string, version: PythonVersion): Outcome {
  try {
    const result = run(source, { python: version, filename: "main.py" });
    const { stdout, exception, unsupported, limit } = result;
    if (unsupported !== null) return { stdout, error: `refused: ${unsupported.what}` };
    if (limit !== null) return { stdout, error: `limit: ${limit.kind}` };
    return { stdout, error: exception === null ? null : exception.summary };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      stdout: "",
      error: `crash: ${text
        .split("\n")
        .slice(0, 3)
        .join(" | ")
        .replace(/\(?file:\S*/g, "")}`,
    };
  }
}

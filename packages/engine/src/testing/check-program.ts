/** Runs one program with the heap checker watching. */

import { compileModule } from "../compiler/compile.ts";
import { decref } from "../memory/refcount.ts";
import { drawNuisance } from "../nuisance.ts";
import { LimitExceeded, Unsupported } from "../objects/object.ts";
import { parseModule } from "../parser/parser.ts";
import { statementsOf } from "../prompt.ts";
import type { PythonVersion } from "../python-version.ts";
import { endOfRun, newMainModule, runInputs, runScript } from "../run-main.ts";
import { createMachine } from "../vm/machine.ts";
import { createRuntime } from "../vm/runtime.ts";
import { type Finding, Watcher, type WatchOptions } from "./watcher.ts";

const limits = { steps: 10_000_000, bytes: 2 ** 29, objects: 2_000_000, output: 1_000_000 };

export interface CheckedProgram extends WatchOptions {
  readonly python: PythonVersion;
  readonly mode: "script" | "repl";
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly checks: number;
  /** Steps taken, checked or not. */
  readonly steps: number;
}

export function checkProgram(source: string, options: CheckedProgram): Checked {
  const { python, mode } = options;
  const parsed = parseModule(source, python);
  if (!parsed.ok) return { findings: [], checks: 0, steps: 0 };
  const filename = mode === "script" ? "main.py" : "<stdin>";
  const machine = createMachine((name) => (name === filename ? source : undefined));
  const rt = createRuntime({ python, mode, limits, nuisance: drawNuisance(0), machine });
  const main = newMainModule(rt, mode === "script" ? filename : null);
  const watcher = new Watcher(rt, options);
  watcher.nativeHold("the run", main);
  const program = { rt, main, source, filename, body: parsed.module.body, compile: compileModule };
  try {
    if (mode === "script") runScript(program);
    else runInputs(program, statementsOf(parsed.module));
    watcher.check(0);
    watcher.nativeRelease("the run", main);
    decref(rt, main);
    endOfRun(rt);
    watcher.check(0);
  } catch (error) {
    if (!(error instanceof LimitExceeded) && !(error instanceof Unsupported)) throw error;
  }
  return { findings: watcher.findings, checks: watcher.checks, steps: watcher.steps };
}

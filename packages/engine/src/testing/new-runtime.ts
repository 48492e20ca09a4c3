/** A runtime for tests of single mechanisms, without a program. */
import { drawNuisance } from "../nuisance.ts";
import type { PythonVersion } from "../python-version.ts";
import { createMachine } from "../vm/machine.ts";
import { createRuntime, type Interpreter } from "../vm/runtime.ts";

export function newRuntime(python: PythonVersion): Interpreter {
  const limits = { steps: 1_000_000, bytes: 1 << 28, objects: 1_000_000, output: 10_000 };
  return createRuntime({
    python,
    mode: "script",
    limits,
    nuisance: drawNuisance(0),
    machine: createMachine(() => undefined),
  });
}

/** Runs one program with a recorder whose events are compared with the heap. */
import { compileModule } from "../compiler/compile.ts";
import { decref } from "../memory/refcount.ts";
import { drawNuisance } from "../nuisance.ts";
import { LimitExceeded, Unsupported } from "../objects/object.ts";
import { parseModule } from "../parser/parser.ts";
import type { PythonVersion } from "../python-version.ts";
import { newMainModule, runScript } from "../run-main.ts";
import { createMachine } from "../vm/machine.ts";
import { createRuntime } from "../vm/runtime.ts";
import { CheckedRecorder } from "./check-trace.ts";

const limits = { steps: 10_000_000, bytes: 2 ** 29, objects: 2_000_000, output: 1_000_000 };

export function checkTrace(
  source: string,
  options: { readonly python: PythonVersion; readonly every: number },
): { findings: readonly string[]; comparisons: number } {
  const { python, every } = options;
  const parsed = parseModule(source, python);
  if (!parsed.ok) return { findings: [], comparisons: 0 };
  const machine = createMachine((name) => (name === "main.py" ? source : undefined));
  const rt = createRuntime({ python, mode: "script", limits, nuisance: drawNuisance(0), machine });
  const main = newMainModule(rt, "main.py");
  const recorder = new CheckedRecorder(rt, { every });
  rt.recorder = recorder;
  rt.heap.recorder = recorder;
  rt.heap.allocator.listener = recorder;
  recorder.nativeHold("the run", main);
  try {
    runScript({ rt, main, source, filename: "main.py", body: parsed.module.body, compile: compileModule });
    recorder.compare(0);
    recorder.nativeRelease("the run", main);
    decref(rt, main);
  } catch (error) {
    if (!(error instanceof LimitExceeded) && !(error instanceof Unsupported)) throw error;
  }
  return { findings: recorder.findings, comparisons: recorder.comparisons };
}

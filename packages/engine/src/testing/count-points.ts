/** Runs one program without rules and counts how often it passes a point that a wrong rule could have replaced. */
import { compileModule } from "../compiler/compile.ts";
import { decref } from "../memory/refcount.ts";
import { drawNuisance } from "../nuisance.ts";
import { LimitExceeded, type MemoryModel, Unsupported } from "../objects/object.ts";
import { parseModule } from "../parser/parser.ts";
import type { PythonVersion } from "../python-version.ts";
import { endOfRun, newMainModule, runScript } from "../run-main.ts";
import { SilentRecorder } from "../trace/silent-recorder.ts";
import { createMachine } from "../vm/machine.ts";
import { firstRuledOp } from "../vm/ops/dispatch.ts";
import { createRuntime } from "../vm/runtime.ts";

const limits = { steps: 10_000_000, bytes: 2 ** 29, objects: 2_000_000, output: 1_000_000 };

export interface Passed {
  instructions: number;
  /** Of those, instructions only a rule can have put there. */
  ruled: number;
  /** sys.getrefcount asked the model of memory. */
  refcounts: number;
  /** A collection asked it. */
  collections: number;
}

export function countPoints(source: string, python: PythonVersion): Passed {
  const passed: Passed = { instructions: 0, ruled: 0, refcounts: 0, collections: 0 };
  const parsed = parseModule(source, python);
  if (!parsed.ok) return passed;
  const machine = createMachine((name) => (name === "main.py" ? source : undefined));
  const rt = createRuntime({ python, mode: "script", limits, nuisance: drawNuisance(0), machine });
  const { getRefcount, gcCollectMain } = rt.model;
  const counting: MemoryModel = {
    getRefcount: (...args) => {
      passed.refcounts += 1;
      return getRefcount(...args);
    },
    gcCollectMain: (...args) => {
      passed.collections += 1;
      return gcCollectMain(...args);
    },
  };
  Object.defineProperty(rt, "model", { value: counting });
  const listener = new SilentRecorder();
  listener.instruction = ({ unit, pc }) => {
    passed.instructions += 1;
    if ((unit.ops[pc * 2] ?? 0) >= firstRuledOp) passed.ruled += 1;
  };
  rt.recorder = listener;
  const main = newMainModule(rt, "main.py");
  try {
    runScript({ rt, main, source, filename: "main.py", body: parsed.module.body, compile: compileModule });
    decref(rt, main);
    endOfRun(rt);
  } catch (error) {
    if (!(error instanceof LimitExceeded) && !(error instanceof Unsupported)) throw error;
  }
  return passed;
}

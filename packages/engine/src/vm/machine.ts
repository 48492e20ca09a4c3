/** The machine behind a runtime: running frames, imports, compiling text, tracebacks. */
import { newRef } from "../memory/refcount.ts";
import { borrowedFrameObject } from "../objects/frame-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { evalFrame } from "./eval.ts";
import { importedName, importModule, importModuleLevel } from "./import.ts";
import { currentLocals } from "./locals.ts";
import { compileText, runCode, runFunctionBody } from "./run-code.ts";
import type { Machine } from "./runtime.ts";
import { callFromStack } from "./specialize.ts";
import { type SourceLookup, tracebackText } from "./traceback-text.ts";

export function createMachine(sources: SourceLookup): Machine {
  return {
    evalFrame,
    importModule,
    importLevel: importModuleLevel,
    importedName,
    compileText,
    runCode,
    runFunctionBody,
    currentLocals: (rt) => {
      const frame = rt.thread.frame;
      return frame === null ? newRef(rt.none) : currentLocals(rt, frame);
    },
    formatException: (rt, exception) => tracebackText(rt, exception, sources),
    sourceLine: (filename, lineno) => sources(filename)?.split("\n")[lineno - 1] ?? "",
    frameObjectAt,
    callFromStack,
  };
}

function frameObjectAt(rt: Runtime, depth: number): PyObject | null {
  let frame = rt.thread.frame;
  for (let i = 0; i < depth && frame !== null; i += 1) frame = frame.back;
  return frame === null ? null : newRef(borrowedFrameObject(rt, frame));
}

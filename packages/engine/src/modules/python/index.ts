/** Modules that CPython writes in Python: ours, compiled by the engine itself. */
import { typeEntries } from "../_types.ts";
import type { ModuleSpec } from "../modulespec.ts";
import { abcSource } from "./abc.ts";
import { collectionsSource } from "./collections.ts";
import { collectionsAbcSource } from "./collections-abc.ts";
import { contextlibSource } from "./contextlib.ts";
import { copySource } from "./copy.ts";
import { copyregSource } from "./copyreg.ts";
import { ctypesSource } from "./ctypes.ts";
import { dataclassesSource } from "./dataclasses.ts";
import { enumSource } from "./enum.ts";
import { functoolsSource } from "./functools.ts";
import { loggingSource } from "./logging.ts";
import { memoryProfilerSource } from "./memory-profiler.ts";
import { osSource, posixpathSource, tempfileSource } from "./os.ts";
import { randomSource } from "./random.ts";
import { sqlite3Source } from "./sqlite3.ts";
import { stringSource, templatelibSource } from "./string.ts";
import { threadingSource } from "./threading.ts";
import { tracebackSource } from "./traceback.ts";
import { tracemallocSource } from "./tracemalloc.ts";
import { typesSource } from "./types.ts";
import { typingSource } from "./typing.ts";
import { warningsSource } from "./warnings.ts";
import { weakrefSource, weakrefsetSource } from "./weakref.ts";

export const pythonModules: readonly ModuleSpec[] = [
  { name: "weakref", source: weakrefSource },
  { name: "_weakrefset", source: weakrefsetSource },
  { name: "copy", source: copySource },
  { name: "functools", source: functoolsSource },
  { name: "os", source: osSource },
  { name: "posixpath", source: posixpathSource },
  { name: "os.path", source: posixpathSource },
  { name: "tempfile", source: tempfileSource },
  { name: "warnings", source: warningsSource },
  { name: "random", source: randomSource },
  { name: "string", source: stringSource },
  { name: "string.templatelib", source: templatelibSource, exists: (profile) => profile.hasTemplateStrings },
  {
    name: "collections",
    source: collectionsSource,
    // Up to 3.12 it is there once some module has imported it; from 3.13 collections does so itself.
    entries: {
      abc: (rt) =>
        rt.profile.collectionsHasAbc || rt.broughtIn.has("collections.abc")
          ? rt.importModule("collections.abc")
          : null,
    },
  },
  { name: "collections.abc", source: collectionsAbcSource },
  { name: "types", source: typesSource, entries: typeEntries },
  { name: "copyreg", source: copyregSource },
  { name: "abc", source: abcSource },
  { name: "contextlib", source: contextlibSource },
  { name: "dataclasses", source: dataclassesSource },
  { name: "enum", source: enumSource },
  { name: "typing", source: typingSource },
  { name: "threading", source: threadingSource },
  { name: "logging", source: loggingSource },
  { name: "traceback", source: tracebackSource },
  { name: "tracemalloc", source: tracemallocSource },
  { name: "ctypes", source: ctypesSource },
  { name: "sqlite3", source: sqlite3Source },
  { name: "memory_profiler", source: memoryProfilerSource },
];

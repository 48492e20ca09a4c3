/** All modules a program can import. */

import { abcCModule } from "./_abc.ts";
import { collectionsCModule } from "./_collections.ts";
import { ctypesCModule } from "./_ctypes.ts";
import { functoolsCModule } from "./_functools.ts";
import { ioModules } from "./_io.ts";
import { memoryProfilerCModule } from "./_memory_profiler.ts";
import { randomCModule } from "./_random.ts";
import { threadModule } from "./_thread.ts";
import { tracebackCModule } from "./_traceback.ts";
import { typesCModule } from "./_types.ts";
import { typingCModule } from "./_typing.ts";
import { weakrefCModule } from "./_weakref.ts";
import { arrayModule } from "./array.ts";
import { atexitModule } from "./atexit.ts";
import { gcModule } from "./gc.ts";
import { itertoolsModule } from "./itertools.ts";
import { mathModule } from "./math.ts";
import type { ModuleSpec } from "./modulespec.ts";
import { operatorModule } from "./operator.ts";
import { posixModule } from "./posix.ts";
import { pythonModules } from "./python/index.ts";
import { standardLibrary } from "./standard-library.ts";
import { sysModule } from "./sys.ts";
import { timeModule } from "./time.ts";
import { tracemallocCModule } from "./tracemalloc.ts";

const specs: readonly ModuleSpec[] = [
  sysModule,
  gcModule,
  weakrefCModule,
  abcCModule,
  atexitModule,
  typesCModule,
  typingCModule,
  threadModule,
  collectionsCModule,
  functoolsCModule,
  ...ioModules,
  arrayModule,
  posixModule,
  itertoolsModule,
  mathModule,
  operatorModule,
  randomCModule,
  timeModule,
  tracemallocCModule,
  tracebackCModule,
  ctypesCModule,
  memoryProfilerCModule,
  ...pythonModules,
];

const byName = new Map(specs.map((spec) => [spec.name, spec]));

export function moduleSpecNamed(name: string): ModuleSpec | undefined {
  return byName.get(name);
}

/** Modules a program can import by their public names, and those of the standard library it cannot. */
export function moduleNames(): { modelled: string[]; refused: string[] } {
  const modelled = [...byName.keys(), "builtins"].filter((name) => !name.startsWith("_")).sort();
  return { modelled, refused: [...standardLibrary].filter((name) => !modelled.includes(name)).sort() };
}

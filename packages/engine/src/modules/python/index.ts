/** Modules that CPython writes in Python: ours, compiled by the engine itself. */
import type { ModuleSpec } from "../modulespec.ts";
import { collectionsSource } from "./collections.ts";
import { copySource } from "./copy.ts";
import { functoolsSource } from "./functools.ts";
import { randomSource } from "./random.ts";
import { stringSource } from "./string.ts";
import { warningsSource } from "./warnings.ts";
import { weakrefSource, weakrefsetSource } from "./weakref.ts";

export const pythonModules: readonly ModuleSpec[] = [
  { name: "weakref", source: weakrefSource },
  { name: "_weakrefset", source: weakrefsetSource },
  { name: "copy", source: copySource },
  { name: "functools", source: functoolsSource },
  { name: "warnings", source: warningsSource },
  { name: "random", source: randomSource },
  { name: "string", source: stringSource },
  { name: "collections", source: collectionsSource },
];

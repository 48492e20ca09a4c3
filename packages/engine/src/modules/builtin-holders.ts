/** Builtins that the modules of CPython's library hold for good: imported by name, as a default, in a table. Measured. */
import { type PythonVersion, pythonVersions } from "../python-version.ts";

/** What a module holds, one word for each reference: from 3.8 on, and each change. */
const holders: Readonly<Record<string, Partial<Record<PythonVersion, string>>>> = {
  operator: { "3.8": "abs" },
  functools: { "3.8": "hash len len", "3.14": "len len" },
  enum: { "3.11": "repr" },
  threading: { "3.8": "print" },
  io: { "3.14": "open" },
  dis: { "3.8": "ascii len repr", "3.11": "ascii len len len repr", "3.13": "len len len", "3.15": "" },
  opcode: { "3.14": "all any", "3.15": "" },
  tokenize: { "3.8": "len open" },
  inspect: {
    "3.8": "len len len len len len len len",
    "3.11": "len len len len len len len",
    "3.15": "",
  },
  traceback: { "3.11": "len" },
  bz2: { "3.8": "open" },
  shutil: { "3.8": "len" },
  _pickle: { "3.8": "getattr" },
};

/** Names of the builtins a module holds, as often as it does. */
export function builtinsHeldBy(module: string, version: PythonVersion): string[] {
  const changes = holders[module];
  if (changes === undefined) return [];
  let held = "";
  for (const each of pythonVersions) {
    held = changes[each] ?? held;
    if (each === version) break;
  }
  return held === "" ? [] : held.split(" ");
}

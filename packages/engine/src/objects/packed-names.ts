/** Which native functions take a tuple, by `__qualname__`, per version. [read from the flags of each PyMethodDef] */
import type { PythonVersion } from "../python-version.ts";

const search = ["count", "endswith", "find", "index", "rfind", "rindex", "startswith"];
const algebra = ["difference", "difference_update", "intersection", "intersection_update", "union", "update"];

function of(types: readonly string[], names: readonly string[]): string[] {
  return types.flatMap((type) => names.map((name) => `${type}.${name}`));
}

/** The last version in which it takes one; "3.15": it still does. */
const untilVersion: Readonly<Partial<Record<PythonVersion, readonly string[]>>> = {
  "3.8": ["mappingproxy.get", ...of(["lock", "RLock"], ["acquire", "__enter__", "__exit__"])],
  "3.9": ["int.__round__", "memoryview.cast", "memoryview.tobytes", "complex.__format__", "OrderedDict.pop"],
  "3.10": ["proxy", ...of(["generator", "coroutine"], ["throw"])],
  "3.11": ["log", "cmp_to_key"],
  "3.12": [
    ...of(["str", "bytes", "bytearray"], search),
    ...of(["set", "frozenset"], algebra),
    ...["max", "min", "get_referents", "get_referrers"],
    ...of(["BaseExceptionGroup"], ["derive", "split", "subgroup"]),
  ],
  "3.13": ["reduce"],
  "3.15": [
    ...["dict.update", "OrderedDict.update", "memoryview.__exit__", "property.__set_name__", "str.format"],
    ...["dir", "vars", "getsizeof", "set_threshold", "register", "async_generator.athrow"],
    ...["asctime", "ctime", "gmtime", "localtime", "strftime", "strptime"],
  ],
};
const clinicSets = of(["set", "frozenset"], algebra);
const referrers = ["get_referents", "get_referrers"];

/** Functions of METH_VARARGS. `dir` and `vars` do without in 3.12. */
export function packedCalls(version: PythonVersion): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [last, functions] of Object.entries(untilVersion))
    if (minor(last) >= minor(version)) for (const name of functions ?? []) names.add(name);
  if (version !== "3.12") return names;
  names.delete("dir");
  names.delete("vars");
  return names;
}

/** Functions whose `*args` are put into a tuple. */
export function packedPositionals(version: PythonVersion): ReadonlySet<string> {
  if (minor(version) < 11) return new Set();
  const sets = version === "3.13" ? clinicSets : [];
  const printing = minor(version) < 14 ? ["print"] : [];
  return new Set([...printing, ...sets, ...(minor(version) < 13 ? [] : referrers)]);
}

function minor(version: string): number {
  return Number(version.slice(2));
}

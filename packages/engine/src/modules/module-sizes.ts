/** tp_basicsize of the types of native modules, where versions differ: the size up to 3.8 and each change. */
import { type PythonVersion, pythonVersions } from "../python-version.ts";
import type { Profile } from "../version.ts";

type Changes = Partial<Record<PythonVersion, number>>;

const sizes = {
  "operator.itemgetter": { "3.8": 40, "3.11": 48 },
  "operator.attrgetter": { "3.8": 32, "3.11": 40 },
  "operator.methodcaller": { "3.8": 40, "3.13": 64 },
  "functools._lru_cache_wrapper": { "3.8": 128, "3.9": 136, "3.10": 152 },
  "itertools.accumulate": { "3.8": 48, "3.12": 56 },
  "itertools.groupby": { "3.8": 64, "3.12": 72 },
  "itertools.cycle": { "3.8": 48, "3.14": 40 },
  "itertools.pairwise": { "3.8": 32, "3.13": 40 },
  "itertools.batched": { "3.8": 32, "3.13": 40 },
  "itertools._tee": { "3.8": 40, "3.12": 48 },
  "_io.StringIO": { "3.8": 120, "3.12": 168, "3.14": 120 },
  "_io.TextIOWrapper": { "3.8": 192, "3.12": 200 },
} as const satisfies Record<string, Changes>;

/** The size a type had in the profile's version. */
export function bytesByVersion(name: keyof typeof sizes): (profile: Profile) => number {
  const changes: Changes = sizes[name];
  return (profile) => {
    let bytes = changes["3.8"] ?? 0;
    for (const version of pythonVersions) {
      bytes = changes[version] ?? bytes;
      if (version === profile.version) break;
    }
    return bytes;
  };
}

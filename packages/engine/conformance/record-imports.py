"""What importing costs the collector's counter: `python record-imports.py VERSION=INTERPRETER ... > ../src/modules/import-costs.ts`.

For every module a program may import: how many objects its own body leaves on the counter of the youngest generation, and
which modules it brings along, those first that are finished first. Recorded with the flags of record.py.
"""
import json
import subprocess
import sys

MODULES = """_weakref abc array atexit collections contextlib copy copyreg ctypes dataclasses enum functools gc io itertools logging
math operator os random sqlite3 string tempfile threading time traceback tracemalloc types typing warnings weakref""".split()
FLAGS = ["-s", "-S", "-B", "-W", "ignore"]
COSTS = """
import gc, sys
names = sys.argv[1:]
costs = [0] * len(names)
gc.disable()
count = gc.get_count
before = after = i = 0
for i in range(len(names)):
    before = count()[0]
    try:
        __import__(names[i])
    except Exception:
        pass
    after = count()[0]
    costs[i] = after - before
print(costs)
"""
TOTAL = """
import gc
gc.disable()
count = gc.get_count
before = count()[0]
import {}
after = count()[0]
print(after - before)
"""


def run(python, *arguments):
    return subprocess.run([python, *FLAGS, *arguments], env={"PYTHONHASHSEED": "0"}, capture_output=True, text=True)


def finished(python, module):
    """Modules that importing `module` brings along, itself last."""
    base, *names = (
        [line.split("|")[-1].strip() for line in run(python, "-X", "importtime", "-c", text).stderr.splitlines()]
        for text in ("pass", f"import {module}")
    )
    names = [name for name in names[0] if name not in base]
    return names if names and names[-1] == module else None


# The module that counts cannot be measured: its functions, the module, its dict and its spec.
GC = {"3.8": 19, "3.9": 20, "3.10": 20, "3.11": 20, "3.12": 20}


def record(version, python):
    brought = {module: finished(python, module) for module in MODULES if module != "gc"}
    brought = {module: names for module, names in brought.items() if names is not None}
    union = list(dict.fromkeys(name for names in brought.values() for name in names))
    costs = dict(zip(union, json.loads(run(python, "-c", COSTS, *union).stdout)))
    # Alone, a module leaves a little more or less than its parts one by one: what is imported by name is to be exact.
    for module in sorted(brought, key=lambda module: len(brought[module])):
        total = int(run(python, "-c", TOTAL.format(module)).stdout)
        costs[module] = total - sum(costs[name] for name in brought[module][:-1])
    return {"own": {"gc": GC.get(version, 18), **costs}, "brings": {module: names[:-1] for module, names in brought.items()}}


def text(costs):
    """`name cost` pairs, then `name: brought brought` lists, in as few characters as a reader can follow."""
    own = " ".join(f"{name} {cost}" for name, cost in costs["own"].items() if cost != 0)
    brings = "; ".join(f"{name}: {' '.join(names)}" for name, names in costs["brings"].items() if names)
    return f'{{\n    own: "{own}",\n    brings: "{brings}",\n  }}'


HEADER = """/** What importing costs the collector's counter. Written by conformance/record-imports.py. */
import type { PythonVersion } from "../python-version.ts";

export interface ImportCosts {
  /** Pairs of a module's name and the containers its own body leaves. */
  readonly own: string;
  /** Modules that an import brings along, the first finished first. */
  readonly brings: string;
}

// biome-ignore format: a table
export const importCosts: Readonly<Record<PythonVersion, ImportCosts>> = {
"""

if __name__ == "__main__":
    versions = dict(argument.split("=", 1) for argument in sys.argv[1:])
    rows = "".join(f'  "{version}": {text(record(version, python))},\n' for version, python in versions.items())
    print(f"{HEADER}{rows}}};")

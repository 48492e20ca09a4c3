"""What importing costs the collector's counter: `python record-imports.py VERSION=INTERPRETER ... > src/modules/import-costs.json`.

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


def record(python):
    brought = {module: finished(python, module) for module in MODULES if module != "gc"}
    brought = {module: names for module, names in brought.items() if names is not None}
    union = list(dict.fromkeys(name for names in brought.values() for name in names))
    costs = dict(zip(union, json.loads(run(python, "-c", COSTS, *union).stdout)))
    return {"own": costs, "brings": {module: names[:-1] for module, names in brought.items()}}


if __name__ == "__main__":
    versions = dict(argument.split("=", 1) for argument in sys.argv[1:])
    print(json.dumps({version: record(python) for version, python in versions.items()}, separators=(",", ":")))

#!/usr/bin/env python3
"""Which public names of the modelled modules and their types CPython has and the engine has not.

unmodelled_names.py [--pythons DIR] writes src/modules/unmodelled-names.generated.ts: what the engine refuses by name
instead of raising an AttributeError that CPython would not raise. Build the engine first.
"""
import argparse, subprocess, tempfile
from pathlib import Path

from record import ENV, FLAGS, HERE, interpreters

MODULES = ("abc array atexit builtins collections contextlib copy copyreg dataclasses enum functools gc io itertools logging math "
           "operator os random string sys tempfile threading time tracemalloc types typing warnings weakref").split()
PROGRAM = f"""
for m in {MODULES!r}:
    mod = __import__(m)
    print(m, *[n for n in dir(mod) if n[0] != "_"])
    for n in dir(mod):
        o = getattr(mod, n)
        if n[0] != "_" and m not in ("os", "tempfile") and isinstance(o, type) and getattr(o, "__module__", "") in (m, "_" + m):
            print(o.__module__ + "." + o.__qualname__, *[k for k in dir(o) if k[0] != "_"])
"""


def names(argv, env):
    text = subprocess.run(argv, env=env, capture_output=True, text=True, check=True).stdout
    return {line.split()[0]: set(line.split()[1:]) for line in text.splitlines()}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--pythons")
    missing = {}
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(PROGRAM); file.flush()
        for version, (exe, _) in interpreters(ap.parse_args().pythons).items():
            theirs = names([exe, *FLAGS, file.name], ENV)
            ours = names(["node", HERE.parent / "bin/pyrena.js", "run", file.name, "--python", version], None)
            for owner, all_names in theirs.items():
                # A type we have not is missing from its module already.
                for name in all_names - ours.get(owner, all_names):
                    missing.setdefault(owner, {}).setdefault(name, []).append(int(version.split(".")[1]))
    lines = []
    for owner in sorted(missing):
        words = [n + ("" if (v[0], v[-1]) == (8, 15) else f":{v[0]}-{v[-1]}") for n, v in sorted(missing[owner].items())]
        lines.append(f'  "{owner}": "{" ".join(words)}",')
    (HERE.parent / "src/modules/unmodelled-names.generated.ts").write_text(
        "/** Names CPython has and the engine has not, with the versions that have them; made by conformance/unmodelled_names.py. */\n"
        "export const unmodelledNames: Readonly<Record<string, string>> = {\n" + "\n".join(lines) + "\n};\n")
    print(len(missing), "owners,", sum(map(len, missing.values())), "names")


if __name__ == "__main__":
    main()

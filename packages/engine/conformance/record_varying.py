#!/usr/bin/env python3
"""Find which programs print something else when CPython is started in another way; write determinacy.json.

record_varying.py [--pythons DIR] [NAME ...]

Every program of cases/ and varying/ runs under each version at least three times, each run with another hash seed and, as the system
does by itself, at other addresses: as the corpus is recorded (no site), with site, and with a start-up that has imported and
thrown away a good deal before (a sitecustomize). What prints the same each time is determinate as far as real interpreters
can tell; the others are listed with their versions. A program listed there has no key.
"""
import argparse, json, os, subprocess, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from record import HERE, VERSIONS, error_of, interpreters

HISTORY = """
import collections, decimal, json, re, typing, weakref, gc
keep = [json.loads('[1, 2, {"a": null}]') for _ in range(300)] + [None] * 77 + [{str(i): i} for i in range(150)]
waste = [[str(i)] for i in range(5000)]; del waste
pattern = re.compile(r'(a|b)+c')
"""


def starts(history):
    """How a run is started: flags and environment."""
    base = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    yield ["-s", "-S", "-B", "-W", "ignore"], {**base, "PYTHONHASHSEED": "0"}
    yield ["-B", "-W", "ignore"], {**base, "PYTHONHASHSEED": "101"}
    yield ["-B", "-W", "ignore"], {**base, "PYTHONHASHSEED": "202", "PYTHONPATH": str(history), "LONGER": "x" * 3000}


def outputs(exe, path, history):
    for flags, env in starts(history):
        p = subprocess.run([exe, *flags, path.name], cwd=path.parent, env=env, stdin=subprocess.DEVNULL,
                           capture_output=True, text=True, timeout=120)
        yield p.stdout, error_of(p.stderr) if p.returncode else None


def varies(exe, path, history):
    first = None
    for output in outputs(exe, path, history):
        first = first or output
        # One difference is enough.
        if output != first: return True
    return False


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("names", nargs="*"); ap.add_argument("--pythons")
    a = ap.parse_args()
    found = interpreters(a.pythons)
    target = HERE / "determinacy.json"
    known = json.loads(target.read_text()) if target.exists() else {"tried": [], "varying": {}}
    paths = {p.stem: p for folder in ("cases", "varying") for p in sorted((HERE / folder).glob("*.py"))}
    names = [n for n in paths if not a.names or n in a.names]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        (Path(folder) / "sitecustomize.py").write_text(HISTORY)
        jobs = [(n, v) for n in names for v in VERSIONS if v in found]
        done = list(zip(jobs, pool.map(lambda j: varies(found[j[1]][0], paths[j[0]], folder), jobs)))
    for n in names:
        versions = [v for (name, v), moved in done if name == n and moved]
        known["varying"].pop(n, None)
        if versions: known["varying"][n] = versions
    known["pythons"] = {v: full for v, (_, full) in found.items()}
    known["tried"] = sorted({*known["tried"], *names} & set(paths))
    known["varying"] = {n: known["varying"][n] for n in sorted(known["varying"]) if n in paths}
    target.write_text(json.dumps(known, indent=1) + "\n")
    print(len(names), "programs,", sum(moved for _, moved in done), "of", len(done), "results vary")


if __name__ == "__main__":
    main()

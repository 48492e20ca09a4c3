#!/usr/bin/env python3
"""Record what every variant of every shipped item prints under every real CPython on this machine.

record-bank.py [--pythons DIR] [SLUG ...]

Writes src/bank/recorded/<slug>.json; the tests hold each computed key against it, so that no Python is needed to test.
Programs run as in ../engine/conformance/record.py: -s -S -B -W ignore, an empty environment, PYTHONHASHSEED=0.
What a program does not print itself is probed: `counted` by a getrefcount print at the place, leaks by listing the
instances that are alive after the last line, and a keeping line by replacing each line in turn by `pass`.
"""
import argparse, json, os, re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORDED = HERE / "src/bank/recorded"
sys.path.insert(0, str(HERE.parent / "engine/conformance"))
from record import ENV, FLAGS, error_of, interpreters, repl_feed  # noqa: E402

MARK = "PROBE "


def variants():
    bundle = subprocess.run(
        ["npx", "esbuild", "src/bank/print-programs.ts", "--bundle", "--platform=node", "--format=esm", "--log-level=error"],
        cwd=HERE, check=True, capture_output=True, text=True).stdout
    listed = subprocess.run(["node", "--input-type=module", "-"], input=bundle, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in listed.splitlines()]


def run(exe, source, mode):
    with tempfile.TemporaryDirectory() as folder:
        argv, feed = [exe, *FLAGS, "program.py"], None
        if mode == "script": (Path(folder) / "program.py").write_text(source, encoding="utf-8")
        else: argv, feed = [exe, "-i", "-q", *FLAGS], repl_feed(source)
        p = subprocess.run(argv, cwd=folder, env=ENV, input=feed, stdin=None if feed else subprocess.DEVNULL,
                           capture_output=True, text=True, timeout=60)
    return {"stdout": p.stdout, "error": error_of(p.stderr) if (p.returncode or mode == "repl") else None}


def indent_of(line):
    return line[:len(line) - len(line.lstrip())]


def counted_probe(variant):
    """The program with a getrefcount print before or after the asked line; module-level names only, where it adds one."""
    lines, place, name = variant["source"].split("\n"), variant["ask"]["place"], variant["ask"]["name"]
    at = place["line"] - 1
    probe = f"{indent_of(lines[at])}import sys as _s; print('{MARK}' + str(_s.getrefcount({name}) - 1))"
    return "\n".join(lines[:at] + [probe] + lines[at:] if place["when"] == "before" else lines[:at + 1] + [probe] + lines[at + 1:])


def classes_of(source):
    return re.findall(r"^\s*class (\w+)", source, re.M)


def alive_probe(source):
    """The names of the instances of the program's classes that are alive after its last line."""
    return source + (f"\nimport gc as _g\nprint('{MARK}' + str(sorted((type(o).__name__, o.__dict__.get('name', '')) for o in _g.get_objects()"
                     f" if type(o).__name__ in {classes_of(source)!r})))")


def probed(stdout):
    return [line[len(MARK):] for line in stdout.splitlines() if line.startswith(MARK)]


def removable(source):
    """Lines that can be replaced by pass: anything but the head of a block."""
    return [n for n, line in enumerate(source.split("\n"), 1) if line.strip() and not line.rstrip().endswith(":")]


def without(source, number):
    lines = source.split("\n")
    lines[number - 1] = indent_of(lines[number - 1]) + "pass"
    return "\n".join(lines)


def record(variant, exe):
    source, mode = variant["source"], variant["mode"]
    result = run(exe, source, mode)
    if variant["kind"] == "refcount" and variant["ask"]["form"] == "counted":
        result["counted"] = probed(run(exe, counted_probe(variant), mode)["stdout"])[variant["ask"]["place"]["occurrence"] - 1:][:1]
    if variant["kind"] == "leak":
        result["alive"] = probed(run(exe, alive_probe(source), mode)["stdout"])
        if variant["ask"]["form"] == "keeper":
            result["without"] = {n: probed(run(exe, alive_probe(without(source, n)), mode)["stdout"]) for n in removable(source)}
    return result


def grouped(results):
    """Versions that agree share one entry."""
    groups = []
    for version, result in results.items():
        same = next((g for g in groups if all(g[k] == v for k, v in result.items())), None)
        if same: same["versions"].append(version)
        else: groups.append({"versions": [version], **result})
    return groups


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("slugs", nargs="*"); ap.add_argument("--pythons")
    a = ap.parse_args()
    found = interpreters(a.pythons)
    todo = [v for v in variants() if not a.slugs or v["slug"] in a.slugs]
    jobs = [(i, version) for i in range(len(todo)) for version in found]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = dict(zip(jobs, pool.map(lambda j: record(todo[j[0]], found[j[1]][0]), jobs)))
    RECORDED.mkdir(exist_ok=True)
    by_slug = {}
    for i, variant in enumerate(todo):
        results = {version: done[i, version] for version in found}
        by_slug.setdefault(variant["slug"], []).append({"params": variant["params"], "source": variant["source"], "results": grouped(results)})
    for slug, entries in by_slug.items():
        out = {"pythons": {v: full for v, (_, full) in found.items()}, "variants": entries}
        (RECORDED / f"{slug}.json").write_text(json.dumps(out, indent=1, ensure_ascii=False) + "\n")
    print(len(by_slug), "items,", len(todo), "variants,", len(jobs), "results")


if __name__ == "__main__":
    main()

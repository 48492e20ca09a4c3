#!/usr/bin/env python3
"""Record what the real interpreters answer to the bombs.

record.py --pythons DIR [NAME ...]

A bomb runs as the conformance programs do, with 1 GB of address space and two seconds. What ends in time, without a
MemoryError that only this machine's size explains, and twice the same, is CPython's answer and goes to answers.json;
for every other bomb null is written, and the engine has to stop by one of its limits.
"""
import argparse, json, resource, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "conformance"))
from record import ENV, FLAGS, error_of, interpreters


def confine():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def once(exe, path):
    try:
        with tempfile.TemporaryDirectory() as empty:
            p = subprocess.run([exe, *FLAGS, str(path)], cwd=empty, env=ENV, stdin=subprocess.DEVNULL, capture_output=True, timeout=2, preexec_fn=confine)
    except subprocess.TimeoutExpired:
        return None
    out, err = p.stdout.decode("utf-8", "surrogateescape"), p.stderr.decode("utf-8", "backslashreplace")
    error = error_of(err) if p.returncode else None
    if p.returncode < 0 or len(out) > 20000 or len(err) > 200000 or (error or "").startswith("MemoryError"): return None
    return {"stdout": out, "error": error}


def answer(exe, path):
    first = once(exe, path)
    return first if first is not None and once(exe, path) == first else None


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("names", nargs="*"); ap.add_argument("--pythons"); ap.add_argument("--versions")
    a = ap.parse_args()
    found = interpreters(a.pythons)
    if a.versions: found = {v: found[v] for v in a.versions.split(",")}
    names = a.names or sorted(p.stem for p in (HERE / "bombs").glob("*.py"))
    file = HERE / "answers.json"
    answers = json.loads(file.read_text()) if file.exists() else {}
    jobs = [(n, v) for n in names for v in found]
    with ThreadPoolExecutor(2) as pool:
        done = dict(zip(jobs, pool.map(lambda j: answer(found[j[1]][0], HERE / "bombs" / f"{j[0]}.py"), jobs)))
    for (n, v), r in done.items(): answers.setdefault(n, {})[v] = r
    answers = {n: dict(sorted(vs.items(), key=lambda kv: int(kv[0][2:]))) for n, vs in sorted(answers.items()) if (HERE / "bombs" / f"{n}.py").exists()}
    file.write_text(json.dumps(answers, indent=0, ensure_ascii=True) + "\n")
    print(len(jobs), "results,", sum(r is None for r in done.values()), "without an answer")


if __name__ == "__main__":
    main()

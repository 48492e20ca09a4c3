#!/usr/bin/env python3
"""What the interpreter that runs this script makes of Python texts: the parser's oracle.

Reads JSON lines from stdin and answers each with one:
  {"path": FILE}                    -> {"ok": true, "plain": SHA1, "full": SHA1}    of ast.dump without and with positions
  {"path": FILE, "dump": true}      -> the dumps themselves instead of their hashes
  {"source": TEXT, "dump": true}    -> the same for a text
A text that is rejected gives {"ok": false, "error": {type, message, line, offset, end_line, end_offset}}.
With --list it prints the paths of the installed standard library (no tests, no site-packages, UTF-8 only).
With --time FILES... it prints the seconds ast.parse takes for all of them, best of three rounds.
"""
import ast, hashlib, json, os, sys, time, warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
SKIP = {"test", "tests", "site-packages", "dist-packages", "idle_test", "__pycache__"}


def library():
    root = os.path.dirname(os.__file__)
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIP)
        for name in sorted(files):
            path = os.path.join(folder, name)
            if name.endswith(".py"):
                try:
                    with open(path, encoding="utf-8") as f: f.read()
                except (UnicodeDecodeError, OSError):
                    continue
                yield path


def read(path):
    with open(path, encoding="utf-8", newline="") as f: return f.read()


def error_of(e):
    at = {"line": getattr(e, "lineno", None), "offset": getattr(e, "offset", None)}
    at.update({"end_line": getattr(e, "end_lineno", None), "end_offset": getattr(e, "end_offset", None)})
    return {"type": type(e).__name__, "message": getattr(e, "msg", str(e)), **at}


def answer(ask):
    try:
        source = ask["source"] if "source" in ask else read(ask["path"])
        tree = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError, SystemError) as e:
        return {"ok": False, "error": error_of(e)}
    plain, full = ast.dump(tree), ast.dump(tree, include_attributes=True)
    if ask.get("dump"): return {"ok": True, "plain": plain, "full": full}
    sha1 = lambda text: hashlib.sha1(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {"ok": True, "plain": sha1(plain), "full": sha1(full)}


def best_time(paths):
    sources = [read(path) for path in paths]
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for source in sources: ast.parse(source)
        best = min(best, time.perf_counter() - start)
    return best


if "--list" in sys.argv:
    print("\n".join(library()))
elif "--time" in sys.argv:
    print(best_time(sys.argv[sys.argv.index("--time") + 1:]))
else:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)

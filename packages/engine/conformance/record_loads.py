"""Records which loads of locals each interpreter borrows, checks or counts: one line of loads/recorded.json per function.

    python3 record_loads.py PYTHON... > loads/recorded.json
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PROBE = r'''
import dis, json, sys, types
def loads(code):
    out = []
    for i in dis.get_instructions(code):
        n = i.opname
        if n in ("LOAD_FAST", "LOAD_FAST_BORROW", "LOAD_FAST_CHECK"):
            out.append({"LOAD_FAST": "owned", "LOAD_FAST_BORROW": "borrowed", "LOAD_FAST_CHECK": "checked"}[n] + " " + i.argval)
        elif n == "LOAD_FAST_LOAD_FAST":
            out += ["owned " + name for name in i.argval]
        elif n == "LOAD_FAST_BORROW_LOAD_FAST_BORROW":
            out += ["borrowed " + name for name in i.argval]
        elif n == "STORE_FAST_LOAD_FAST":
            out.append("owned " + i.argval[1])
        elif n == "LOAD_CLOSURE":
            out.append("owned " + i.argval)
    return out
def walk(code, found):
    found[code.co_qualname] = loads(code)
    for c in code.co_consts:
        if isinstance(c, types.CodeType):
            walk(c, found)
    return found
source = open(sys.argv[1]).read()
print(json.dumps(["%d.%d" % sys.version_info[:2], walk(compile(source, "shapes.py", "exec"), {})]))
'''

recorded = {}
for python in sys.argv[1:]:
    out = subprocess.run([python, "-c", PROBE, HERE / "loads" / "shapes.py"], capture_output=True, text=True, check=True)
    version, found = json.loads(out.stdout)
    recorded[version] = found
json.dump(recorded, sys.stdout, indent=1)

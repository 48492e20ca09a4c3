import gc, sys
source = '''
lazy import copy
lazy from functools import reduce as fold, partial
lazy import nothing_there
lazy from copy import missing
def show(*names):
    for name in names:
        o = globals()[name]
        print(name, repr(o) if "lazy" in repr(o) else "made", gc.is_tracked(o))
show("copy", "fold", "nothing_there", "missing")
print("copy" in sys.modules)
def use(): return copy.copy([1])
print(use(), use(), "copy" in sys.modules)
print(fold(max, [1, 3, 2]))
show("copy", "fold", "partial")
for name in ("nothing_there", "missing"):
    try: eval(name)
    except ImportError as e: print(type(e).__name__, repr(e.__cause__))
'''
try: exec(source, {"gc": gc, "sys": sys})
except SyntaxError as e: print(e)
for where in ("def f():\n", "class A:\n", "try:\n", "if 0:\n"):
    end = "\nfinally: pass" if where == "try:\n" else ""
    try: exec(where + " lazy import a" + end)
    except SyntaxError as e: print(e)
    else: print("fine")

import gc, sys
class A:
    def __repr__(self): return "<A>"
    def __del__(self): print("del A")
source = '''
from string.templatelib import Interpolation, Template
a = A()
t = t"x{a}y{a!r:>{4}}{1=}"
print(t, sys.getrefcount(a), gc.is_tracked(t), sys.getsizeof(t))
print(t.strings, t.values, t.interpolations[0].expression, list(t))
print(t"a" t"b{2}" + t"{3}c", Template("p", "q", Interpolation(5, "five", "r")))
for part in t:
    match part:
        case str(): print("text", part)
        case Interpolation(value, text, conversion, spec): print("field", value, text, conversion, spec)
part = None
for wrong in (lambda: t + "x", lambda: "x" + t, lambda: Template(1), lambda: Interpolation(1, 2), lambda: Interpolation(1, "2", "x")):
    try: wrong()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
del a, value
print("held by the template")
del t, wrong
print("gone")
'''
try: exec(source, {"A": A, "gc": gc, "sys": sys})
except (SyntaxError, ImportError) as e: print(type(e).__name__, e)

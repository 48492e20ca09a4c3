# must: answer
import builtins
builtins.__build_class__ = lambda *a, **k: 5
class A: pass
print(A)
del builtins.__build_class__
try:
    class B: pass
except NameError as e:
    print(e)

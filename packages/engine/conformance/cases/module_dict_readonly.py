import types
class Base: pass
class First(types.ModuleType, Base): pass
class Second(Base, types.ModuleType): pass
class M(types.ModuleType):
    __dict__ = property(lambda self: "no dict")
for m in First("a"), Second("b"):
    for action in (lambda: setattr(m, "__dict__", {}), lambda: delattr(m, "__dict__"), lambda: Base.__dict__["__dict__"].__set__(m, {})):
        try: print(action())
        except (AttributeError, TypeError) as e: print(type(e).__name__, e)
    m.__dict__["spam"] = "eggs"
    print(m.spam)
m = M("c")
print(m.__dict__)
try: dir(m)
except TypeError as e: print(e)

from types import ModuleType as M
m = M.__new__(M)
print(repr(m))
for name in "__name__", "__file__", "foo":
    try: print(getattr(m, name))
    except AttributeError as e: print(e)
print(m.__dict__)
m.foo = 1
print(m.__dict__)
n = M.__new__(M)
n.foo = 2
print(n.foo, n.__dict__)

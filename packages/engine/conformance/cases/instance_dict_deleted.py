import sys
class C: pass
a = C()
a.b = 1
d = a.__dict__
del a.__dict__
print(d, sys.getrefcount(d), a.__dict__, a.__dict__ is d)
for bad in None, [], 1:
    try: a.__dict__ = bad
    except TypeError as e: print(e)
e = ValueError()
try: del e.__dict__
except TypeError as error: print(error)
class E(Exception, C): pass
class F(C, Exception): pass
for e in E(), F():
    e.__dict__ = {"a": 1}
    print(e.a)
    try: del e.__dict__
    except TypeError as error: print(error)
def f(): pass
try: del f.__dict__
except TypeError as error: print(error)
class Meta(type, C): pass
class D(metaclass=Meta): pass
for action in (lambda: setattr(D, "__dict__", {}), lambda: delattr(D, "__dict__"), lambda: C.__dict__["__dict__"].__set__(D, {})):
    try: print(action())
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)

class E:
    def boom(self): raise AttributeError("boom")
    __eq__ = __lt__ = property(boom)
print(E() == E(), E() != E())
try: E() < E()
except TypeError as e: print(e)
class I:
    def boom(self): raise AttributeError("boom")
    __init__ = property(boom)
try: I()
except AttributeError as e: print(e)
class X:
    def method(self): super()
def f():
    k = X()
    def g(): return k
    return g
try: X.method(f().__closure__[0])
except TypeError as e: print(e)

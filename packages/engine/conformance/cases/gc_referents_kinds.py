import gc
class A: pass
def f(x, y=[1]): return x
a = A()
names = lambda o: sorted(type(x).__name__ for x in gc.get_referents(o))
print(names([1, "a"]), names({"k": 1}), names((1,)), names({1}), names(a.__init__))
print(names(iter([1])), names(f.__defaults__), names(range(3)), names(1))

import gc
gc.collect(); gc.disable()
class A: pass
def gen(a):
    yield a
    yield 2
a = A(); a.g = gen(a); next(a.g)
del a
print(gc.collect())
def gen2():
    x = yield
    yield
g = gen2(); next(g); g.send(g)
del g
print(gc.collect())

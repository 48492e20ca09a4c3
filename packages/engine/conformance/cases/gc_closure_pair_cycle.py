import gc
gc.collect(); gc.disable()
def make():
    def a(): return b
    def b(): return a
    return a
f = make()
del f
print(gc.collect())
def fact(n):
    def go(k): return 1 if k == 0 else k * go(k - 1)
    return go(n)
fact(3)
print(gc.collect())

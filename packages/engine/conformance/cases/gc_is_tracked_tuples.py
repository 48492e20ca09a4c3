import gc
def make(*a): return tuple(list(a))
x = make(1, "a", 2.5)
y = make(1, [])
z = make(x, x)
print(gc.is_tracked(y), gc.is_tracked(()))
gc.collect(); gc.collect()
print(gc.is_tracked(x), gc.is_tracked(y), gc.is_tracked(z), gc.is_tracked(frozenset([1])), gc.is_tracked(frozenset([()])))

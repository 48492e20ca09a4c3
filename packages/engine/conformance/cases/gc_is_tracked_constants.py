import gc
def f(): return (1, 2), (3, (4, "x"))
print([gc.is_tracked(t) for t in f()])
gc.collect(); gc.collect()
print([gc.is_tracked(t) for t in f()])

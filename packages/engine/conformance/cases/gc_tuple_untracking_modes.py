import gc
def pair(a, b): return (a, b)
t, u, v = pair(1, 2), pair(1, [2]), pair("a", pair(1, None))
print([gc.is_tracked(x) for x in (t, u, v)])
gc.collect()
print([gc.is_tracked(x) for x in (t, u, v)])
w = tuple([1, 2, 3]); x = tuple(i for i in range(3)); y = (*[1], 2)
print([gc.is_tracked(o) for o in (w, x, y)])

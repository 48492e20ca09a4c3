import gc
d = {}; e = dict(a=1); g = {"k": object()}; h = {1: 2.5}
print([gc.is_tracked(o) for o in (d, e, g, h)])
j = dict(e); k = e.copy(); l = {**e}; m = {x: x for x in "ab"}; n = dict.fromkeys([1, 2]); o = dict(k=[])
print([gc.is_tracked(x) for x in (j, k, l, m, n, o, o.copy())])

def f(x):
    global g1
    g1 = x.attr
    return len(g1) + abs(-1)
c = f.__code__
print(c.co_names, c.co_varnames, c.co_consts)
def h():
    import os.path as p
    from sys import argv
    return p, argv
print(h.__code__.co_names, h.__code__.co_consts)

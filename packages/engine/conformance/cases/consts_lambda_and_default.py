f = lambda x=10, *, y="k": (x, y, 1000)
print(f.__code__.co_consts, f.__defaults__, f.__kwdefaults__)
g = lambda: None
h = lambda: ...
print(g.__code__.co_consts, h.__code__.co_consts)

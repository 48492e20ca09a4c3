import gc
from functools import partial
gc.collect()
gc.disable()
l = []
p = partial(print, l)
l.append(p)
del l, p
print(gc.collect())

import weakref, itertools
class A: pass
def source():
    for i in range(3): yield A()
pipe = itertools.islice(map(weakref.ref, source()), 3)
print([r() is not None for r in pipe])
kept = [a for a in source()]
print([weakref.ref(a)() is a for a in kept])

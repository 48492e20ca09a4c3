import warnings
warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print(c.__name__, str(m).split(" name=")[0])
def f():
    h = open(__file__)
    return h.readline()
print(f())
with open(__file__) as g: print(len(g.read()), g.closed)
print(g.closed, type(g).__name__)
h = open(__file__)
h = None
print(sum(1 for line in open(__file__, encoding="utf-8")))

import weakref
class A: pass
a = A()
f = weakref.finalize(a, print, "fin", 1, sep="-")
print(f.alive, f.peek()[1:] if f.peek() else None, f.atexit)
g = f.detach()
print(f.alive, g[0] is a, f())
h = weakref.finalize(a, print, "second")
del g, a
print(h.alive, f.alive)

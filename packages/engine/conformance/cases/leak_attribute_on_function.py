import weakref
class Big: pass
def f(): return f.cache
f.cache = Big()
r = weakref.ref(f.cache)
print(r() is f())
del f.cache
print(r() is None)

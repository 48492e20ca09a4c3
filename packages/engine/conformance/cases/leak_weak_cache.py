import weakref
class Big: pass
cache = weakref.WeakValueDictionary()
def get(k):
    b = cache.get(k)
    if b is None: b = cache[k] = Big()
    return b
x = get(1)
print(get(1) is x, len(cache))
get(2)
print(len(cache))
del x
print(len(cache), 1 in cache)

import weakref
class Blob(bytearray): pass
b = Blob(1000)
r = weakref.ref(b)
head = b[:10]
view = memoryview(b)[:10]
del b
print(r() is not None, len(head), len(view))
del view
print(r() is None)

import weakref
class B(bytearray): pass
b = B(b"abc")
r = weakref.ref(b, lambda r: print("dead"))
m = memoryview(b)
del b
print(r() is not None)
del m
print(r() is None)

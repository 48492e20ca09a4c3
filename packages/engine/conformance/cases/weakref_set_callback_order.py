import weakref
class S(set): pass
s = S([1])
a = weakref.ref(s, lambda r: print("first"))
b = weakref.ref(s, lambda r: print("second"))
del s
print(a() is None, b() is None)

# must: answer
import weakref
class A: pass
a = A()
refs = [weakref.ref(a, lambda r: None) for i in range(20000)]
del a
print(refs[0]() is None)

# must: answer or limit
import weakref
class A: pass
a = None
refs = []
for i in range(20000):
    b = A()
    b.next = a
    refs.append(weakref.ref(b))
    a = b
del a, b
print(sum(r() is None for r in refs))

# must: answer
import weakref
class A: pass
d = weakref.WeakValueDictionary()
xs = [A() for i in range(100)]
for i, x in enumerate(xs):
    d[i] = x
try:
    for k in d:
        xs.clear()
except RuntimeError as e:
    print(e)
print(len(d))

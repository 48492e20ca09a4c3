# must: end
import weakref
class A: pass
n = 0
def cb(r):
    global n, w
    n += 1
    if n < 500:
        w = weakref.ref(A(), cb)
w = weakref.ref(A(), cb)
print(n)

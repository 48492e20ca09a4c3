# must: answer
import weakref
class A: pass
def cb(r):
    global w
    w = weakref.ref(A(), cb)
w = weakref.ref(A(), cb)

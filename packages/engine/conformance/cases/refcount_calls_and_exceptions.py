import sys
rc = sys.getrefcount
class E(Exception): pass
def exc():
    o = []
    try:
        raise E(o)
    except E as e:
        print(rc(e), rc(o), rc(e.__traceback__), rc(E), rc(e.args))
        x = e
        try: raise KeyError
        except KeyError as k:
            print(rc(e), rc(k), rc(k.__context__), rc(k.__traceback__))
        print(rc(x))
    print(rc(x), rc(o), rc(x.__traceback__))
    x = None
    print(rc(o))
exc()
def fin():
    o = []
    try: return rc(o)
    finally: print("fin", rc(o))
print(fin())
def fin2(o):
    try: raise E(o)
    finally: print(rc(o), rc(sys.exc_info()[1]))
try: fin2([])
except E as e: print(rc(e.args[0]), rc(e))
def raiser(o): raise E(o)
def outer(o):
    try: raiser(o)
    except E as e: print(rc(o), rc(e)); raise
o = []
try: outer(o)
except E as e: print(rc(o), rc(e), rc(e.__traceback__), rc(e.__traceback__.tb_frame))
print(rc(o))
try: outer([])
except E as e: saved = e
print(rc(saved), rc(saved.args[0]), rc(saved.__traceback__.tb_next.tb_frame.f_locals['o']))
del saved
def gen(a):
    b = []
    yield rc(a), rc(b)
    x = yield rc(b)
    print("x", rc(x))
    try: yield 1
    finally: print("gfin", rc(a), rc(b))
L = []
g = gen(L)
print(rc(L), next(g), rc(L), next(g), rc(g))
g.send(L)
print(rc(L)); g.close(); print(rc(L))
def wr():
    o = []
    g = gen(o)
    print(rc(o), next(g), rc(o))
    for v in g:
        print(v)
        break
    del g
    print(rc(o))
wr()
def deleg(o):
    r = yield from inner(o)
    yield rc(o), rc(r)
def inner(o):
    yield rc(o)
    return o
o = []
print(list(deleg(o)), rc(o))
def kwf(**k): return rc(k), rc(k['a'])
def af(*a): return rc(a), rc(a[0])
def both(x, *a, k=None, **kw): return rc(x), rc(a), rc(k), rc(kw), [rc(i) for i in a], [rc(v) for v in kw.values()]
print(kwf(a=o), af(o), af(*[o]), kwf(**{'a': o}), both(o, o, k=o, z=o), both(*[o, o], **{'k': o, 'zz': o}))
def loc():
    o = []
    print(kwf(a=o), af(o), af(*[o]), af(*(o,)), kwf(**{'a': o}), both(o, o, k=o, z=o), both(*[o, o], **{'k': o, 'zz': o}))
    a, b = o, o
    print(rc(a), rc(b))
    [a, b] = [b, a]
    print(rc(a))
    a, *b = [o, o, o]
    print(rc(o), rc(b))
    d = {'o': o, **{'p': o}}
    print(rc(o), rc(d))
    for i, x in enumerate([o, o]): print(rc(x), rc(o))
    for x, y in zip([o], [o]): print(rc(x))
    for k, v in d.items(): print(rc(v))
    t = (o,) + (o,)
    print(rc(o), rc(t))
    s = {1: o}.get(1)
    print(rc(s))
    if (w := o) is o: print(rc(w))
    x = o if rc(o) > 3 else None
    print(rc(x))
    x = o or None
    del a, b, d, t, s, w, x, v
    print(rc(o))
    l = [o]
    l2 = l * 3
    print(rc(o)); l2.clear(); print(rc(o)); l += [o, o]; print(rc(o)); l[0:2] = []; print(rc(o))
    return o
print(rc(loc()))
def default(a=[], b={}): return rc(a), rc(b)
print(default(), default([]), default(b=o))
def nested(o):
    def f(): return rc(o)
    def g(): return f(), rc(o), rc(f)
    return g(), rc(o)
print(nested([]), nested(o))
class K:
    a = []
    print(rc(a))
    def __init__(self, v): self.v = v; print(rc(self), rc(v))
    def get(self): return self.v
k = K(o); print(rc(k), rc(o), rc(k.v), rc(k.get()), rc(K), rc(K.a))
k2 = K([]); print(rc(k2.v), rc(k2.get()))
def lc():
    objs = [[] for _ in range(2)]
    print([rc(o) for o in objs], [rc(o) for o in objs if rc(o)], [(rc(i), rc(o)) for i, o in zip(objs, objs)], {rc(o): rc(o) for o in objs}, list(rc(o) for o in objs))
    return [[rc(p) for p in (o,)] for o in objs]
print(lc())
print([rc(o) for o in [[], []]], {rc(x) for x in ([],)})

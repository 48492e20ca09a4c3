/** Weak references, finalizers, cycles, the collector. */
export const collector = String.raw`
--- x3
$1:inst = $inst
try:
    $2 = weakref.ref($1, lambda r: print("gone", r() is None))
    print($2() is $1, sys.getrefcount($1), weakref.getweakrefcount($1), $2 is weakref.ref($1))
    $probe
except TypeError as e:
    print(e)
--- x2
class $1:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
$2, $3 = $1($int), $1("two")
$2.other, $3.other = $3, $2
$4 = weakref.ref($2, lambda r: print("callback"))
del $2:gone, $3:gone
print("before", gc.collect(), $4() is None)
--- x2
class $1:
    def __del__(self): print("del", type(self).__name__)
$2 = [$1(), $1()]
$2.append($2)
$2:gone = None
print(gc.collect())
--- x2
class $1:
    saved = []
    def __del__(self):
        $1.saved.append(self)
        print("saving", len($1.saved))
$2 = $1()
del $2:gone
print(len($1.saved), sys.getrefcount($1.saved[0]))
$1.saved.clear()
print("cleared")
---
class $1:
    def __del__(self): print("released")
def $2():
    $3 = $1()
    $4 = [$3]
    $probe
    return $4 if $bool else $any
$5 = $2()
$probe
$5:gone = 0
---
class $1:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def $2():
    a, b, c = $1("a"), $1("b"), $1("c")
    print("leaving")
$2()
$3 = {1: $1("x"), 2: $1("y")}
$3.clear()
$4 = [$1(i) for i in range(3)]
$4[1] = None
del $4[0]
$4[:] = []
$5 = ($1("t1"), $1("t2"))
$5:gone = 1
$6 = {$1("s")}
$6:gone = None
---
class $1: pass
$2 = $1()
weakref.finalize($2, print, "finalized", $int)
$probe
del $2:gone
gc.collect()
---
class $1: pass
$2 = weakref.WeakValueDictionary()
$3 = weakref.WeakKeyDictionary()
$4 = weakref.WeakSet()
$5, $6 = $1(), $1()
$2["a"], $2["b"] = $5, $6
$3[$5] = [$int]
$4.add($5); $4.add($6)
print(len($2), len($3), len($4), sys.getrefcount($5), sorted($2))
del $5:gone
print(len($2), len($3), len($4), list($2))
---
class $1:
    def m(self): return [self]
    def __del__(self): print("end m")
$2 = $1()
$3 = weakref.WeakMethod($2.m)
$4 = weakref.proxy($2)
print($3()() == [$2], $4.m()[0] is $2, sys.getrefcount($2), weakref.getweakrefcount($2), len(weakref.getweakrefs($2)))
del $2:gone
print($3())
try:
    $4.m
except ReferenceError as e:
    print(e)
---
$1 = []
gc.callbacks.append(lambda phase, info: $1.append((phase, info["generation"], info.get("collected"))))
print(gc.collect($small % 3))
del gc.callbacks[-1]
print($1)
---
print(gc.isenabled(), gc.get_threshold()[1:2], gc.get_debug(), gc.garbage, gc.is_tracked({}), gc.is_tracked(()), gc.is_tracked([$int]), gc.is_tracked((1, [])), gc.is_tracked({"a": []}))
---
$1:objs = [$any]
gc.collect()
print(gc.is_tracked($1), gc.is_tracked($1[0]), gc.is_tracked(($int, $int)), gc.is_tracked({1: 2}))
---
def $1():
    a = [$any]
    b = {"a": a}
    a.append(b)
    return weakref.ref($inst!) if $bool else None
$1()
print(gc.collect())
---
$1 = [[] for _ in range($small)]
for $2 in $1: $2.append($2)
del $1:gone
$3 = gc.collect()
print($3)
---
class $1:
    __slots__ = ("a", "__weakref__")
    def __del__(self): print("slot del", hasattr(self, "a"))
$2 = $1()
$2.a = $2
$3 = weakref.ref($2, lambda r: print("cb"))
del $2:gone
print(gc.collect(), $3())
---
$1:list = $list
$2 = copy.copy($1)
$3 = copy.deepcopy([$1, $1])
print($2 == $1, $2 is $1, $3[0] is $3[1], sys.getrefcount($1), sys.getrefcount($3[0]))
---
$1 = $inst!
$2, $3 = copy.copy($1), copy.deepcopy($1)
print(type($2) is type($1), $2.kids is $1.kids, $3.kids is $1.kids, $2.v)
---
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
---
class $1:
    def __del__(self):
        raise ValueError("ignored")
$1()
print("still here")
---
$1 = $objs!
$2 = [sys.getrefcount($1), sys.getrefcount($1)]
$3 = ($1, $1)
$4 = {"k": $1}
print($2, sys.getrefcount($1))
del $3:gone
$4["k"] = None
print(sys.getrefcount($1))
---
def $1(p, q):
    r = p
    print(sys.getrefcount(p), sys.getrefcount(q), sys.getrefcount(r))
    s = [p, q, r]
    print(sys.getrefcount(p))
    del r
    print(sys.getrefcount(p))
    return s
$1($ref!, $list)
$1($list!, $list!)
$1(q=$ref!, p=[])
$1(*[$ref!, {}])
print(sys.getrefcount($ref!))
--- top
atexit.register(print, "at exit", $int)
---
$1 = sys._getframe()
print($1.f_code.co_name, $1.f_lineno > 0, $1.f_back is None, sys.getrefcount($1) > 0, type($1.f_locals).__name__)
del $1:gone
---
print(sys.getrefcount($cls!), sys.getrefcount(type($inst!)), $inst!.__class__ is type($inst!))
---
tracemalloc.start()
$1:objs = [bytes(1000) for _ in range(3)]
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory()[0] > 3000)
tracemalloc.stop()
`;

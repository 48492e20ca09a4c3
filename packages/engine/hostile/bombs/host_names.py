# must: answer
class A: pass
a = A()
for n in ("constructor", "__proto__", "prototype", "toString", "hasOwnProperty", "valueOf", "payload", "refcnt"):
    print(n, hasattr(a, n), hasattr(A, n), hasattr(5, n), hasattr("", n), hasattr(print, n), hasattr([], n))

import gc
class A: pass
a = A()
kinds = sorted(type(r).__name__ for r in gc.get_referrers(A))
print(kinds)
l = [A]
print(any(r is l for r in gc.get_referrers(A)), any(r is globals() for r in gc.get_referrers(A)))

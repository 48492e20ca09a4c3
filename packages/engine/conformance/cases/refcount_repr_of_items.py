import sys
rc = sys.getrefcount
class R:
    def __repr__(self): return "R%d" % rc(self)
r = R()
print([r], (r,), {r: 1}, {1: r})
print("%r" % r, "{!r}".format(r), f"{r!r}", repr(r), str([r]))

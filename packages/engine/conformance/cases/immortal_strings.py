import sys
s = "identifier"
t = "not an identifier"
print(sys.getrefcount(s) > 10 ** 6, sys.getrefcount(t) > 10 ** 6, sys.getrefcount("".join(["x", "y"])) > 10 ** 6)
u = sys.intern("".join(["in", "terned"]))
print(sys.getrefcount(u) > 10 ** 6, sys.getrefcount("") > 10 ** 6, sys.getrefcount("a") > 10 ** 6)

import sys
rc = sys.getrefcount
s = "".join(["a b", " c!"])
print(rc(s))
t = [s.strip(), s[:], str(s), s.replace("x", "y"), f"{s}", "%s" % s, s + ""]
print(rc(s), [u is s for u in t])
del t
print(rc(s))
parts = s.split("|")
print(rc(s), s.partition("|")[0] is s, rc(s))

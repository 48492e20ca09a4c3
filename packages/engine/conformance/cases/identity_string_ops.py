s = "hello world"
print(s[:] is s, s[0:11] is s, str(s) is s, s.strip() is s, s.replace("x", "y") is s)
print(s.lower() is s, (s + "") is s, ("" + s) is s, s * 1 is s, "%s" % s is s, f"{s}" is s)
print(s.ljust(3) is s, s.zfill(2) is s, s.expandtabs() is s, s.title() is s, "".join([s]) is s)

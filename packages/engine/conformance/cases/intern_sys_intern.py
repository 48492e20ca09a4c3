import sys
a = "".join(["he", "llo"]); b = "hello"
print(a is b, sys.intern(a) is b, sys.intern(b) is b)
c = sys.intern("hello world!"); d = "".join(["hello ", "world!"])
print(c is d, sys.intern(d) is c, "hello world!" is c)

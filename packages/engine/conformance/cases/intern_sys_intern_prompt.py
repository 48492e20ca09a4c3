import sys
a = sys.intern("hello there")
b = sys.intern("hello there")
print(a is b)
c = "hello there"
print(c is a, sys.intern(c) is a)
d = sys.intern("".join(["hello ", "there"]))
print(d is a)

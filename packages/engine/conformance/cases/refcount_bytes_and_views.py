import sys
rc = sys.getrefcount
b = bytearray(b"abc")
print(rc(b))
m = memoryview(b)
n = m[1:]
print(rc(b) > 2, m.obj is b)
del n
m.release()
print(rc(b))
l = [b] + [b]
print(rc(b))

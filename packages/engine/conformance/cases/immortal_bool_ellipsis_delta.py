import sys
for o in (True, False, ..., NotImplemented, int, 256, 257, 1.5):
    a = sys.getrefcount(o)
    l = [o] * 500
    print(sys.getrefcount(o) - a)
    del l

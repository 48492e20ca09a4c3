import sys, gc
print([sys.getrefcount(f) for f in (len, print, all, sys.getrefcount, gc.collect)[:5]])
x = len
print(sys.getrefcount(len))

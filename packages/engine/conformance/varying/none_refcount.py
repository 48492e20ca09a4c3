import sys
print(sys.getrefcount(None))

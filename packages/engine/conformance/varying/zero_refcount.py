import sys
print(sys.getrefcount(0))

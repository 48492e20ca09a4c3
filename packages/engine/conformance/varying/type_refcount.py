import sys
print(sys.getrefcount(list))

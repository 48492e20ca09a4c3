import sys
before = sys.getrefcount(object)
keep = [object] * 10
print(sys.getrefcount(object) - before)

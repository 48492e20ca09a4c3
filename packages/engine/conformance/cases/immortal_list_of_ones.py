import sys
a = sys.getrefcount(1)
l = [1] * 100
b = sys.getrefcount(1)
print(b - a >= 100, b == a)
x = 1000
c = sys.getrefcount(x)
m = [x] * 100
print(sys.getrefcount(x) - c)

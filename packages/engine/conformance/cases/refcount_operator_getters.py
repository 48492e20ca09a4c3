import sys, operator
rc = sys.getrefcount
x = [1]
print(operator.itemgetter(0)([x]) is x, rc(x))
g = operator.itemgetter(0, 1)([x, x])
print(rc(x))
m = operator.methodcaller("append", x)
print(rc(x))
l = []
m(l)
print(rc(x), l)

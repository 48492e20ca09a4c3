import sys, itertools
o = object()
its = [itertools.repeat(o), itertools.cycle([o]), itertools.chain([o]), itertools.islice([o], 1)]
print(sys.getrefcount(o))
for i in its: next(i)
print(sys.getrefcount(o))
del its, i
print(sys.getrefcount(o))
a, b = itertools.tee([o]); next(a)
print(sys.getrefcount(o))

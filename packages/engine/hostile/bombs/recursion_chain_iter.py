# must: answer or limit
import itertools
x = iter([1])
for i in range(20000):
    x = itertools.chain(x)
print("made")
next(x)
print("or stopped")

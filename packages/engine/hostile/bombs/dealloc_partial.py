# must: answer
import functools
f = print
for i in range(20000):
    f = functools.partial(print, f)
del f
print("gone")

# must: answer
import sys
for i in range(20000):
    sys.intern("name%d" % i)
try:
    sys.intern(5)
except TypeError as e:
    print(e)

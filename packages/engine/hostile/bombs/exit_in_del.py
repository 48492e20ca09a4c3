# must: answer
import sys
class A:
    def __del__(self):
        sys.exit(3)
a = A()
del a
print("still here")

# must: answer or limit
import sys
sys.setrecursionlimit(10**9)
class A:
    def __repr__(self):
        return repr([self])
print("go")
repr(A())

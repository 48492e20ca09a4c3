# must: limit
import sys
sys.setrecursionlimit(10**9)
def f(n):
    return f(n + 1)
print("go")
f(0)

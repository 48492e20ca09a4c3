# must: answer or limit
import sys
def imp(*a, **k):
    import x
import builtins
old = builtins.__import__
builtins.__import__ = imp
try:
    import y
except RecursionError as e:
    builtins.__import__ = old
    print(type(e).__name__)

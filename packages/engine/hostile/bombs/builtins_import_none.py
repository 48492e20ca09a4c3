# must: answer
import builtins
builtins.__import__ = None
try:
    import sys
except TypeError as e:
    print(e)

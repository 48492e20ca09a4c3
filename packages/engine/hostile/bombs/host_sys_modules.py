# must: answer
import sys
sys.modules["__proto__"] = 5
import __proto__
print(__proto__)
sys.modules["constructor"] = None
try:
    import constructor
except ImportError as e:
    print(type(e).__name__)

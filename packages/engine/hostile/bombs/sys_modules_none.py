# must: answer
import sys
sys.modules["math"] = None
try:
    import math
except ImportError as e:
    print(type(e).__name__)

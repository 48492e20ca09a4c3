# must: answer
import sys
sys.modules.clear()
try:
    import sys
    print("again")
except ImportError:
    print("lost")

# must: answer
import sys
sys.path = None
try:
    import nothing_here
except (ImportError, TypeError, RuntimeError) as e:
    print("no")

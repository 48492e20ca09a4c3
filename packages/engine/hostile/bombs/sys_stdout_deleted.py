# must: answer
import sys
old = sys.stdout
del sys.stdout
try:
    print("x")
except RuntimeError as e:
    sys.stdout = old
    print(e)

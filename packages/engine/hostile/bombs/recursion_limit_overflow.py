# must: answer or limit
import sys
try:
    sys.setrecursionlimit(2**40)
except OverflowError as e:
    print(type(e).__name__)

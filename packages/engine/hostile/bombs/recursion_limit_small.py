# must: answer or limit
import sys
try:
    sys.setrecursionlimit(1)
except (RecursionError, ValueError) as e:
    print(type(e).__name__)
try:
    sys.setrecursionlimit(-1)
except ValueError as e:
    print(e)

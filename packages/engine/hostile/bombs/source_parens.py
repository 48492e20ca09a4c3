# must: answer or limit
import sys
try:
    exec("(" * 100000 + ")" * 100000)
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

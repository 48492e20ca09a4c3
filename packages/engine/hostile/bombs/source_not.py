# must: answer or limit
try:
    eval("not " * 100000 + "1")
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

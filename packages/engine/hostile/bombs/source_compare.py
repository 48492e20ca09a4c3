# must: limit
try:
    eval("x" + "<x" * 100000)
except (SyntaxError, MemoryError, RecursionError, NameError):
    print("refused")

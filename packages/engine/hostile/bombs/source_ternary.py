# must: answer or limit
try:
    eval("1 if x else " * 50000 + "2")
except (SyntaxError, MemoryError, RecursionError, NameError):
    print("refused")

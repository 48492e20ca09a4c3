# must: answer or limit
try:
    print(len(eval("'ab' " * 50000)))
except (RecursionError, MemoryError, SyntaxError):
    print("refused")

# must: answer or limit
try:
    eval("lambda:" * 20000 + "1")
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

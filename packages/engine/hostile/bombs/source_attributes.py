# must: answer or limit
try:
    eval("a" + ".b" * 100000)
except (SyntaxError, MemoryError, RecursionError, NameError):
    print("refused")

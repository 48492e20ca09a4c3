# must: answer or limit
try:
    compile("(" * 100000, "b", "eval")
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

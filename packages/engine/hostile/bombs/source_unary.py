# must: answer or limit
try:
    eval("-" * 100000 + "1")
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

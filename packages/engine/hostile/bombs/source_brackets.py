# must: answer
try:
    eval("[" * 5000 + "]" * 5000)
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

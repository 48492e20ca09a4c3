# must: answer or limit
try:
    eval("**".join(["x"] * 100000))
except (SyntaxError, MemoryError, RecursionError, NameError):
    print("refused")

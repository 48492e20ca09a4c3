# must: answer or limit
try:
    eval("f" + "[0]" * 100000)
except (SyntaxError, MemoryError, RecursionError, NameError):
    print("refused")

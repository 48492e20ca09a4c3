# must: answer or limit
try:
    print(eval("+".join(["1"] * 200)))
    eval("+".join(["x"] * 200000))
except (SyntaxError, MemoryError, RecursionError, NameError):
    print("refused")

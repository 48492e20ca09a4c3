# must: answer
try:
    eval("f'" + "{f'" * 50 + "}'" * 50 + "'")
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

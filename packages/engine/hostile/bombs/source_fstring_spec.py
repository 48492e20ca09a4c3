# must: answer
try:
    eval("f'" + "{x:" * 2000 + "}" * 2000 + "'")
except (SyntaxError, MemoryError, RecursionError, NameError):
    print("refused")

# must: answer
try:
    eval("{1:" * 5000 + "0" + "}" * 5000)
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

# must: answer
try:
    exec("@d\n" * 20000 + "def f(): pass\n", {"d": lambda f: f})
    print("ok")
except (RecursionError, MemoryError, SyntaxError):
    print("refused")

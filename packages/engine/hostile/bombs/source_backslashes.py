# must: answer or limit
try:
    exec("\\\n" * 50000 + "x = 1")
    print("ok")
except (SyntaxError, MemoryError):
    print("refused")

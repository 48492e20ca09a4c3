# must: answer or limit
text = "if 0: pass\n" + "elif 0: pass\n" * 20000
try:
    exec(text)
    print("ran")
except (SyntaxError, MemoryError, RecursionError):
    print("refused")

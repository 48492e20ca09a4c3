# must: answer
try:
    exec("".join(" " * i + "if 1:\n" for i in range(200)) + " " * 200 + "pass\n")
except IndentationError as e:
    print(type(e).__name__, e.msg)

# must: answer
try:
    exec("".join(" " * i + "while 1:\n" for i in range(25)) + " " * 25 + "break\n")
except SyntaxError as e:
    print(type(e).__name__, e.msg)

# must: answer
src = "".join(" " * i + "try:\n" for i in range(30)) + " " * 30 + "pass\n" + "".join(" " * i + "finally: pass\n" for i in range(29, -1, -1))
try:
    exec(src)
    print("ran")
except SyntaxError as e:
    print(e.msg)

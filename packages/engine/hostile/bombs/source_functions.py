# must: answer
try:
    exec("".join(" " * i + "def f():\n" for i in range(90)) + " " * 90 + "pass\n")
    print("compiled")
except (SyntaxError, RecursionError) as e:
    print(type(e).__name__)

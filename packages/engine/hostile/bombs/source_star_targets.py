# must: answer
try:
    exec("*a, " * 300 + "= []")
except SyntaxError as e:
    print(type(e).__name__)

# must: answer
try:
    print(eval("9" * 5000) > 0)
except SyntaxError as e:
    print(type(e).__name__)

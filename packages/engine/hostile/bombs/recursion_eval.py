# must: answer or limit
try:
    s = "eval(s)"
    eval(s)
except RecursionError as e:
    print(type(e).__name__)

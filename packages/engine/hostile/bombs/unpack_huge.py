# must: answer
try:
    a, b = range(10 ** 9)
except ValueError as e:
    print(type(e).__name__)

# must: answer
try:
    print(len(str(10 ** 5000)))
except ValueError as e:
    print(e)

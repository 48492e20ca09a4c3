# must: answer
print(next(reversed(range(10 ** 18))))

# must: answer
print(next(enumerate([1], 10 ** 100)))

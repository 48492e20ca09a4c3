# must: answer
print(range(10 ** 15).index(10 ** 14), range(0, 10 ** 15, 7).count(14))

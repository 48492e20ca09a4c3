# must: answer
print(0 << 10 ** 30, 5 >> 10 ** 30)

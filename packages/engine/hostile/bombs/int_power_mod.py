# must: answer
print(pow(3, 10 ** 200, 10 ** 50 + 7))

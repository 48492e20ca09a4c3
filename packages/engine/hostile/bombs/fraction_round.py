# must: answer or limit
print(round(10 ** 50, -10 ** 6))

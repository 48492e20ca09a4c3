# must: answer or limit
x = '\ufb03' * 10 ** 6
y = x.upper()
print(len(y))

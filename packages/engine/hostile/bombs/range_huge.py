# must: answer
r = range(10 ** 30)
print(r[10 ** 29], 5 in r, r[-1])
try:
    len(r)
except OverflowError as e:
    print(e)

# must: answer or limit
a, b = [], []
for i in range(100000):
    a, b = [a], [b]
try:
    a < b
except RecursionError as e:
    print(e)

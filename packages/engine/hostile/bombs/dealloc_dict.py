# must: answer or limit
a = {}
for i in range(200000):
    a = {0: a}
del a
print("gone")

# must: answer or limit
a = []
for i in range(300000):
    a = [a]
del a
print("gone")

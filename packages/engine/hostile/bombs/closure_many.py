# must: answer
fs = []
for i in range(20000):
    fs.append(lambda i=i: i)
print(fs[500]())

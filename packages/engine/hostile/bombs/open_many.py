# must: answer
fs = []
for i in range(2000):
    f = open("f%d.tmp" % i, "w") if 0 else None
    fs.append(f)
print(len(fs))
